import {createHash, randomBytes, randomInt} from 'node:crypto'

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A fixed id of small letters and digits for a name: the same on each machine. It begins with a letter. */
export function namedId(name: string, length: number): string {
  const bytes = createHash('sha256').update('commsctl sandbox murano ').update(name).digest()
  return idOf((index) => bytes.readUInt8(index), length)
}

/** A new id of that kind. */
export function newId(length: number): string {
  return idOf(() => randomInt(256), length)
}

/** Like the ids that the platform gives to things inside a solution. */
export function newHexId(): string {
  return randomBytes(12).toString('hex')
}

/** A fixed one for a name. */
export function namedHexId(name: string): string {
  return createHash('sha256').update('commsctl sandbox murano ').update(name).digest('hex').slice(0, 24)
}

/** Lengths that the platform's ids have. */
export const idLength = {business: 16, solution: 17} as const

/** Of a person: forty hexadecimal digits. */
export function newToken(): string {
  return randomBytes(20).toString('hex')
}

function idOf(byteAt: (index: number) => number, length: number): string {
  return Array.from({length}, (_, index) => letters[byteAt(index) % (index === 0 ? 26 : letters.length)]).join('')
}

/** What a device shows with each request: forty letters and digits. */
export function newCik(): string {
  return idOf(() => randomInt(256), 40)
}
