import {refused} from '../failure.ts'
import {any, type Command, rangeOf, wholeNumber} from './command.ts'
import {type Slot} from './slot.ts'

export const listCommands = {
  lpush: {arguments: [1, any], run: (slot, items) => keep(slot, [...items.toReversed(), ...slot.list()])},
  rpush: {arguments: [1, any], run: (slot, items) => keep(slot, [...slot.list(), ...items])},
  lpushx: {
    arguments: [1, any],
    run: (slot, items) => (slot.isThere ? keep(slot, [...items.toReversed(), ...slot.list()]) : 0),
  },
  rpushx: {arguments: [1, any], run: (slot, items) => (slot.isThere ? keep(slot, [...slot.list(), ...items]) : 0)},
  lpop: {arguments: [0, 0], run: (slot) => take(slot, 0)},
  rpop: {arguments: [0, 0], run: (slot) => take(slot, -1)},
  llen: {arguments: [0, 0], run: (slot) => slot.list().length},
  lindex: {arguments: [1, 1], run: (slot, [index]) => slot.list().at(wholeNumber(index)) ?? null},
  lrange: {
    arguments: [2, 2],
    run: (slot, [start, stop]) => rangeOf(slot.list(), wholeNumber(start), wholeNumber(stop)),
  },
  ltrim: {
    arguments: [2, 2],
    run(slot, [start, stop]) {
      keep(slot, rangeOf(slot.list(), wholeNumber(start), wholeNumber(stop)))
      return 'OK'
    },
  },
  lset: {arguments: [2, 2], run: (slot, [index, item = '']) => setAt(slot, wholeNumber(index), item)},
  lrem: {arguments: [2, 2], run: (slot, [count, item = '']) => remove(slot, wholeNumber(count), item)},
  linsert: {arguments: [3, 3], run: (slot, [where = '', pivot = '', item = '']) => insert(slot, where, pivot, item)},
} satisfies Record<string, Command>

function keep(slot: Slot, items: readonly string[]): number {
  slot.write({type: 'list', value: [...items]})
  return items.length
}

function take(slot: Slot, index: number): string | null {
  const [taken = null] = slot.list().splice(index, 1)
  keep(slot, slot.list())
  return taken
}

function setAt(slot: Slot, index: number, item: string): string {
  const items = slot.list()
  if (!slot.isThere) throw refused('ERR There is no such key.')
  if (items.at(index) === undefined) throw refused('ERR The index is out of range.')
  keep(slot, items.with(index, item))
  return 'OK'
}

/** Of equal items removes `count` from the beginning, or from the end when it is negative; all when it is 0. */
function remove(slot: Slot, count: number, item: string): number {
  const items = slot.list()
  const places = items.flatMap((each, index) => (each === item ? [index] : []))
  const gone = new Set(count < 0 ? places.slice(count) : places.slice(0, count || undefined))
  keep(
    slot,
    items.filter((_, index) => !gone.has(index)),
  )
  return gone.size
}

function insert(slot: Slot, where: string, pivot: string, item: string): number {
  const side = where.toUpperCase()
  if (side !== 'BEFORE' && side !== 'AFTER') throw refused('ERR LINSERT takes BEFORE or AFTER.')
  const items = slot.list()
  const place = items.indexOf(pivot)
  if (!slot.isThere) return 0
  return place === -1 ? -1 : keep(slot, items.toSpliced(side === 'BEFORE' ? place : place + 1, 0, item))
}
