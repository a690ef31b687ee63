import {describe, expect, test} from 'vitest'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

async function freshWorld(): Promise<SandboxWorld> {
  const [world] = freshWorlds(1)
  return world!
}

const stackTrace = /\n\s+at |node:internal|EPIPE/

describe('standard input', () => {
  test.each([
    ['whose argument may be left out', 'accounts get'],
    ['whose argument is missing', 'numbers get'],
    ['that asks before it acts', 'numbers release +19412340001'],
  ])('of a loop is not swallowed by a command %s', async (_, line) => {
    const world = await freshWorld()
    const loop = `printf 'a\\nb\\nc\\n' | while read x; do commsctl ${line} > /dev/null 2>&1; echo "$x"; done`
    expect((await world.shell(loop)).stdout).toBe('a\nb\nc')
  })

  test('is read to its end where - says so, however slowly it comes', async () => {
    const world = await freshWorld()
    const slow = `(printf '+19412340100\\n'; until [ -e go ]; do :; done; printf '+19412340101\\n')`
    const line = `${slow} | commsctl numbers provision - --yes -o json & commsctl numbers get +19412340001 > /dev/null; touch go; wait $!`
    expect(JSON.parse((await world.shell(line)).stdout)).toHaveLength(2)
  })
})

describe('a reader that has seen enough', () => {
  test.each([
    ['rows', 'numbers rate-centers FL -o ndjson'],
    ['a table', 'accounts list --all'],
    ['a document', '10dlc enums -o json'],
    ['help', 'numbers provision --help'],
  ])('of %s ends the command quietly', async (_, line) => {
    const world = await freshWorld()
    const {stdout, stderr} = await world.shell(`commsctl ${line} | head -1; echo "exit \${PIPESTATUS[0]}"`)
    expect(stdout).toMatch(/^.+\nexit 0$/)
    expect(stderr).toBe('')
  })
})

describe('a closed stream', () => {
  test.each([
    ['stderr, of a success', 'numbers get +19412340001 2>&-', 0],
    ['stderr, of a failure', 'numbers get +19412340199 2>&-', 5],
    ['stderr, of a slip', 'numbers get --nosuch 2>&-', 2],
    ['stdin', 'numbers get +19412340001 <&-', 0],
    ['stdout', 'numbers get +19412340001 >&-', undefined],
  ])('%s', async (_, line, exit) => {
    const world = await freshWorld()
    const {exitCode, stdout, stderr} = await world.shell(`commsctl ${line}`)
    if (exit !== undefined) expect(exitCode).toBe(exit)
    expect(stdout + stderr).not.toMatch(stackTrace)
  })
})

describe('colours', () => {
  const escape = String.fromCharCode(27)

  test.each([
    ['none, piped', {}, false],
    ['some, piped, where FORCE_COLOR says so', {FORCE_COLOR: '1'}, true],
    ['none where FORCE_COLOR=0', {FORCE_COLOR: '0'}, false],
    ['none where NO_COLOR is set', {NO_COLOR: '1'}, false],
  ])('%s', async (_, env, some) => {
    const world = await freshWorld()
    const {stderr} = await world.run(['numbers', 'get', '+19412340199'], {env: {...world.env, ...env}})
    expect(stderr.includes(escape)).toBe(some)
  })
})

describe('credentials of the environment', () => {
  test('a wrong token is told from a service that is down', async () => {
    const world = await freshWorld()
    const lines = [
      'commsctl sandbox serve --port 0 > url & server=$!',
      'until [ -s url ]; do :; done; unset COMMSCTL_PROFILE',
      'COMMSCTL_TOKEN=wrong COMMSCTL_API_HOST=$(cat url) commsctl accounts list -o json; echo "exit $?"',
      'kill $server; wait $server',
      'COMMSCTL_TOKEN=wrong COMMSCTL_API_HOST=$(cat url) commsctl accounts list --timeout 1s -o json; echo "exit $?"',
    ]
    const {stdout, stderr} = await world.shell(lines.join('\n'))
    expect(stdout).toBe('exit 3\nexit 10')
    const [wrong, down] = stderr.split('\n').map((line) => JSON.parse(line) as {message: string; hint: string})
    expect(wrong?.hint).toContain('commsctl login')
    expect(down?.message).toContain('was refused')
    expect(down?.hint).toContain('curl -sv http://127.0.0.1:')
  })
})
