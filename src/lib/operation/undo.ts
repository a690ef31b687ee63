import {type JsonObject} from '../client/wire.ts'
import {type Undo} from './declaration.ts'

/** A call that another command takes back with the same values; of them, it gets those that it has parameters for. */
export function undoneBy(command: string, caveat?: string) {
  return (values: object): Undo => ({command, values: given(values), ...(caveat !== undefined && {caveat})})
}

function given(values: object): JsonObject {
  const entries = Object.entries(values as JsonObject)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
