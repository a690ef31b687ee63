import {type Caller} from './caller.ts'
import {type InventoryNumber} from './number-inventory.ts'
import {eachProblem} from './phone-numbers.ts'
import {Refusal} from './refusal.ts'
import {type Store} from './store.ts'

/** A number with its owner, as lists and replies to changes show it. */
export function provisionedNumber(number: InventoryNumber) {
  const {account_uuid, user_uuid, provider, campaign_id, help_text, is_campaign, reference_id, reference_text} = number
  return {
    number: number.number,
    account_uuid,
    user_uuid,
    provider,
    campaign_id,
    help_text,
    is_campaign,
    reference_id,
    reference_text,
    provisioned_datetime: number.provisioned_at === null ? null : new Date(number.provisioned_at).toISOString(),
  }
}

/** The number, when an account that the caller sees has it. */
export function visibleNumber(store: Store, caller: Caller, number: string): InventoryNumber | undefined {
  const found = store.numbers.get(number)
  return found?.account_uuid != null && caller.sees(found.account_uuid) ? found : undefined
}

/** The numbers that a body names in `field`: all provisioned to accounts that the caller sees, or a 404 that names the rest. */
export function mustBeProvisioned(
  store: Store,
  caller: Caller,
  field: string,
  numbers: readonly string[],
): InventoryNumber[] {
  const found = numbers.map((number) => visibleNumber(store, caller, number))
  const missing = eachProblem(field, numbers, (number, index) =>
    found[index] === undefined ? `${number} is not provisioned` : undefined,
  )
  if (missing.length > 0) throw new Refusal(404, 'Some numbers are not provisioned.', missing)
  return found.filter((number) => number !== undefined)
}
