import {type JsonObject} from '../lib/client/wire.ts'
import {type CollectionSpec} from './collection.ts'
import {passwordPolicies, type PasswordPolicy} from './records.ts'
import {badRequest, type FieldProblem} from './refusal.ts'
import {type Store} from './store.ts'

/** Which policy an account has chosen. */
export interface PolicyChoice {
  account_uuid: string
  policy_uuid: string
}

export const policyChoices: CollectionSpec<PolicyChoice> = {
  name: 'password_policy_choices',
  id: 'account_uuid',
  indexes: [],
}

const defaultPolicy = 'standard'

/** The policy that the passwords of an account's users must meet: its own choice, or the default one. */
export function policyOf(store: Store, accountUuid: string): PasswordPolicy | undefined {
  const policies = store.collection(passwordPolicies)
  const choice = store.collection(policyChoices).get(accountUuid)
  return choice ? policies.get(choice.policy_uuid) : policies.first({name: defaultPolicy})
}

/** What is wrong with a new password of the account's users; `field` is where the request has it. */
export function passwordProblems(store: Store, accountUuid: string, password: string, field: string): FieldProblem[] {
  const rules = policyOf(store, accountUuid)?.rules ?? []
  return rules.flatMap((rule) => {
    const problem = brokenRule(rule, password)
    return problem === undefined ? [] : [{field, message: problem}]
  })
}

/** Throws a 400 that says which rules of the account's policy a new password breaks. */
export function checkPassword(store: Store, accountUuid: string, password: string, field: string): void {
  const problems = passwordProblems(store, accountUuid, password, field)
  if (problems.length > 0) throw badRequest("The password does not meet the account's policy.", problems)
}

function brokenRule({type, value}: JsonObject, password: string): string | undefined {
  const least = Number(value)
  if (type === 'min_length') {
    return [...password].length < least ? `must have at least ${least} characters` : undefined
  }
  if (type === 'min_digits') return countOf(/\d/g, password) < least ? `must have at least ${least} digits` : undefined
  if (type === 'min_symbols') {
    return countOf(/[^\p{L}\p{N}\s]/gu, password) < least ? `must have at least ${least} symbols` : undefined
  }
  return undefined
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0
}
