import {randomUUID} from 'node:crypto'
import {type Field, oneOf, string} from './fields.ts'
import {address, contacts} from './record-fields.ts'
import {type Contact} from '../lib/accounts/account.ts'
import {accounts} from './records.ts'
import {conflict} from './refusal.ts'
import {type Store} from './store.ts'

export const accountTypes = ['MasterReseller', 'Reseller', 'Customer', 'Location'] as const

/** What a request may say about an account. */
export const accountFields = {
  name: string({min: 1, max: 200}),
  number: accountNumber,
  type: oneOf(accountTypes),
  description: string(),
  status: oneOf(['Active', 'Inactive']),
  reference: string(),
  address: address(),
  contacts: contacts(),
}

/** Throws a 409 when another account has that number, be it written as text or as a number. */
export function mustBeFreeNumber(store: Store, number: string | number, self?: string): void {
  const text = String(number)
  const spellings = String(Number(text)) === text ? [text, Number(text)] : [text]
  const holders = store.collection(accounts).find({where: {number: spellings}})
  if (holders.every((account) => account.uuid === self)) return
  throw conflict(`Another account has the number ${text}.`, [{field: 'number', message: 'is taken'}])
}

/** The contacts as they are stored: those that the account has already keep their uuid, others get one. */
export function identified(sent: readonly Partial<Contact>[], known: readonly Contact[] = []): Contact[] {
  return sent.map((contact) => {
    const uuid = known.find((candidate) => candidate.uuid === contact.uuid)?.uuid ?? randomUUID()
    return {...contact, uuid}
  })
}

/** Clients send it as text or as a number, and read back what they sent. */
function accountNumber(value: Parameters<Field<unknown>>[0]): ReturnType<Field<string | number | undefined>> {
  if (value === undefined || typeof value === 'number') return {value}
  return typeof value === 'string' && value !== '' ? {value} : {problem: 'must be a string or a number'}
}
