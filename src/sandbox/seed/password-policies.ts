import {namedUuid} from '../named-uuid.ts'
import {passwordPolicies} from '../records.ts'
import {type Store} from '../store.ts'

/** A lax policy and a strict one. */
export function seedPasswordPolicies(store: Store): void {
  const policies = {
    standard: [{type: 'min_length', value: 8}],
    strict: [
      {type: 'min_length', value: 12},
      {type: 'min_digits', value: 1},
      {type: 'min_symbols', value: 1},
    ],
  }
  for (const [name, rules] of Object.entries(policies)) {
    store.collection(passwordPolicies).put({uuid: namedUuid(`password policy ${name}`), name, rules})
  }
}
