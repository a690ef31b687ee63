import {CliError, interruptedError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {createEndpoint, deleteEndpoint, putEndpoint} from '../../lib/murano/endpoint-calls.ts'
import {createEventHandler, deleteEventHandler, putEventHandler} from '../../lib/murano/event-handler-calls.ts'
import {deleteFile, putFile} from '../../lib/murano/file-calls.ts'
import {gatewayPatches} from '../../lib/murano/gateway-calls.ts'
import {createModule, deleteModule, putModule} from '../../lib/murano/module-calls.ts'
import {type Outcome} from '../../lib/murano/project/outcome.ts'
import {changeParameters, ProjectCommand, readingCalls} from '../../lib/murano/project/project-command.ts'
import {getServiceSchema} from '../../lib/murano/service-calls.ts'
import {ServiceSchemas} from '../../lib/murano/service-schemas.ts'
import {outcomes, type Shape} from '../../lib/operation/declaration.ts'

const deletion = {changes: 'delete', destructive: true} as const

export default class Push extends ProjectCommand {
  static override readonly shape = {
    summary: 'Bring what has changed in the folder of a project to its solution',
    description:
      'What somebody else has changed there since it was pulled is told, and nothing is pushed; --force overwrites it. ' +
      'Each thing is looked at again right before it is written. Interrupted, it goes on when it is run again.',
    parameters: changeParameters,
    effect: {changes: 'push to'},
    reply: outcomes<Outcome>({columns: ['outcome', 'kind', 'name', 'path', 'message'], id: 'name', noun: 'changes'}),
    tool: false,
    examples: [['See what would be done', '--solution Sandpit --dry-run']],
  } satisfies Shape<typeof changeParameters, Outcome>
  static override readonly calls = [
    ...readingCalls,
    getServiceSchema,
    ...[putModule, createModule, deleteModule, putEventHandler, createEventHandler, deleteEventHandler],
    ...[putEndpoint, createEndpoint, deleteEndpoint, putFile, deleteFile, gatewayPatches.resources],
  ]

  async run(): Promise<void> {
    const values = await this.values(Push.shape)
    const plans = values['dry-run'] === true
    await this.onProject(values, {changes: !plans}, async (checkout) => {
      const {Push: Work} = await import('../../lib/murano/project/push.ts')
      const work = new Work(checkout, {force: values.force === true, deletes: values.delete === true})
      await work.plan(this.kindsOf(values))
      const {checkHandlers} = await import('../../lib/murano/project/check-handlers.ts')
      await checkHandlers(work.steps, checkout, new ServiceSchemas(this, this.console))
      if (plans) return this.#print(work.planned())
      if (work.deleted.length > 0) await this.confirm(deletion, work.deleted)
      await this.#print(work.outcomes())
      if (work.failed > 0) throw this.#unfinished(work)
    })
  }

  async #print(rows: AsyncIterable<Outcome> | Iterable<Outcome>): Promise<void> {
    await this.console.printer.rows(rows, {...Push.shape.reply, idField: Push.shape.reply.id})
  }

  #unfinished({
    failed,
    steps,
    stop,
  }: {
    failed: number
    steps: readonly unknown[]
    stop: CliError | undefined
  }): CliError {
    const summary = `${failed} of ${steps.length} were not pushed.`
    const hint = 'The outcome of each is above. Run the same command again to go on.'
    if (this.console.signal.aborted) return interruptedError(`${summary} ${hint}`)
    if (failed === steps.length && stop !== undefined) return stop
    return new CliError(summary, {code: 'partly-failed', exit: ExitCode.PartlyFailed, hint, cause: stop})
  }
}
