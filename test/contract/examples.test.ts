import {Ajv2020} from 'ajv/dist/2020.js'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {json, serve} from '../lib/client/support.ts'
import {signIn} from '../sandbox/support.ts'
import {type Outcome, runBatch} from '../support/batch.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {root} from '../support/world.ts'
import {commands, endless, online, type Command} from './commands.ts'
import {failing, isErrorObject, serverEnv, sweep, type Swept} from './sweep.ts'

interface Line {
  command: Command
  args: string[]
}

const examples: Line[] = commands
  .filter(({id}) => !endless.includes(id))
  .flatMap((command) =>
    command.examples.map((args) => ({command, args: [...args, ...(command.shape.effect ? ['--yes'] : [])]})),
  )

type Ran = Swept & {command: Command}

/** Runs each on a sandbox that is as if freshly seeded: of its own, or, where it changes nothing, one with the others. */
async function run(lines: readonly Line[]): Promise<Ran[]> {
  const isReading = ({command}: Line) => command.isOneCall && command.shape.effect === undefined
  const [sharing, alone] = [lines.filter(isReading), lines.filter((line) => !isReading(line))]
  return [...(await reading(sharing)), ...(await onFreshSandboxes(alone))]
}

/** Runs each on a sandbox of its own, freshly seeded. */
async function onFreshSandboxes(lines: readonly Line[]): Promise<Ran[]> {
  const worlds = freshWorlds(lines.length)
  const jobs = lines.map(({command, args}, at) => {
    const {env, home: cwd} = worlds[at]!
    return {args: [...command.words, ...args], env, cwd}
  })
  return ran(lines, await runBatch(jobs))
}

/** Runs lines that change nothing, on one sandbox that is served. */
async function reading(lines: readonly Line[]): Promise<Ran[]> {
  const {sandbox, world} = await servedSandbox()
  const {access_token: token} = await signIn(sandbox)
  const outcomes = await sweep(lines.map((line) => ({...line, env: {...world.env, COMMSCTL_TOKEN: token}})))
  return ran(lines, outcomes)
}

function ran(lines: readonly Line[], outcomes: readonly Outcome[]): Ran[] {
  return outcomes.map((outcome, at) => ({...outcome, command: lines[at]!.command, id: lines[at]!.command.id}))
}

/** Why a command has no example that runs on a fresh sandbox. */
const without = {
  'needs a batch that was begun': ['jobs cancel', 'jobs get', 'jobs resume'],
  'needs something that was done': ['history get', 'ledger undo'],
  'needs the key of a device that was activated here': ['murano devices read', 'murano devices write'],
  'needs what a fresh sandbox has none of': [
    'murano content delete',
    'murano content download',
    'murano content info',
    'murano env unset',
    'murano roles delete',
    'murano roles get',
    'murano users delete',
    'murano users get',
  ],
  'needs a role that the solution has, or a file of identities': ['murano devices enable-many', 'murano users create'],
  'needs somebody at a terminal, or secrets of theirs': ['config secrets set', 'login', 'murano login'],
  'needs a secret that was stored': ['config secrets delete'],
  'needs a profile that was made': ['profiles delete'],
  'needs a file of records, or of events': ['pubsub resend', 'sandbox load'],
  'needs a program to talk to': ['mcp'],
  'goes on until it is stopped': endless,
}

test('every command has one to three examples, or there is a reason why not', () => {
  const many = commands.filter(({examples: own}) => own.length > 3).map(({id}) => id)
  expect(many).toEqual([])
  const bare = commands.filter(({examples: own}) => own.length === 0).map(({id}) => id)
  expect(bare.sort()).toEqual(Object.values(without).flat().sort())
})

/** What it lists belongs to a profile, and the users of a served sandbox have none. */
const ofProfiles = 'config secrets list'

/** Lists that change nothing. */
const listing = commands.filter(
  ({id, shape}) =>
    shape.reply?.kind === 'list' && shape.effect === undefined && shape.goesOn !== true && id !== ofProfiles,
)

const presentation = ['-o', '--jq', '--dry-run', '--columns', '--chart']

test('every example runs as it stands, and prints nothing that steers a terminal', async () => {
  const outcomes = await run(examples)
  expect(failing(outcomes, ({exitCode}) => exitCode === 0)).toEqual([])
  expect(failing(outcomes, ({stdout, stderr}) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(stdout + stderr))).toEqual(
    [],
  )
})

