import {Command} from '../../../lib/command.ts'
import {CliError} from '../../../lib/errors.ts'
import {ExitCode} from '../../../lib/exit-code.ts'
import {eventOf} from '../../../lib/murano/event-of.ts'
import {createEventHandler, putEventHandler} from '../../../lib/murano/event-handler-calls.ts'
import {handlerParameters} from '../../../lib/murano/handler-parameters.ts'
import {getServiceSchema} from '../../../lib/murano/service-calls.ts'
import {ServiceSchemas} from '../../../lib/murano/service-schemas.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {prose} from '../../../lib/parameters.ts'

export default class Put extends Command {
  static override readonly shape = {
    summary: 'Set the script that handles an event',
    description: 'Makes the handler, or puts the script in place of the one that it has.',
    parameters: {...handlerParameters, script: prose('SCRIPT', 'script in Lua; @FILE or - reads it')},
    effect: {changes: 'set the handler of', idempotent: true},
    reply: putEventHandler.shape.reply,
    dryRun: true,
    examples: [['One line', `timer timer 'print("It is time.")' --solution clinic-monitor`]],
  } satisfies Shape
  static override readonly calls = [putEventHandler, createEventHandler, getServiceSchema]

  async run(): Promise<void> {
    const given = await this.values(Put.shape)
    if (this.flags['dry-run'] === true) {
      const {solution: id, service, event} = given
      return this.showRequest(putEventHandler, {id, ...given, alias: `${service}_${event}`}, [createEventHandler])
    }
    const {solution: id, service, event, script} = await this.identified(Put.shape, given)
    const schemas = new ServiceSchemas(this, this.console)
    await eventOf(schemas, service, event, id)
    await this.#put({id, service, event, alias: `${service}_${event}`, script})
    await printReply(Put.shape.reply, undefined, this.console)
  }

  async #put(handler: {id: string; service: string; event: string; alias: string; script: string}): Promise<void> {
    try {
      await this.call(putEventHandler, handler)
    } catch (error) {
      // Older servers put nothing that is not there.
      if (!(error instanceof CliError) || error.exit !== ExitCode.NotFound) throw error
      await this.call(createEventHandler, handler)
    }
  }
}
