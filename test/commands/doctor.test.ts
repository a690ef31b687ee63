import {chmodSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:https'
import {type AddressInfo} from 'node:net'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {type Bundle} from '../../src/lib/doctor/bundle.ts'
import {type Finding} from '../../src/lib/doctor/finding.ts'
import {deadUrl, json, serve} from '../lib/client/support.ts'
import {makeCertificate} from '../support/certificate.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {World} from '../support/world.ts'

/** Somebody whose requests never leave this machine. */
async function lonely(env: Record<string, string> = {}): Promise<World> {
  const world = new World({HTTPS_PROXY: await deadUrl(), ...env})
  onTestFinished(() => world.dispose())
  return world
}

async function examined(world: World, ...args: string[]) {
  const {exitCode, stdout, stderr} = await world.run(['doctor', '-o', 'json', '--timeout', '5s', ...args])
  expect(stderr).toBe('')
  const findings = JSON.parse(stdout) as Finding[]
  const of = (check: string) => findings.filter((finding) => finding.check === check)
  const errors = findings.filter(({level}) => level === 'error').map(({check}) => check)
  return {exitCode, findings, of, errors, printed: stdout}
}

/** A JWT, which nobody has signed. */
function token(claims: object): string {
  const parts = [{alg: 'none'}, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  return [...parts, 'CANARY'].join('.')
}

describe('where all is well', () => {
  test('every check says so, and a file for support has all of it and no secret', async () => {
    const world = new SandboxWorld()
    onTestFinished(() => world.dispose())
    await world.run(['oauth', 'tokens', 'check', '--access-token', 'CANARY'])
    const {exitCode, findings, errors} = await examined(world, '--bundle', 'support.json')
    expect([exitCode, errors]).toEqual([0, []])
    expect(new Set(findings.map(({check}) => check)).size).toBe(15)
    const file = join(world.home, 'support.json')
    const text = readFileSync(file, 'utf8')
    const bundle = JSON.parse(text) as Bundle
    expect(bundle.findings).toEqual(findings)
    expect(bundle.configuration).toContainEqual({key: 'profile', value: 'sandbox', origin: 'COMMSCTL_PROFILE'})
    expect(bundle.history[0]!.command_line).toContain('--access-token ***')
    expect(Object.keys(bundle.history[0]!.requests[0]!)).not.toContain('body')
    expect(text).not.toMatch(/CANARY|eyJ/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await world.fails(2, 'doctor', '--bundle', 'support.json')).toContain('exists already')
  })

  test('a service that fails is told apart from those that do not', async () => {
    const {sandbox, world} = await servedSandbox()
    sandbox.faults.set({kind: 'status', status: 503, path: '/sms/*'})
    const {exitCode, findings, of} = await examined(world)
    expect(exitCode).toBe(10)
    expect(findings.filter(({level}) => level === 'error')).toMatchObject([{check: 'service', subject: 'sms'}])
    expect(of('connection')[0]).toMatchObject({level: 'ok', found: expect.stringContaining('is open') as string})
    expect(of('token')[0]!.found).toMatch(/user .*, account .*, scope default, good until/)
    expect(of('tls')[0]!.level).toBe('skipped')
  })
})

describe('where nothing is set up yet', () => {
  test('both ways on are named', async () => {
    const {exitCode, of, errors} = await examined(await lonely())
    expect([exitCode, errors[0]]).toEqual([3, 'login'])
    expect(of('login')[0]!.mend).toMatch(/commsctl login.*--profile sandbox/)
    expect(of('murano')[0]).toMatchObject({level: 'skipped', mend: 'commsctl murano login'})
  })
})

describe('a configuration that is broken', () => {
  test.each([
    ['is found', '{"version": 1,', [], 'configuration', 'is not valid JSON'],
    ['in a profile is found', '{"version": 1, "profiles": {"a": {"api_host": 1}}}', [], 'configuration', 'has no text'],
    ['for lack of a profile is found', '{"version": 1}', ['--profile', 'work'], 'settings', 'no profile "work"'],
    [
      'in its host is found',
      '{"version": 1, "current": "a", "profiles": {"a": {"api_host": "ftp://x"}}}',
      [],
      'settings',
      'is not an http(s) URL',
    ],
  ] as const)('%s, and what needs it is not looked at', async (_, text, args, check, found) => {
    const world = await lonely()
    mkdirSync(join(world.env['XDG_CONFIG_HOME']!, 'commsctl'), {recursive: true, mode: 0o700})
    writeFileSync(join(world.env['XDG_CONFIG_HOME']!, 'commsctl/config.json'), text, {mode: 0o600})
    const {exitCode, of, errors} = await examined(world, ...args)
    expect([exitCode, errors]).toEqual([2, [check]])
    expect(of(check)[0]!.found).toContain(found)
    expect(of('dns')[0]).toMatchObject({level: 'skipped', found: `Not looked at: “${check}” has to be mended first.`})
    expect(of('folders').every(({level}) => level === 'ok')).toBe(true)
  })

  test('or open to others is found, and so are secrets that others may read', async () => {
    const world = await lonely()
    await world.run(['config', 'set', 'secret-store', 'file'])
    const config = join(world.env['XDG_CONFIG_HOME']!, 'commsctl/config.json')
    chmodSync(config, 0o666)
    const data = join(world.env['XDG_DATA_HOME']!, 'commsctl')
    mkdirSync(data, {recursive: true})
    const secrets = join(data, 'secrets.json')
    writeFileSync(secrets, '{"version": 1, "profiles": {}}', {mode: 0o644})
    chmodSync(secrets, 0o644)
    const {of, exitCode} = await examined(world)
    expect(of('configuration')[0]).toMatchObject({level: 'warning', mend: `chmod 600 ${config}`})
    expect(of('secrets')[0]).toMatchObject({level: 'error', mend: `Run: chmod 600 ${secrets}`})
    expect(of('login')[0]!.level).toBe('skipped')
    expect(exitCode).toBe(2)
  })

  test('or a folder that cannot be made is found', async () => {
    const world = await lonely()
    writeFileSync(join(world.home, 'file'), '')
    Object.assign(world.env, {XDG_DATA_HOME: join(world.home, 'file')})
    const {of, errors} = await examined(world)
    expect(errors.slice(0, 2)).toEqual(['secrets', 'folders'])
    expect(of('folders').find(({level}) => level === 'error')).toMatchObject({
      subject: 'data',
      found: expect.stringContaining('cannot be written') as string,
    })
  })
})

describe('a token', () => {
  test('that has ended is an error of the login, and is not shown', async () => {
    const COMMSCTL_TOKEN = token({sub: 'u', exp: 1_700_000_000})
    const {exitCode, of, printed} = await examined(await lonely({COMMSCTL_TOKEN}))
    expect(exitCode).toBe(3)
    expect(of('login')[0]!.found).toContain('has ended on 2023-11-14T22:13:20Z')
    expect(printed).not.toMatch(/CANARY|eyJ/)
  })

  test('that is not taken is told for each service', async () => {
    const {world} = await servedSandbox()
    Object.assign(world.env, {COMMSCTL_TOKEN: token({sub: 'u'})})
    const {exitCode, of} = await examined(world)
    expect(exitCode).toBe(3)
    expect(of('service').find(({subject}) => subject === 'sms')!.found).toContain('The token is not taken')
  })
})

describe('the way to a host', () => {
  const COMMSCTL_TOKEN = token({sub: 'u'})

  test('ends at a name that there is not', async () => {
    const world = await lonely({COMMSCTL_API_HOST: 'https://api.invalid', COMMSCTL_TOKEN, NO_PROXY: 'invalid'})
    const {exitCode, of, errors} = await examined(world)
    expect([exitCode, errors]).toEqual([10, ['dns']])
    expect(of('proxy')[0]!.found).toBe('Reached without the proxy, as NO_PROXY says.')
    expect(of('tls')[0]!.found).toBe('Not looked at: “dns” of api.invalid has to be mended first.')
    expect(of('service')[0]!.level).toBe('skipped')
  })

  test('ends at a port that is closed', async () => {
    const url = await deadUrl()
    const {exitCode, of, errors} = await examined(await lonely({COMMSCTL_API_HOST: url, COMMSCTL_TOKEN}))
    expect([exitCode, errors]).toEqual([10, ['connection']])
    expect(of('connection')[0]).toMatchObject({
      found: expect.stringContaining('nobody listens there') as string,
      mend: `curl -sv ${url}/ -o /dev/null`,
    })
  })

  test('ends at a proxy that is not there, without telling its password', async () => {
    const {port} = new URL(await deadUrl())
    const HTTPS_PROXY = `http://me:CANARY@127.0.0.1:${port}`
    const world = await lonely({COMMSCTL_API_HOST: 'https://api.invalid', COMMSCTL_TOKEN, HTTPS_PROXY})
    const {exitCode, of, errors, printed} = await examined(world)
    expect([exitCode, errors]).toEqual([10, ['proxy']])
    expect(of('proxy')[0]!.found).toContain(`The proxy 127.0.0.1:${port} (HTTPS_PROXY) cannot be reached`)
    expect(printed).not.toContain('CANARY')
  })

  test('shows a clock that is wrong', async () => {
    const date = new Date(Date.now() - 3 * 3_600_000).toUTCString()
    const server = await serve((response) => json(response, 200, {items: []}, {date}))
    const {of} = await examined(await lonely({COMMSCTL_API_HOST: server.url, COMMSCTL_TOKEN}))
    expect(of('clock')[0]).toMatchObject({
      level: 'warning',
      found: 'The clock of this machine is 3 h ahead of that of the host.',
    })
  })

  test('shows a host that fails, and does not ask its services', async () => {
    const server = await serve((response) => json(response, 502, {}))
    const {exitCode, errors} = await examined(await lonely({COMMSCTL_API_HOST: server.url, COMMSCTL_TOKEN}))
    expect([exitCode, errors, server.seen.length]).toEqual([10, ['answer'], 1])
  })
})

describe('a certificate', () => {
  async function examinedTls(days: number, {trusted, ...env}: {trusted: boolean} & Record<string, unknown>) {
    const world = await lonely({COMMSCTL_TOKEN: token({sub: 'u'}), ...(env as Record<string, string>)})
    const {certificate, key} = await makeCertificate(world.home, {days})
    const server = createServer({cert: readFileSync(certificate), key: readFileSync(key)}, (_, response) =>
      json(response, 200, {items: []}),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.close()
      server.closeAllConnections()
    })
    const {port} = server.address() as AddressInfo
    Object.assign(world.env, {
      COMMSCTL_API_HOST: `https://localhost:${port}`,
      ...(trusted && {NODE_EXTRA_CA_CERTS: certificate}),
    })
    const result = await examined(world)
    return {...result, tls: result.of('tls').map(({level, found, mend}) => [level, found, mend].join(' '))}
  }

  test('that is good is trusted', async () => {
    const {exitCode, tls, of} = await examinedTls(90, {trusted: true})
    expect([exitCode, tls]).toEqual([0, [expect.stringMatching(/^ok TLSv1\.3; the certificate is trusted until \d/)]])
    expect(of('dns')[0]!.found).toContain('127.0.0.1')
  })

  test('that ends soon is a warning', async () => {
    const {exitCode, tls} = await examinedTls(5, {trusted: true})
    expect(exitCode).toBe(0)
    expect(tls[1]).toMatch(/^warning The certificate “test” ends on .*, in 4 days\. Ask whoever runs the host/)
  })

  test('that has ended is an error', async () => {
    const {exitCode, tls, of} = await examinedTls(-2, {trusted: true})
    expect([exitCode, tls]).toEqual([10, [expect.stringMatching(/^error The certificate “test” has ended on /)]])
    expect(of('answer')[0]!.level).toBe('skipped')
  })

  test('that nobody knows who signed is an error, with what to do', async () => {
    const {exitCode, tls} = await examinedTls(90, {trusted: false})
    expect(exitCode).toBe(10)
    expect(tls).toEqual([expect.stringMatching(/^error .*is not trusted.*export NODE_EXTRA_CA_CERTS=/)])
  })

  test('that is not checked at all is a warning', async () => {
    const {tls} = await examinedTls(90, {trusted: false, NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1'})
    expect(tls).toEqual([expect.stringMatching(/^warning No certificate is checked.*unset NODE_TLS_REJECT/)])
  })
})
