import {any, type Command, decimal, pairsOf, wholeNumber} from './command.ts'
import {type Slot} from './slot.ts'

export const hashCommands = {
  hset: {arguments: [2, any], run: (slot, args) => assign(slot, pairsOf(args))},
  hmset: {arguments: [2, any], run: (slot, args) => (assign(slot, pairsOf(args)), 'OK')},
  hsetnx: {
    arguments: [2, 2],
    run: (slot, [field = '', value = '']) => (Object.hasOwn(slot.hash(), field) ? 0 : assign(slot, [[field, value]])),
  },
  hget: {arguments: [1, 1], run: (slot, [field = '']) => at(slot, field)},
  hmget: {arguments: [1, any], run: (slot, fields) => fields.map((field) => at(slot, field))},
  hgetall: {arguments: [0, 0], run: (slot) => slot.hash()},
  hkeys: {arguments: [0, 0], run: (slot) => Object.keys(slot.hash())},
  hvals: {arguments: [0, 0], run: (slot) => Object.values(slot.hash())},
  hlen: {arguments: [0, 0], run: (slot) => Object.keys(slot.hash()).length},
  hexists: {arguments: [1, 1], run: (slot, [field = '']) => Number(Object.hasOwn(slot.hash(), field))},
  hdel: {arguments: [1, any], run: remove},
  hincrby: {
    arguments: [2, 2],
    run(slot, [field = '', by]) {
      const sum = wholeNumber(at(slot, field) ?? '0') + wholeNumber(by)
      assign(slot, [[field, String(sum)]])
      return sum
    },
  },
  hincrbyfloat: {
    arguments: [2, 2],
    run(slot, [field = '', by]) {
      const sum = String(decimal(at(slot, field) ?? '0') + decimal(by))
      assign(slot, [[field, sum]])
      return sum
    },
  },
} satisfies Record<string, Command>

function at(slot: Slot, field: string): string | null {
  const fields = slot.hash()
  return Object.hasOwn(fields, field) ? (fields[field] ?? null) : null
}

/** Returns how many fields are new. */
function assign(slot: Slot, pairs: readonly [string, string][]): number {
  const before = Object.entries(slot.hash())
  const fields = Object.fromEntries([...before, ...pairs])
  slot.write({type: 'hash', value: fields})
  return Object.keys(fields).length - before.length
}

function remove(slot: Slot, names: readonly string[]): number {
  const before = Object.entries(slot.hash())
  const rest = before.filter(([name]) => !names.includes(name))
  slot.write({type: 'hash', value: Object.fromEntries(rest)})
  return before.length - rest.length
}
