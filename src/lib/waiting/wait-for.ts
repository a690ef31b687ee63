import {parse} from '@oclif/core/parser'
import {loadCommand} from '../catalogue.ts'
import {waitUntilDone} from '../client/pending.ts'
import {resolveCommand} from '../command-files.ts'
import {type Console} from '../console.ts'
import {CliError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Declaration} from '../operation/declaration.ts'
import {collectValues} from '../operation/values.ts'
import {matches, parseConditions} from '../output/where.ts'
import {parsable} from '../parsable.ts'
import {asUsageError} from '../parse-errors.ts'
import {positionals} from '../positionals.ts'
import {shellQuoted} from '../shell-quote.ts'
import {surfaceOf} from '../surface.ts'
import {waitFor} from '../wait.ts'
import {follow} from './course.ts'

/** Waits for work that the service has accepted, where it said it can be asked about. */
export async function waitForLocation(location: string, {gone}: {gone: boolean}, console: Console): Promise<void> {
  const {client} = await console.connection()
  const {timeoutMs, signal} = console
  const request = {method: gone ? 'DELETE' : 'GET', host: 'api', path: '/', auth: 'bearer', idempotent: true} as const
  const reply = {status: 202, headers: {location}, body: undefined, traceId: client.traceId}
  await waitUntilDone(client, request, reply, {timeoutMs, signal, deleting: gone})
}

/** Runs a command that shows one thing until what it shows is as wanted. */
export async function waitForState(
  words: readonly string[],
  {conditions, account}: {conditions: readonly string[] | undefined; account: string | undefined},
  console: Console,
): Promise<void> {
  const {shape, rest, id} = await readingCall(words, console)
  const {flags, args} = await parsed(rest, shape, id)
  const {course} = shape
  if (conditions === undefined && course === undefined)
    throw usageError('Missing --for.', {hint: 'Say what to wait for: --for status=ACTIVE'})
  const wanted = parseConditions(conditions ?? [], '--for')
  const typed = {args: positionals(shape.parameters, args).args, flags: {...flags, ...(account && {account})}}
  const values = await collectValues(shape.parameters, typed, console.valueSources())
  const {service} = await console.connection()
  const [only, ...others] = wanted
  if (course !== undefined && others.length === 0 && (only === undefined || only.key === course.field)) {
    const followed = {command: id, call: {shape}, values}
    const {problem} = await follow(followed, service, {wanted: only?.value, console})
    if (problem !== undefined) throw problem
    return
  }
  let shown: unknown
  const look = async () => {
    shown = await service.call({shape}, values)
    return matches(shown, wanted) ? true : undefined
  }
  const texts = conditions ?? []
  if ((await waitFor(`Waiting for ${texts.join(', ')}`, look, console)) === undefined)
    throw notYet(words, texts, account)
}

/** The words after the command's own as it takes them; after --, flags are among them. */
async function parsed(words: readonly string[], shape: Declaration, id: string) {
  const surface = surfaceOf(shape)
  try {
    const {flags, raw} = await parse(parsable(words), {flags: surface.flags, strict: false})
    return {flags, args: raw.flatMap((token) => (token.type === 'arg' ? [token.input] : []))}
  } catch (error) {
    throw asUsageError(error, surface, id)
  }
}

async function readingCall(words: readonly string[], {program: {folder, extension}}: Console) {
  const {file, rest, id} = resolveCommand([...words], folder, extension)
  const shape = file === undefined ? undefined : ((await loadCommand(file)).shape as Partial<Declaration>)
  if (shape?.request !== undefined && shape.effect === undefined && shape.reply?.kind === 'object')
    return {shape: shape as Declaration, rest, id}
  throw usageError(`“${id === '' ? words.join(' ') : id}” is neither a location nor a command that shows one thing.`, {
    hint: 'Give for example: commsctl wait 10dlc campaigns get CSMILE1 --for status=ACTIVE',
  })
}

function notYet(words: readonly string[], conditions: readonly string[], account: string | undefined): CliError {
  const flags = [
    ...conditions.map((condition) => `--for ${shellQuoted(condition)}`),
    ...(account ? [`--account ${account}`] : []),
  ]
  return new CliError(`It is not so yet: ${conditions.join(', ')}.`, {
    code: 'pending',
    exit: ExitCode.Pending,
    hint: `Go on waiting: commsctl wait ${[...words, ...flags].join(' ')}`,
    retryable: true,
  })
}
