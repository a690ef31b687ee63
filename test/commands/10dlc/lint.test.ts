import {readFileSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {type AddressInfo} from 'node:net'
import {join} from 'node:path'
import {beforeEach, describe, expect, onTestFinished, test} from 'vitest'
import {freshWorlds} from '../../support/fresh-worlds.ts'
import {type SandboxWorld} from '../../support/sandbox-world.ts'

interface Finding {
  file: string
  rule: string
  level: string
  field: string
  code: string | null
  line: number | null
}

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

/** The filing that is right, changed. */
function changed(name: string, change: (filing: string) => string): string {
  writeFileSync(join(world.home, name), change(readFileSync(join(world.home, 'filing.yaml'), 'utf8')))
  return name
}

const badState = (filing: string) => filing.replace('state: FL', 'state: fl')

describe('files', () => {
  test('that are right are exit 0, and need neither login nor profile', async () => {
    const env = {...world.env, COMMSCTL_PROFILE: ''}
    const run = await world.run(['10dlc', 'lint', 'filing.yaml', '-o', 'json'], {env})
    expect(run).toMatchObject({exitCode: 0, stdout: '[]'})
  })

  test('with errors are exit 2, each with its place and what to change', async () => {
    const bad = changed('bad.yaml', (filing) =>
      badState(filing).replace(/Reply STOP to cancel\.(?=['"]$)/gm, 'See bit.ly/x'),
    )
    const {exitCode, stdout, stderr} = await world.run(['10dlc', 'lint', 'filing.yaml', bad, '-o', 'json'])
    const findings = JSON.parse(stdout) as Finding[]
    expect(exitCode).toBe(2)
    expect(findings.every(({file}) => file === 'bad.yaml')).toBe(true)
    expect(findings).toContainEqual(
      expect.objectContaining({rule: 'state-code', level: 'error', field: 'brand.state', code: 'CR2003', line: 10}),
    )
    expect(findings.map(({rule, field}) => `${rule} ${field}`)).toContain(
      'public-shortener campaign.sample_messages[1]',
    )
    expect(JSON.parse(stderr)).toMatchObject({code: 'lint-errors', exit: 2})
  })

  test('with warnings only are exit 0', async () => {
    const bad = changed('bad.yaml', (filing) => filing.replace(/ {2}help_message.*\n/, ''))
    const {exitCode, stdout} = await world.run(['10dlc', 'lint', bad, '--columns', 'level,rule'])
    expect({exitCode, stdout}).toEqual({exitCode: 0, stdout: 'warning\treply-missing'})
  })

  test('are mended where that is safe, and all that was done is told', async () => {
    const bad = changed('bad.yaml', badState)
    const {exitCode, stderr} = await world.run(['10dlc', 'lint', bad, '--fix'])
    expect({exitCode, stderr}).toEqual({
      exitCode: 0,
      stderr: 'Mended bad.yaml: brand.state: Write FL. [state-code]\nNo findings found.',
    })
    expect(readFileSync(join(world.home, bad), 'utf8')).toBe(readFileSync(join(world.home, 'filing.yaml'), 'utf8'))
  })

  test('come from standard input, too', async () => {
    const run = await world.run(['10dlc', 'lint', '-', '--columns', 'file,rule'], {
      stdin: 'pipe',
      input: badState(readFileSync(join(world.home, 'filing.yaml'), 'utf8')),
    })
    expect(run).toMatchObject({exitCode: 2, stdout: 'standard input\tstate-code'})
  })

  test('are written for GitHub and as SARIF, with the same exit', async () => {
    const bad = changed('bad.yaml', badState)
    const [github, sarif] = await Promise.all([
      world.run(['10dlc', 'lint', bad, '-o', 'github']),
      world.run(['10dlc', 'lint', bad, '-o', 'sarif', '--off', 'state-code=they know it']),
    ])
    expect(github).toMatchObject({
      exitCode: 2,
      stdout: expect.stringMatching(/^::error file=bad\.yaml,line=10,.*::brand\.state: .*$/) as string,
    })
    expect(sarif.exitCode).toBe(0)
    expect(JSON.parse(sarif.stdout)).toMatchObject({
      runs: [{results: [{ruleId: 'state-code', suppressions: [{kind: 'external', justification: 'they know it'}]}]}],
    })
  })
})

test('a filing of nothing is refused', async () => {
  const {exitCode, stderr} = await world.shell(`echo '{"brand": null, "campaigns": []}' | commsctl 10dlc lint -`, {
    stdin: 'pipe',
  })
  expect({exitCode, stderr}).toEqual({
    exitCode: 2,
    stderr: expect.stringContaining('has neither “brand:” nor “campaign:”') as string,
  })
})

test('rules are switched off with a reason only', async () => {
  const [unknown, silent, none] = await Promise.all([
    world.fails(2, '10dlc', 'lint', 'filing.yaml', '--off', 'state-cod=x'),
    world.fails(2, '10dlc', 'lint', 'filing.yaml', '--off', 'state-code'),
    world.fails(2, '10dlc', 'lint'),
  ])
  expect(unknown).toContain('there is no rule “state-cod”. Did you mean state-code?')
  expect(silent).toContain('“state-code” needs a reason.')
  expect(none).toContain('There is nothing to check.')
})

test('--account looks at what is registered, by the platform’s lists', async () => {
  const account = 'ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d'
  const {exitCode, stdout} = await world.run(['10dlc', 'lint', '--account', account, '-o', 'json'])
  expect(exitCode).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject([
    {file: `account ${account}`, rule: 'public-shortener', field: 'campaigns[CPROMO1].sample_messages[0]', line: null},
  ])
})

test('--online opens the pages: one that is not there, and a policy without the sentence that reviewers look for', async () => {
  const pages: Record<string, string> = {
    '/': `<p>${'Acme Dental has been caring for teeth since 1999. '.repeat(6)}</p>`,
    '/privacy': '<p>We share data with our partners.</p><script>"we never share mobile data"</script>',
    '/sms': '<form>Text me!</form>',
  }
  const server = createServer(({url = ''}, response) => {
    response.writeHead(pages[url] === undefined ? 404 : 200, {'content-type': 'text/html'}).end(pages[url])
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const local = changed('local.yaml', (filing) =>
    filing
      .replace('https://acmedental.example\n', `${site}/\n`)
      .replaceAll(/https:\/\/acmedental\.example(?=\/)/g, site),
  )
  const found = async (...flags: string[]) => {
    const {stdout} = await world.run(['10dlc', 'lint', local, '--online', '-o', 'json', ...flags])
    return (JSON.parse(stdout) as Finding[]).filter(({rule}) => /answer|clause/.test(rule)).map(({rule}) => rule)
  }
  expect(await found()).toEqual(['privacy-clause', 'terms-answer'])
  pages['/privacy'] = '<p>We do not share mobile opt-in data with third parties.</p>'
  pages['/terms'] = 'Terms'
  expect(await found()).toEqual([])
})

test('explain tells codes and rules apart, and names near ones of neither', async () => {
  const [code, rule, near] = await Promise.all([
    world.json('10dlc', 'explain', 'cr2003'),
    world.json('10dlc', 'explain', 'po-box'),
    world.fails(5, '10dlc', 'explain', '30894'),
  ])
  expect(code).toMatchObject({code: 'CR2003', resubmittable: true, rules: ['po-box', 'zip-code', 'state-code']})
  expect(rule).toMatchObject({code: 'po-box', by: 'commsctl', meaning: expect.stringContaining('CR2003') as string})
  expect(near).toContain('Did you mean 30892')
})

test('a draft passes the linter, and can be registered', async () => {
  const [own, other] = await Promise.all([
    world.ok('10dlc', 'draft', '--usecase', 'marketing'),
    world.ok('10dlc', 'draft', '--usecase', 'MIXED', '--from-file', 'filing.yaml', '-o', 'json'),
  ])
  writeFileSync(join(world.home, 'own.yaml'), own)
  writeFileSync(join(world.home, 'other.json'), other)
  expect(await world.json('10dlc', 'lint', 'own.yaml', 'other.json')).toEqual([])
  await world.ok('10dlc', 'register', '--from-file', 'own.yaml', '-y')
  expect(await world.ok('10dlc', 'campaigns', 'list', '--where', 'usecase_id=MARKETING', '-o', 'id')).toMatch(/\n/)
  expect(await world.fails(2, '10dlc', 'draft', '--usecase', 'MARKETNG')).toContain('Did you mean MARKETING?')
})