test('with -o json, every command prints one document as its schema says, and nothing else', async () => {
  const suitable = examples.filter(
    ({command, args}) =>
      ![undefined, 'file'].includes(command.shape.reply?.kind) && !args.some((arg) => presentation.includes(arg)),
  )
  // One of each command: the others differ in what they ask for, not in what they print.
  const plain = [...new Map(suitable.toReversed().map((line) => [line.command.id, line])).values()]
  const outcomes = await run(plain.map(({command, args}) => ({command, args: [...args, '-o', 'json']})))
  expect(failing(outcomes, ({exitCode, stdout}) => exitCode === 0 && isDocument(stdout))).toEqual([])
  const lists = outcomes.filter(({command}) => ['list', 'outcomes'].includes(command.shape.reply!.kind))
  expect(failing(lists, ({stdout}) => Array.isArray(JSON.parse(stdout)))).toEqual([])
  const faults = outcomes.flatMap((outcome) => schemaFaults(outcome).map((fault) => [...outcome.args, fault].join(' ')))
  expect(faults).toEqual([])
})

/** What of a result is not as the schema of its command says. */
function schemaFaults({id, stdout}: Swept): string[] {
  const file = join(root, 'schemas', `${id.replaceAll(' ', '-')}.json`)
  const ajv = new Ajv2020({allErrors: true, strict: false})
  ajv.validate(JSON.parse(readFileSync(file, 'utf8')) as object, JSON.parse(stdout))
  return (ajv.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
}

test('rows of every list are the same in ndjson and csv as in JSON', async () => {
  const lists = listing.map((command) => ({command, args: command.typical}))
  const inFormat = (format: string) =>
    reading(lists.map(({command, args}) => ({command, args: [...args, '-o', format]})))
  const [json, ndjson, ids] = [await inFormat('json'), await inFormat('ndjson'), await inFormat('id')]
  for (const [at, {id, stdout}] of json.entries()) {
    const rows = JSON.parse(stdout) as unknown[]
    expect(lines(ndjson[at]!.stdout).length, id).toBe(rows.length)
    if (ids[at]!.exitCode === 0) expect(lines(ids[at]!.stdout).length, id).toBe(rows.length)
  }
})

test('a list without rows is empty in each format', async () => {
  const lists = listing
  for (const [format, isEmpty] of [
    ['json', (text: string) => text === '[]\n'],
    ['ndjson', (text: string) => text === ''],
    ['table', (text: string) => text === ''],
    ['yaml', (text: string) => text === '[]\n'],
    ['csv', (text: string) => lines(text).length <= 1],
  ] as const) {
    const outcomes = await reading(
      lists.map((command) => ({command, args: [...command.typical, '--where', 'nosuchkey=x', '-o', format]})),
    )
    expect(
      failing(outcomes, ({exitCode, stdout}) => exitCode === 0 && isEmpty(stdout)),
      format,
    ).toEqual([])
  }
})

test('an unknown column of a row or a thing is refused with those that there are', async () => {
  const takers = commands.filter(
    ({id, shape, examples: [first]}) =>
      shape.effect === undefined &&
      isTable(shape.reply?.kind) &&
      first !== undefined &&
      !first.includes('--dry-run') &&
      id !== ofProfiles,
  )
  const outcomes = await reading(
    takers.map((command) => ({command, args: [...command.typical, '--columns', 'nosuchcolumn', '-o', 'json']})),
  )
  expect(failing(outcomes, (outcome) => outcome.stdout === '[]\n' || isColumnRefusal(outcome))).toEqual([])
  expect(outcomes.filter(isColumnRefusal).length).toBeGreaterThan(20)
})

test('an unknown column is refused before anything is changed', async () => {
  const takers = online.filter(({shape}) => shape.effect !== undefined && (shape.reply?.columns ?? []).length > 0)
  const server = await serve((response) => json(response, 200, {}))
  const env = serverEnv(server.url)
  const outcomes = await sweep(
    takers.map((command) => ({
      command,
      env,
      args: [...command.typical, '--yes', '--columns', 'nosuchcolumn', '-o', 'json'],
    })),
  )
  expect(failing(outcomes, isColumnRefusal)).toEqual([])
  expect(server.seen).toEqual([])
})

function isTable(kind?: string): boolean {
  return kind === 'list' || kind === 'object' || kind === 'outcomes'
}

function isColumnRefusal(outcome: Swept): boolean {
  return (
    outcome.exitCode === 2 && outcome.stdout === '' && isErrorObject(outcome) && outcome.stderr.includes('nosuchcolumn')
  )
}

function isDocument(text: string): boolean {
  try {
    JSON.parse(text)
    return text.endsWith('\n')
  } catch {
    return false
  }
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}
