import {type CommandClass} from '../../src/lib/command.ts'
import {ownCalls} from '../../src/lib/map/own-calls.ts'
import {type DocumentedCall} from '../../src/lib/operation/declaration.ts'
import {type Named} from './files.ts'

/** A call and the commands that make it. */
export interface MadeCall {
  operation: string
  /** Method and path, with the host where it is not the usual one; undefined for what is done here. */
  request: string | undefined
  /** Commands that stand for it, with the flag that selects it. */
  commands: string[]
  /** Commands that make it on the way to something else. */
  users: string[]
}

/** Every call that a command makes, in order of names. */
export function callsOf(commands: readonly Named[]): MadeCall[] {
  const owned = new Set(commands.flatMap(({command}) => ownCalls(command)))
  const calls = new Map<string, MadeCall>()
  for (const {id, command} of commands) {
    for (const [index, {shape}] of command.calls.entries()) {
      const {operation} = shape
      const call = calls.get(operation) ?? {operation, request: requestLine(shape), commands: [], users: []}
      const stands = ownCalls(command).includes(operation) || (index === 0 && !owned.has(operation))
      if (stands) call.commands.push(id + selector(command, operation))
      else call.users.push(id)
      calls.set(operation, call)
    }
  }
  return [...calls.values()].sort((a, b) => (a.operation < b.operation ? -1 : 1))
}

/** Method and path, with the host where it is not the usual one; undefined for what is done here. */
export function requestLine({request}: DocumentedCall['shape']): string | undefined {
  if (request === undefined) return undefined
  return request.host === 'auth' ? `${request.line} (auth host)` : request.line
}

function selector({variants}: CommandClass, operation: string): string {
  const flag = Object.keys(variants).find((name) => variants[name]?.shape.operation === operation)
  return flag === undefined ? '' : ` ${flag}`
}
