import {randomInt} from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** An id of the kind that resources and rows have: twenty letters and digits. */
export function newId(): string {
  return Array.from({length: 20}, () => alphabet[randomInt(alphabet.length)]).join('')
}
