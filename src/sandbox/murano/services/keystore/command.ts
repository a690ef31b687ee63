import {type JsonValue} from '../../../../lib/client/wire.ts'
import {refused} from '../failure.ts'
import {type Slot} from './slot.ts'

/** A Redis command on one key. */
export interface Command {
  /** How many arguments there are after the key, at least and at most. */
  arguments: readonly [number, number]
  run: (slot: Slot, args: readonly string[]) => JsonValue
}

export const any = Infinity

export function wholeNumber(text: string | undefined): number {
  const value = Number(text)
  if (text === undefined || !/^[-+]?\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw refused('ERR The value is not an integer, or out of range.')
  }
  return value
}

export function decimal(text: string | undefined): number {
  const value = Number(text)
  if (text === undefined || text.trim() === '' || !Number.isFinite(value))
    throw refused('ERR The value is not a number.')
  return value
}

/** The part from `start` to `stop`, both included; negative ones count from the end. */
export function rangeOf<Part extends {length: number; slice: (start: number, end: number) => Part}>(
  whole: Part,
  start: number,
  stop: number,
): Part {
  const from = start < 0 ? Math.max(whole.length + start, 0) : start
  const to = stop < 0 ? whole.length + stop : stop
  return whole.slice(from, Math.max(to + 1, from))
}

/** Arguments that come in pairs. */
export function pairsOf(args: readonly string[]): [string, string][] {
  if (args.length % 2 !== 0) throw refused('ERR There is a field without a value.')
  return args.flatMap((name, index) => (index % 2 === 0 ? [[name, args[index + 1] ?? '']] : []))
}
