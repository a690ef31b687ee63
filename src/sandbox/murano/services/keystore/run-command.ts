import {type JsonValue} from '../../../../lib/client/wire.ts'
import {refused} from '../failure.ts'
import {type Command} from './command.ts'
import {hashCommands} from './hash-commands.ts'
import {keyCommands} from './key-commands.ts'
import {listCommands} from './list-commands.ts'
import {setCommands} from './set-commands.ts'
import {type Slot} from './slot.ts'
import {stringCommands} from './string-commands.ts'

const commands = new Map<string, Command>(
  Object.entries({...stringCommands, ...listCommands, ...setCommands, ...hashCommands, ...keyCommands}),
)

/** Runs a Redis command on the key of the slot, whatever the case of its name. */
export function runCommand(slot: Slot, name: string, args: readonly string[]): JsonValue {
  const command = commands.get(name.toLowerCase())
  if (!command) throw refused(`ERR There is no command ${name} in the sandbox.`)
  const [least, most] = command.arguments
  if (args.length < least || args.length > most) {
    throw refused(`ERR Wrong number of arguments for ${name}: it takes ${amount(least, most)} after the key.`)
  }
  return command.run(slot, args)
}

function amount(least: number, most: number): string {
  if (most === Infinity) return `${least} or more`
  return least === most ? String(least) : `${least} to ${most}`
}
