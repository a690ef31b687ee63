import {any, type Command, wholeNumber} from './command.ts'
import {type Slot} from './slot.ts'

export const setCommands = {
  sadd: {arguments: [1, any], run: (slot, members) => change(slot, [...new Set([...slot.set(), ...members])])},
  srem: {
    arguments: [1, any],
    run: (slot, members) =>
      change(
        slot,
        slot.set().filter((member) => !members.includes(member)),
      ),
  },
  sismember: {arguments: [1, 1], run: (slot, [member = '']) => Number(slot.set().includes(member))},
  scard: {arguments: [0, 0], run: (slot) => slot.set().length},
  smembers: {arguments: [0, 0], run: (slot) => slot.set()},
  // Any member will do: the sandbox takes the oldest, so that the same happens each time.
  srandmember: {arguments: [0, 0], run: (slot) => slot.set()[0] ?? null},
  spop: {
    arguments: [0, 1],
    run(slot, [count]) {
      const members = slot.set()
      const taken = members.slice(0, count === undefined ? 1 : Math.max(wholeNumber(count), 0))
      change(slot, members.slice(taken.length))
      return count === undefined ? (taken[0] ?? null) : taken
    },
  },
} satisfies Record<string, Command>

/** Returns by how many members it grew or shrank. */
function change(slot: Slot, members: string[]): number {
  const before = slot.set().length
  slot.write({type: 'set', value: members})
  return Math.abs(members.length - before)
}
