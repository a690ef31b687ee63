import {type FastifyRequest} from 'fastify'
import {recordActivity} from './activity/activities.ts'
import {type Caller} from './caller.ts'
import {boolean, readBody, string, uuid} from './fields.ts'
import {type InventoryNumber} from './number-inventory.ts'
import {eachProblem, readNumbers} from './phone-numbers.ts'
import {mustBeProvisioned, provisionedNumber} from './provisioned-numbers.ts'
import {announceNumbers} from './pubsub/announcements.ts'
import {conflict, Refusal} from './refusal.ts'
import {type Sandbox} from './sandbox.ts'
import {type Store} from './store.ts'

type ProvisionedNumber = ReturnType<typeof provisionedNumber>

/**
 * Gives the numbers that the request names to an account, and a user of it: all of them or none. Throws a 404 for numbers
 * that do not exist, and a 409 for those that somebody has, also when it is this account.
 */
export function provisionNumbers(sandbox: Sandbox, request: FastifyRequest): ProvisionedNumber[] {
  const {store, clock} = sandbox
  const numbers = readNumbers(request, 'numbers')
  const body = readBody(request, {
    ...ownerFields,
    help_text: string({max: 320}),
    is_campaign: boolean(),
    reference_id: string({max: 100}),
  })
  const provisioning = {
    ...ownerOf(request.caller, body),
    provider: body.provider ?? 'VI',
    help_text: body.help_text ?? null,
    is_campaign: body.is_campaign ?? true,
    reference_id: body.reference_id ?? null,
  }
  return store.transaction(() => {
    mustBeForSale(store, numbers, provisioning.account_uuid)
    for (const number of numbers) store.numbers.provision(number, provisioning, clock.now())
    const provisioned = mustBeProvisioned(store, request.caller, 'numbers', numbers).map(provisionedNumber)
    announceNumbers(sandbox, 'number_provisioned', provisioned)
    recordNumbers(sandbox, request.caller, 'number.provisioned', provisioning, numbers)
    return provisioned
  })
}

/**
 * Takes the numbers that the request names from an account, and with `user_uuid` only those that no other user has: all
 * of them or none. They leave their campaigns. Replies with the numbers as they were.
 */
export function releaseNumbers(sandbox: Sandbox, request: FastifyRequest): ProvisionedNumber[] {
  const {store} = sandbox
  const numbers = readNumbers(request, 'numbers')
  const owner = ownerOf(request.caller, readBody(request, ownerFields))
  return store.transaction(() => {
    const found = mustBeProvisioned(store, request.caller, 'numbers', numbers)
    const foreign = eachProblem('numbers', found, (number) => foreignness(number, owner))
    if (foreign.length > 0) throw conflict('Some numbers are provisioned to somebody else.', foreign)
    for (const number of numbers) store.numbers.release(number)
    const released = found.map(provisionedNumber)
    announceNumbers(sandbox, 'number_released', released)
    recordNumbers(sandbox, request.caller, 'number.released', owner, numbers)
    return released
  })
}

/** The platform also takes `country_format`; it changes nothing here. */
const ownerFields = {account_uuid: uuid(), user_uuid: uuid(), provider: string({max: 20})}

interface Owner {
  account_uuid: string
  user_uuid: string | null
}

/** The account and user that a body names. Without an account it is the user's, without both the caller's. */
function ownerOf(
  caller: Caller,
  body: {account_uuid?: string | undefined; user_uuid?: string | undefined; provider?: string | undefined},
): Owner {
  const user = body.user_uuid === undefined ? undefined : caller.mustSeeUser(body.user_uuid)
  const account = body.account_uuid ?? user?.account_uuid ?? caller.account.uuid
  return {account_uuid: caller.mustSee(account).uuid, user_uuid: user?.uuid ?? null}
}

function recordNumbers(
  sandbox: Sandbox,
  caller: Caller,
  what: 'number.provisioned' | 'number.released',
  {account_uuid: account, user_uuid: user}: Owner,
  numbers: readonly string[],
): void {
  const owner = user ?? caller.user.uuid
  for (const number of numbers) recordActivity(sandbox, {what, owner, account, metadata: {number}})
}

function mustBeForSale(store: Store, numbers: readonly string[], accountUuid: string): void {
  const found = numbers.map((number) => store.numbers.get(number))
  const unknown = eachProblem('numbers', numbers, (number, index) =>
    found[index] === undefined ? `${number} is not in the inventory` : undefined,
  )
  if (unknown.length > 0) throw new Refusal(404, 'Some numbers are not in the inventory.', unknown)
  const taken = eachProblem('numbers', numbers, (number, index) => {
    const owner = found[index]?.account_uuid
    if (owner == null) return undefined
    return owner === accountUuid ? `${number} is already provisioned to this account` : `${number} was taken`
  })
  if (taken.length > 0) throw conflict('Some numbers are no longer available; none was provisioned.', taken)
}

function foreignness({number, account_uuid, user_uuid}: InventoryNumber, owner: Owner): string | undefined {
  if (account_uuid !== owner.account_uuid) return `${number} is provisioned to account ${account_uuid ?? ''}`
  const isOthers = owner.user_uuid !== null && user_uuid !== null && user_uuid !== owner.user_uuid
  return isOthers ? `${number} is provisioned to user ${user_uuid}` : undefined
}
