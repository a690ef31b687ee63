import {contacts} from '../contacts.ts'
import {namedUuid} from '../named-uuid.ts'
import {seededAccess} from '../seeded-access.ts'
import {type Store} from '../store.ts'

const people: readonly [first: string, last: string, ...numbers: [type: string, number: string][]][] = [
  ['Ingrid', 'Solberg', ['Home', '+19415550141'], ['Fax', '+19415550151']],
  ['Marcus', 'Bell', ['Mobile', '+14155550142']],
  ['Dental Supply', 'Co.', ['Work', '+18135550143']],
]

/** The address book of the default account's administrator. */
export function seedContacts(store: Store): void {
  for (const [first, last, ...numbers] of people) {
    store.collection(contacts).put({
      uuid: namedUuid(`contact ${first} ${last}`),
      user_uuid: seededAccess.userUuid,
      name: {first, last},
      phone_numbers: numbers.map(([type, number], index) => ({number, preferred: index === 0, type})),
    })
  }
}
