import {wholeBody} from '../../lib/body-parameter.ts'
import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {Command} from '../../lib/command.ts'
import {didYouMean} from '../../lib/did-you-mean.ts'
import {CliError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {argumentRows, type ArgumentRow, operationRows, type OperationRow} from '../../lib/murano/describe-operation.ts'
import {type LiveOperation} from '../../lib/murano/live-schema.ts'
import {solution} from '../../lib/murano/parameters.ts'
import {getServiceSchema} from '../../lib/murano/service-calls.ts'
import {serviceConfigLookup} from '../../lib/murano/service-config.ts'
import {operationOf, ServiceSchemas} from '../../lib/murano/service-schemas.ts'
import {operation} from '../../lib/operation.ts'
import {type Effect, object, type Reply, type Shape} from '../../lib/operation/declaration.ts'
import {confirmEffect, effectWith} from '../../lib/operation/confirm.ts'
import {printAnything} from '../../lib/operation/print-anything.ts'
import {checkBody} from '../../lib/operation/values.ts'
import {Printer} from '../../lib/output/printer.ts'
import {boolean, text} from '../../lib/parameters.ts'

/** Whatever the service answers. */
const reply: Reply<JsonValue> = object({columns: []})

const parameters = {
  solution: solution(),
  serviceconfig: text('SERVICE', 'alias of the service, such as keystore', {lookup: serviceConfigLookup('solution')}),
  operation: text('OPERATION', 'name of the operation, such as get; left out, all are listed', {required: false}),
}

export const callOperation = operation({
  operation: 'Murano.serviceconfig.call',
  summary: 'Call an operation of a service',
  request: {
    line: 'POST /solution/{solution}/serviceconfig/{serviceconfig}/call/{operation}',
    host: 'murano',
    auth: 'murano',
    fixedBody: {},
  },
  parameters: {
    ...parameters,
    operation: text('OPERATION', 'name of the operation'),
    body: wholeBody('arguments', {optional: true}),
  },
  effect: {changes: 'call'},
  reply,
  examples: [],
})

export default class Call extends Command {
  static override readonly shape = {
    summary: 'Call any operation of any service of a solution',
    description:
      'The service describes its operations itself, and arguments are checked against that before they are sent, all in ' +
      'one object beside each other. Without OPERATION, the operations are listed; --describe lists the arguments of one. ' +
      'Prints the reply as JSON.',
    parameters: {
      ...parameters,
      body: wholeBody('arguments, in one object', {optional: true, ofAnyForm: true}),
      describe: boolean('--describe', 'list the arguments of the operation, and do not call it', {in: 'local'}),
    },
    effect: {changes: 'call'},
    reply,
    format: 'json',
    dryRun: true,
    examples: [
      ['An operation', 'keystore get -F key=greeting --solution Sandpit'],
      ['What a service can do', 'keystore --solution Sandpit'],
      ['The arguments of an operation', 'user createUser --describe --solution Sandpit'],
    ],
  } satisfies Shape
  static override readonly calls = [callOperation, getServiceSchema]

  async run(): Promise<void> {
    const {describe, ...given} = await this.values(Call.shape)
    const {operation: name, serviceconfig: alias} = given
    if (name === undefined) return this.#printRows(await this.#operations(alias, given.solution), 'operations')
    const live = await this.#operation(alias, name, given.solution)
    if (describe === true) return this.#printRows(live === undefined ? [] : argumentRows(live), 'arguments')
    const values = {...given, operation: name, body: await this.#arguments(live, given.body)}
    if (this.flags['dry-run'] === true) return this.showRequest(callOperation, values)
    const called = {shape: {...callOperation.shape, effect: effectOf(live, values.body)}}
    await confirmEffect(called.shape, values, this.console)
    await printAnything(await this.call(called, values), this.console)
  }

  async #operations(alias: string, scope: string): Promise<OperationRow[]> {
    const service = await this.#schemas().of(alias, scope)
    if (service !== undefined) return operationRows(service)
    await this.#mustBeEnabled(alias, scope)
    throw undescribed(alias, scope)
  }

  /** Throws where it is not enabled, which says more than that it has no description. */
  async #mustBeEnabled(alias: string, scope: string): Promise<void> {
    await this.identified({...callOperation.shape, parameters}, {serviceconfig: alias, solution: scope})
  }

  /** The operation as the service describes it; undefined where it says nothing. Throws where the service has no such operation. */
  async #operation(alias: string, name: string, scope: string): Promise<LiveOperation | undefined> {
    const schemas = this.#schemas()
    if (this.flags['dry-run'] === true) return operationOf(await schemas.kept(alias), name)
    const known = operationOf(await schemas.of(alias, scope), name)
    if (known !== undefined) return known
    const service = await schemas.anew(alias, scope)
    const found = operationOf(service, name)
    if (service === undefined) {
      await this.#mustBeEnabled(alias, scope)
      await this.console.warn(`${alias} does not describe itself: arguments are sent unchecked.`)
    }
    if (found !== undefined || service === undefined) return found
    const names = service.operations.map((operation) => operation.name)
    throw new CliError(`The service ${alias} has no operation “${name}”.${didYouMean(name, names)}`, {
      code: 'unknown-operation',
      exit: ExitCode.NotFound,
      details: names.length > 0 ? [`It has: ${names.join(', ')}.`] : [],
      hint: `Run: commsctl murano call ${alias} --solution ${scope}`,
    })
  }

  /** The arguments, read anew and checked now that the service has said what they are: a text may look like a number. */
  async #arguments(live: LiveOperation | undefined, given: JsonObject | undefined): Promise<JsonObject | undefined> {
    if (live === undefined) return given
    const {arguments: fields, required, others} = live
    const body = wholeBody('arguments, in one object', {optional: true, fields, required, ...(others && {others})})
    if (given !== undefined && !this.#readsInput()) return (await this.values({...Call.shape, parameters: {body}})).body
    await checkBody(given ?? {}, body.schema ?? {}, this.console.input)
    return given
  }

  /** Whether standard input is among what was typed, which can be read once. */
  #readsInput(): boolean {
    const fields = (this.flags['field'] ?? []) as string[]
    return this.flags['body'] === '-' || fields.some((field) => field.endsWith('=-'))
  }

  #schemas(): ServiceSchemas {
    return new ServiceSchemas(this, this.console)
  }

  /** For people, unless a format is chosen. */
  async #printRows(rows: readonly (OperationRow | ArgumentRow)[], noun: string): Promise<void> {
    const {terminal, printing, printer} = this.console
    const chosen = printing.isFormatTyped ? printer : new Printer({terminal, format: 'table'})
    await chosen.rows(rows, {columns: [], noun})
  }
}

/** What an operation does with these arguments; one that nothing is known of may change anything. */
function effectOf(live: LiveOperation | undefined, given: JsonObject | undefined): Effect | undefined {
  const effect = live === undefined ? callOperation.shape.effect : effectWith(live.effect, given ?? {})
  return effect && {...effect, changes: 'call', told: () => 'changes'}
}

function undescribed(alias: string, scope: string): CliError {
  return new CliError(`The service ${alias} does not describe itself.`, {
    code: 'no-description',
    exit: ExitCode.NotFound,
    hint: `Its operations can be called all the same: commsctl murano call ${alias} OPERATION -F NAME=VALUE --solution ${scope}`,
  })
}
