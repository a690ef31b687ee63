import {createHash} from 'node:crypto'

/** A fixed uuid (version 5) for a name: the same on each machine, so that seeded records can be referred to in docs and tests. */
export function namedUuid(name: string): string {
  const bytes = createHash('sha1').update('commsctl sandbox ').update(name).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
