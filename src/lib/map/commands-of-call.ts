import {type CommandEntry} from './command-entry.ts'

/**
 * The commands that are there for the call of a name; for one that is no command's own, those that begin with it.
 */
export function commandsOfCall(entries: readonly CommandEntry[], name: string): CommandEntry[] {
  const is = ({operation}: {operation: string}) => isNamed(operation, name)
  const own = entries.filter(({calls}) => calls.some((call) => call.own === true && is(call)))
  return own.length > 0 ? own : entries.filter(({calls}) => calls[0] !== undefined && is(calls[0]))
}

/** `Area.function` by its whole name, or the function alone, in any case. */
function isNamed(operation: string, name: string): boolean {
  const whole = operation.toLowerCase()
  const asked = name.toLowerCase()
  return whole === asked || whole.slice(whole.indexOf('.') + 1) === asked
}
