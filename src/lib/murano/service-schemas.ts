import {createHash} from 'node:crypto'
import {readFileSync, renameSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {type JsonObject} from '../client/wire.ts'
import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Caller} from '../operation/declaration.ts'
import {identityOf} from '../operation/id-memory.ts'
import {factsOf} from './known-services.ts'
import {type LiveEvent, type LiveOperation, type LiveService, readLiveSchema} from './live-schema.ts'
import {getServiceSchema} from './service-calls.ts'
import {type EventFacts} from './service-facts.ts'
import {makeFolder} from '../make-folder.ts'

const freshMs = 86_400_000

/** What services say of themselves, kept for a day. What is known here of a service goes over that: its mistakes are known, too. */
export class ServiceSchemas {
  readonly #folder: string
  /** Keeps apart what different platforms say. */
  readonly #whose: string

  constructor(
    private readonly caller: Caller,
    {paths, settings}: Pick<Console, 'paths' | 'settings'>,
  ) {
    this.#folder = paths.cache
    this.#whose = identityOf(settings)
  }

  /** A service of a solution, by its alias; undefined where neither it says anything, nor anything is known. */
  async of(alias: string, solution: string): Promise<LiveService | undefined> {
    return withFacts(alias, readKept(this.#file(alias)) ?? (await this.#ask(alias, solution)))
  }

  /** The same, without asking. */
  async kept(alias: string): Promise<LiveService | undefined> {
    return withFacts(alias, readKept(this.#file(alias)))
  }

  /** The same, asked for anew: the service may have learnt something. */
  async anew(alias: string, solution: string): Promise<LiveService | undefined> {
    return withFacts(alias, await this.#ask(alias, solution))
  }

  async #ask(alias: string, solution: string): Promise<JsonObject | undefined> {
    try {
      const schema = await this.caller.call(getServiceSchema, {service: alias, id: solution})
      keep(this.#file(alias), schema)
      return schema
    } catch (error) {
      if (error instanceof CliError && error.exit === ExitCode.NotFound) return undefined
      throw error
    }
  }

  #file(alias: string): string {
    const name = createHash('sha256')
      .update(JSON.stringify([this.#whose, alias]))
      .digest('hex')
      .slice(0, 32)
    return join(this.#folder, 'murano-services', `${name}.json`)
  }
}

async function withFacts(alias: string, schema: JsonObject | undefined): Promise<LiveService | undefined> {
  const facts = await factsOf(alias)
  if (schema === undefined && facts === undefined) return undefined
  const live = readLiveSchema(schema ?? {})
  const operations = new Map(live.operations.map((each) => [each.name, each]))
  for (const [name, known] of Object.entries(facts?.operations ?? {})) {
    const said = operations.get(name)
    if (schema !== undefined && said === undefined) continue
    const all = {...said?.arguments, ...known.arguments}
    operations.set(name, {name, ...said, required: [], ...known, effect: known.effect, arguments: all})
  }
  const events = new Map(Object.entries(facts?.events ?? {}).map(([name, event]) => [name, asLive(name, event)]))
  for (const event of live.events) events.set(event.name, event)
  return {operations: [...operations.values()], events: [...events.values()]}
}

function asLive(name: string, {summary, parameter, argument, required = []}: EventFacts): LiveEvent {
  return {name, summary, parameter, fields: argument, required}
}

/** The operation of that name. */
export function operationOf(service: LiveService | undefined, name: string): LiveOperation | undefined {
  return service?.operations.find((operation) => operation.name === name)
}

function readKept(file: string): JsonObject | undefined {
  try {
    if (Date.now() - statSync(file).mtimeMs > freshMs) return undefined
    return JSON.parse(readFileSync(file, 'utf8')) as JsonObject
  } catch {
    return undefined
  }
}

function keep(file: string, schema: JsonObject): void {
  try {
    makeFolder(dirname(file))
    const part = `${file}.${process.pid}`
    writeFileSync(part, JSON.stringify(schema), {mode: 0o600})
    renameSync(part, file)
  } catch {
    // What cannot be kept is asked for again the next time.
  }
}
