import {Command} from '../../../lib/command.ts'
import {CliError} from '../../../lib/errors.ts'
import {ExitCode} from '../../../lib/exit-code.ts'
import {eventOf} from '../../../lib/murano/event-of.ts'
import {createHandler, putHandler} from '../../../lib/murano/handler-calls.ts'
import {handlerParameters} from '../../../lib/murano/handler-parameters.ts'
import {getServiceSchema} from '../../../lib/murano/service-calls.ts'
import {ServiceSchemas} from '../../../lib/murano/service-schemas.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {identityOf} from '../../../lib/operation/id-memory.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {prose} from '../../../lib/parameters.ts'

export default class Put extends Command {
  static override readonly shape = {
    summary: 'Set the script that handles an event',
    description: 'Makes the handler, or puts the script in place of the one that it has.',
    parameters: {...handlerParameters, script: prose('SCRIPT', 'script in Lua; @FILE or - reads it')},
    effect: {changes: 'set the handler of', idempotent: true},
    reply: putHandler.shape.reply,
    dryRun: true,
    examples: [['One line', `timer timer 'print("It is time.")' --solution clinic-monitor`]],
  } satisfies Shape
  static override readonly calls = [putHandler, createHandler, getServiceSchema]

  async run(): Promise<void> {
    const given = await this.values(Put.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(putHandler, contentOf(given.solution, given))
    const {solution: id, service, event, script} = await this.identified(Put.shape, given)
    const schemas = new ServiceSchemas(this, this.console.paths.cache, identityOf(this.console.settings))
    await eventOf(schemas, service, event, id)
    await this.#put(id, {service, event, script})
    await printReply(Put.shape.reply, undefined, this.console)
  }

  async #put(id: string, handler: {service: string; event: string; script: string}): Promise<void> {
    const {path, ...content} = contentOf(id, handler)
    try {
      await this.call(putHandler, {...content, path})
    } catch (error) {
      if (!(error instanceof CliError) || error.exit !== ExitCode.NotFound) throw error
      await this.call(createHandler, content)
    }
  }
}

function contentOf(id: string, {service, event, script}: {service: string; event: string; script: string}) {
  const name = `${service}_${event}`
  const alias = `${id}_${name}`
  return {id, path: alias, alias, solution_id: id, service, event, name, script}
}
