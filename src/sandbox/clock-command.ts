import {Command} from '../lib/command.ts'
import {type Effect, type Shape} from '../lib/operation/declaration.ts'
import {printReply} from '../lib/operation/run.ts'
import {type Parameters, type Values} from '../lib/parameter.ts'
import {type Clock, type ClockState} from './clock.ts'
import {clockReply, clockView} from './views.ts'
import {withSandbox} from './with-sandbox.ts'

interface ClockCommand<P extends Parameters> extends Pick<Shape<P>, 'summary' | 'parameters' | 'examples'> {
  effect?: Effect
  act: (clock: Clock, values: Values<P>) => ClockState
}

/** A command that reads or changes the sandbox's clock and shows how it stands afterwards. */
export function clockCommand<P extends Parameters>({act, ...rest}: ClockCommand<P>): typeof Command {
  const shape = {...rest, reply: clockReply, online: false} satisfies Shape<P>
  return class extends Command {
    static override readonly shape: Shape = shape

    async run(): Promise<void> {
      const values = await this.values<P>(shape)
      const state = await withSandbox(this.console.paths, async (sandbox) => {
        const changed = act(sandbox.clock, values)
        if (rest.effect !== undefined) await sandbox.catchUp()
        return changed
      })
      await printReply(clockReply, clockView(state), this.console)
    }
  }
}
