import {type Command, wholeNumber} from './command.ts'
import {type Slot} from './slot.ts'

export const keyCommands = {
  del: {arguments: [0, 0], run: (slot) => Number(slot.remove())},
  exists: {arguments: [0, 0], run: (slot) => Number(slot.isThere)},
  type: {arguments: [0, 0], run: (slot) => slot.entry?.content.type ?? 'none'},
  expire: {arguments: [1, 1], run: (slot, [seconds]) => Number(slot.expireAt(slot.now + wholeNumber(seconds) * 1000))},
  pexpire: {
    arguments: [1, 1],
    run: (slot, [milliseconds]) => Number(slot.expireAt(slot.now + wholeNumber(milliseconds))),
  },
  expireat: {arguments: [1, 1], run: (slot, [seconds]) => Number(slot.expireAt(wholeNumber(seconds) * 1000))},
  pexpireat: {arguments: [1, 1], run: (slot, [milliseconds]) => Number(slot.expireAt(wholeNumber(milliseconds)))},
  persist: {arguments: [0, 0], run: (slot) => Number(slot.entry?.expires_at != null && slot.expireAt(null))},
  ttl: {arguments: [0, 0], run: (slot) => timeLeft(slot, 1000)},
  pttl: {arguments: [0, 0], run: (slot) => timeLeft(slot, 1)},
} satisfies Record<string, Command>

/** -1 when the key stays, -2 when there is none. */
function timeLeft({entry, now}: Slot, unit: number): number {
  if (!entry) return -2
  return entry.expires_at === null ? -1 : Math.round((entry.expires_at - now) / unit)
}
