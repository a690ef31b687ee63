import {expect, test} from 'vitest'
import {flagName, surfaceOf} from '../../src/lib/surface.ts'
import {json, serve} from '../lib/client/support.ts'
import {signIn} from '../sandbox/support.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {commands, endless, isFlag, needsConfirmation, online, type Command} from './commands.ts'
import {failing, serverEnv, sweep, type Swept} from './sweep.ts'

/** Runs a line of each command against a server that counts requests; gives back the outcomes and how many it saw. */
async function refused(
  lines: readonly {command: Command; args: string[]}[],
): Promise<{swept: Swept[]; requests: string[]}> {
  const server = await serve((response) => json(response, 200, {}))
  const swept = await sweep(lines.map((line) => ({...line, env: serverEnv(server.url)})))
  return {swept, requests: server.seen.map(({method, url}) => `${method} ${url}`)}
}

function flagsOf({shape}: Command): string[] {
  return Object.keys(surfaceOf(shape).flags)
}

test('an unknown flag is refused with the near one', async () => {
  const lines = commands.flatMap((command) => {
    const [flag] = flagsOf(command)
    return flag === undefined ? [] : [{command, flag, args: [...command.typical, `--${flag}x`]}]
  })
  const {swept, requests} = await refused(lines)
  const told = swept.map((outcome, at) => ({...outcome, told: outcome.stderr.includes(`--${lines[at]!.flag}`)}))
  expect(failing(swept, ({exitCode, stdout}) => exitCode === 2 && stdout === '')).toEqual([])
  expect(told.filter((outcome) => !outcome.told || !outcome.stderr.includes('Did you mean'))).toEqual([])
  expect(requests).toEqual([])
})

test('a word too many is refused', async () => {
  const lines = commands
    .filter(({shape}) => Object.values(shape.parameters).every((parameter) => isFlag(parameter) || !parameter.many))
    .map((command) => {
      const left = Object.values(command.shape.parameters).filter((parameter) => !isFlag(parameter)).length
      return {command, args: [...command.typical, ...Array<string>(left + 1).fill('superfluous')]}
    })
  const {swept, requests} = await refused(lines)
  expect(failing(swept, ({exitCode, stderr}) => exitCode === 2 && stderr.includes('superfluous'))).toEqual([])
  expect(requests).toEqual([])
})

test.each([
  ['an unknown format', 'output', ['-o', 'jsno'], 'json'],
  ['a jq program that does not compile', 'jq', ['--jq', '.a['], 'jq'],
  ['a condition that is none', 'where', ['--where', 'a'], '--where'],
  ['a limit that is no number', 'limit', ['--limit', 'many'], '--limit'],
  ['an offset that is no number', 'offset', ['--offset', 'few'], '--offset'],
  ['a time that is none', 'timeout', ['--timeout', 'soon'], '--timeout'],
  ['a profile that there is not', 'profile', ['--profile', 'sanbox'], 'sandbox'],
])('%s is refused before anything is sent', async (_, flag, args, told) => {
  // Some make the profile, or say what is wrong with it.
  const expectsOthers = ({shape}: Command) =>
    flag === 'profile' && (shape.makesProfile === true || shape.diagnoses === true)
  const takers = online.filter((command) => flagsOf(command).includes(flag) && !expectsOthers(command))
  const {swept, requests} = await refused(
    takers.map((command) => ({
      command,
      args: [...command.typical, ...args, '--yes'].filter(
        (arg) => arg !== '--yes' || command.shape.effect !== undefined,
      ),
    })),
  )
  expect(takers.length).toBeGreaterThan(0)
  expect(
    failing(swept, ({exitCode, stdout, stderr}) => exitCode === 2 && stdout === '' && stderr.includes(told)),
  ).toEqual([])
  expect(requests).toEqual([])
})

test('required values that are missing are named, all of them', async () => {
  const lines = commands
    .filter(({id}) => !endless.includes(id))
    .map((command) => ({
      command,
      args: [] as string[],
      required: Object.values(command.shape.parameters).filter(({presence}) => presence === 'required'),
    }))
    .filter(({required}) => required.length > 0)
  const {swept, requests} = await refused(lines)
  const unnamed = swept.flatMap(({id, exitCode, stderr}, at) =>
    lines[at]!.required.filter(({usage}) => exitCode !== 2 || !stderr.includes(usage.replace('...', ''))).map(
      ({usage}) => ({id, usage, exitCode, stderr}),
    ),
  )
  expect(unnamed).toEqual([])
  expect(requests).toEqual([])
})

test('values of the wrong kind are refused, by the name of the argument or flag', async () => {
  const wrong: Partial<Record<string, string>> = {
    uuid: 'no-uuid',
    integer: 'many',
    date: 'someday',
    url: 'not a url',
    email: 'nobody',
    phone: '12',
    json: '{"a":',
    body: '{"a":',
    choice: 'nonesuch',
    filter: 'key',
  }
  const lines = online.flatMap((command) =>
    Object.values(command.shape.parameters)
      .filter((parameter) => isFlag(parameter) && wrong[parameter.kind] !== undefined)
      .map((parameter) => ({
        command,
        usage: parameter.usage,
        args: [...command.typical, parameter.usage, wrong[parameter.kind]!],
      })),
  )
  const {swept, requests} = await refused(lines)
  const wrongly = swept.filter(
    ({exitCode, stdout, stderr}, at) => exitCode !== 2 || stdout !== '' || !stderr.includes(lines[at]!.usage),
  )
  expect(failing(wrongly, () => false)).toEqual([])
  expect(requests).toEqual([])
})

test('what costs money or cannot be undone is not done unasked', async () => {
  const {sandbox, world} = await servedSandbox()
  const {access_token: token} = await signIn(sandbox)
  // Rules that never strike, to count what they apply to.
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const)
    sandbox.faults.set({kind: 'drop', method, path: '*', rate: Number.MIN_VALUE})
  // What works on this machine alone asks where there is something to lose.
  const lines = online
    .filter((command) => needsConfirmation(command) && command.examples.length > 0)
    .flatMap((command) =>
      [command.typical, ...command.examples]
        .filter((args) => !args.includes('--dry-run'))
        .map((args) => ({command, args, env: {...world.env, COMMSCTL_TOKEN: token}})),
    )
  const swept = await sweep(lines)
  const asked = swept.filter(({exitCode, stderr}) => exitCode === 2 && stderr.includes('--yes')).map(({id}) => id)
  expect(lines.map(({command}) => command.id).filter((id) => !asked.includes(id))).toEqual([])
  expect(sandbox.faults.list().map(({seen}) => seen)).toEqual([0, 0, 0, 0])
})

test('flags have one name each', () => {
  const doubled = commands.filter(({shape}) => {
    const names = Object.values(shape.parameters).filter(isFlag).map(flagName)
    return new Set(names).size < names.length
  })
  expect(doubled.map(({id}) => id)).toEqual([])
})
