import {refused} from '../failure.ts'
import {type Command, decimal, rangeOf, wholeNumber} from './command.ts'
import {type Slot} from './slot.ts'

export const stringCommands = {
  get: {arguments: [0, 0], run: (slot) => slot.read('string') ?? null},
  set: {arguments: [1, 4], run: (slot, [value = '', ...options]) => set(slot, value, options)},
  setnx: {arguments: [1, 1], run: (slot, [value = '']) => (slot.isThere ? 0 : (replace(slot, value), 1))},
  setex: {arguments: [2, 2], run: (slot, [seconds = '', value = '']) => set(slot, value, ['EX', seconds])},
  psetex: {arguments: [2, 2], run: (slot, [milliseconds = '', value = '']) => set(slot, value, ['PX', milliseconds])},
  getset: {
    arguments: [1, 1],
    run(slot, [value = '']) {
      const before = slot.read('string') ?? null
      replace(slot, value)
      return before
    },
  },
  append: {arguments: [1, 1], run: (slot, [more = '']) => write(slot, slot.text() + more).length},
  strlen: {arguments: [0, 0], run: (slot) => slot.text().length},
  getrange: {
    arguments: [2, 2],
    run: (slot, [start, stop]) => rangeOf(slot.text(), wholeNumber(start), wholeNumber(stop)),
  },
  incr: {arguments: [0, 0], run: (slot) => add(slot, 1)},
  incrby: {arguments: [1, 1], run: (slot, [by]) => add(slot, wholeNumber(by))},
  decr: {arguments: [0, 0], run: (slot) => add(slot, -1)},
  decrby: {arguments: [1, 1], run: (slot, [by]) => add(slot, -wholeNumber(by))},
  incrbyfloat: {
    arguments: [1, 1],
    run: (slot, [by]) => write(slot, String(decimal(slot.text() || '0') + decimal(by))),
  },
} satisfies Record<string, Command>

/** With the options NX or XX, and EX or PX with a number. */
function set(slot: Slot, value: string, options: readonly string[]): string | null {
  let lifetime: number | null = null
  for (let index = 0; index < options.length; index++) {
    const option = options[index]?.toUpperCase()
    if (option === 'NX' || option === 'XX') {
      if (slot.isThere === (option === 'NX')) return null
    } else if (option === 'EX' || option === 'PX') {
      lifetime = wholeNumber(options[++index]) * (option === 'EX' ? 1000 : 1)
      if (lifetime <= 0) throw refused('ERR The time to live must be positive.')
    } else {
      throw refused(`ERR SET has no option ${String(options[index])}.`)
    }
  }
  replace(slot, value)
  if (lifetime !== null) slot.expireAt(slot.now + lifetime)
  return 'OK'
}

/** Puts a value in the place of whatever was there, for good. */
function replace(slot: Slot, value: string): void {
  slot.entry = {content: {type: 'string', value}, expires_at: null}
}

function write(slot: Slot, value: string): string {
  slot.write({type: 'string', value})
  return value
}

function add(slot: Slot, by: number): number {
  const before = slot.read('string') ?? '0'
  const sum = wholeNumber(String(before)) + by
  if (!Number.isSafeInteger(sum)) throw refused('ERR The result would be out of range.')
  // What was set as a number stays one.
  slot.write({type: 'string', value: typeof before === 'number' ? sum : String(sum)})
  return sum
}
