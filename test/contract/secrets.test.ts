import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {isSecretName} from '../../src/lib/client/masking.ts'
import {json, serve} from '../lib/client/support.ts'
import {online, type Command} from './commands.ts'
import {failing, inTurn, serverEnv, sweep} from './sweep.ts'

const canary = 'CANARY-0123456789'

/** The command's typical arguments with the canary as each secret, in flags, whole bodies and paths. */
function withCanaries({shape, typical}: Command): string[] {
  const parameters = Object.entries(shape.parameters)
  const secretFlags = parameters.filter(([, {kind}]) => kind === 'secret').map(([, {usage}]) => usage)
  const secretArguments = parameters
    .filter(([, {usage}]) => !usage.startsWith('--'))
    .map(([name]) => isSecretName(name))
  let position = 0
  return typical.map((word, at) => {
    const before = typical[at - 1] ?? ''
    if (secretFlags.includes(before)) return canary
    const [field = '', value] = word.split('=')
    if (before === '-F' && value !== undefined) return isSecretName(field) ? `${field}=${canary}` : word
    if (word.startsWith('-') || before.startsWith('-')) return word
    return secretArguments[position++] === true ? canary : word
  })
}

/** All secrets that the environment can hold. */
const environment = {
  COMMSCTL_TOKEN: `${canary}-token`,
  COMMSCTL_BASIC_TOKEN: Buffer.from(`id:${canary}`).toString('base64'),
  COMMSCTL_PASSWORD: `${canary}-password`,
  COMMSCTL_MURANO_TOKEN: `${canary}-murano-token`,
  COMMSCTL_EMAIL: 'admin@acme.example',
}

const isClean = ({stdout, stderr}: {stdout: string; stderr: string}) =>
  ![canary, encodeURIComponent(canary), environment.COMMSCTL_BASIC_TOKEN].some((secret) =>
    (stdout + stderr).includes(secret),
  )

/** Runs commands with canaries for secrets against a server that answers with that status. */
async function withSecrets(among: readonly Command[], status: number, ...flags: string[]) {
  const server = await serve((response) =>
    json(response, status, {message: 'No.', access_token: canary, password: canary}, {'retry-after': '0'}),
  )
  const kept = mkdtempSync(join(tmpdir(), 'commsctl-kept-'))
  onTestFinished(() => rmSync(kept, {recursive: true}))
  const chosen = flags.includes('--dry-run') ? among.filter(({shape}) => 'request' in shape) : among
  const outcomes = await sweep(
    chosen.map((command, at) => ({
      command,
      env: {...serverEnv(server.url), ...environment, XDG_STATE_HOME: kept},
      args: [
        ...withCanaries(command),
        ...(command.shape.effect ? ['--yes'] : []),
        ...flags,
        // What waits for a state that never comes is not waited for.
        ...['--har', join(kept, `${at}.har`), '--timeout', '1s'],
      ],
    })),
  )
  expect(keptFiles(kept).filter((text) => !isClean({stdout: text, stderr: ''}))).toEqual([])
  return outcomes
}

/** The recordings and the history of all of them. */
function keptFiles(folder: string): string[] {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => /\.(har|ndjson)$/.test(name))
  expect(names.filter((name) => name.endsWith('.har')).length).toBeGreaterThan(50)
  expect(names.some((name) => name.endsWith('.ndjson'))).toBe(true)
  return names.map((name) => readFileSync(join(folder, name), 'utf8'))
}

const ways = [
  ['when it is refused', 400, []],
  ['when the token is not taken', 401, []],
  ['when the service fails', 503, []],
  ['with --debug', 400, ['--debug']],
  ['with --debug, as JSON', 500, ['--debug', '-o', 'json']],
  ['with --dry-run', 200, ['--dry-run']],
] as const

// They take turns: each command goes two of the ways.
test.each(ways)('no command shows a secret %s', async (way, status, flags) => {
  const turn = ways.findIndex(([name]) => name === way)
  expect(failing(await withSecrets(inTurn(online, turn, 3), status, ...flags), isClean)).toEqual([])
})

test('no command shows a secret of a reply in what --debug prints', async () => {
  const outcomes = await withSecrets(online, 200, '--debug', '-o', 'id')
  expect(failing(outcomes, ({stderr}) => isClean({stdout: '', stderr}))).toEqual([])
  expect(outcomes.filter(({stderr}) => stderr.includes('***')).length).toBeGreaterThan(50)
})

test('no command shows a secret when the connection is lost', async () => {
  const server = await serve((response) => response.destroy())
  const outcomes = await sweep(
    // Every third, since each waits for its time to run out; not those that begin with what is stored here.
    inTurn(online, 0, 3)
      .filter(({id}) => !['jobs cancel', 'jobs resume', 'ledger undo'].includes(id))
      .map((command) => ({
        command,
        env: {...serverEnv(server.url), ...environment},
        args: [...withCanaries(command), ...(command.shape.effect ? ['--yes'] : []), '--timeout', '200ms'],
      })),
  )
  expect(failing(outcomes, isClean)).toEqual([])
  expect(failing(outcomes, ({exitCode}) => [0, 2, 3, 8, 9, 10].includes(exitCode))).toEqual([])
})
