import {readFileSync, statSync, writeFileSync} from 'node:fs'
import {type AddressInfo, connect, createServer} from 'node:net'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type PtyRun, startPty} from '../support/pty.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {bin, type World} from '../support/world.ts'

const parent = 'ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d'

async function freshWorld() {
  const [world] = freshWorlds(1)
  return world!
}

function script(world: World, lines: string, ...flags: string[]) {
  return world.run(['shell', ...flags], {stdin: 'pipe', input: lines})
}

function entries(world: World) {
  const days = join(world.home, 'state/commsctl/history')
  const file = join(days, `${new Date().toISOString().slice(0, 10)}.ndjson`)
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as {command: string; exit: number; trace_ids: string[]; profile: string})
}

/** A shell in a terminal. What is typed waits for the prompt: before it, the terminal is the command's. */
function start(world: World, env: Record<string, string> = {}): PtyRun & {type: (keys: string) => Promise<void>} {
  const all = {...world.env, TERM: 'xterm-256color', NO_COLOR: '1', ...env}
  const run = startPty(process.execPath, [bin, 'shell'], {env: all, cwd: world.home, columns: 200})
  let typedUntil = 0
  const type = async (keys: string) => {
    await run.shows('> ', typedUntil)
    typedUntil = run.output().length
    run.pty.write(keys)
  }
  return {...run, type}
}

describe('lines from standard input', () => {
  test('run in order; comments and blank lines are passed over, open quotes and backslashes go on in the next line', async () => {
    const world = await freshWorld()
    const lines = [
      '# numbers',
      '',
      'numbers get +19412340001 -o id',
      'commsctl numbers list --limit 1 \\',
      '  -o id',
      `api GET /accounts/accounts --jq '.items`,
      `  | length > 0'`,
      'exit',
      'numbers get nonsense',
    ]
    const {exitCode, stdout, stderr} = await script(world, lines.join('\n'))
    expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''})
    expect(stdout).toMatch(/^\+19412340001\n\+1\d+\ntrue$/)
  })

  test('end at the first that fails, with its exit code and its number; each is in the history by itself', async () => {
    const world = await freshWorld()
    const lines = 'numbers get +19412340001 -o json\nnumbers get \\\n+19412350001\nnumbers list\n'
    const {exitCode, stdout, stderr} = await script(world, lines)
    expect(exitCode).toBe(5)
    expect(JSON.parse(stdout)).toMatchObject({number: '+19412340001'})
    expect(stderr).toMatch(/^Error: .*\n(.*\n)*Line 2 of the script failed\. Nothing after it was run\.$/)
    const [first, second, ...more] = entries(world)
    expect(more).toEqual([])
    expect(first).toMatchObject({command: 'numbers get', exit: 0, profile: 'sandbox'})
    expect(second).toMatchObject({command: 'numbers get', exit: 5})
    expect(first!.trace_ids).toHaveLength(1)
    expect(second!.trace_ids).toHaveLength(1)
    expect(second!.trace_ids).not.toEqual(first!.trace_ids)
  })

  test.each([
    ['sms send --from +19412340003 --to +14155550142 --text - --yes', 'standard-input-taken'],
    ['numbers release --from-file - --yes', 'standard-input-taken'],
    ['numbers list | wc', 'shell-syntax'],
    ['shell', 'nested'],
    ['numbers lst', 'unknown-command'],
    ["numbers list 'x", 'usage'],
  ])('%s is an error, and takes nothing of them', async (line, code) => {
    const world = await freshWorld()
    world.env['COMMSCTL_OUTPUT'] = 'json'
    const {exitCode, stdout, stderr} = await script(world, `${line}\nnumbers list\n`)
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''})
    expect(JSON.parse(stderr.split('\n')[0]!)).toMatchObject({code})
  })

  test('share one connection to a service, and one session', async () => {
    const {url, world} = await servedSandbox()
    const {port, opened} = await countingProxy(Number(new URL(url).port))
    const host = `http://127.0.0.1:${port}`
    const env = {...world.env, COMMSCTL_API_HOST: host, COMMSCTL_AUTH_HOST: host, COMMSCTL_MURANO_HOST: host}
    const input = 'numbers list --limit 1 -o id\n'.repeat(5)
    const {exitCode, stdout} = await world.run(['shell'], {stdin: 'pipe', input, env})
    expect({exitCode, rows: stdout.split('\n').length}).toEqual({exitCode: 0, rows: 5})
    expect(opened()).toBe(1)
  })

  test('keep to the profile and the account that are given, unless they name others', async () => {
    const world = await freshWorld()
    await world.ok('profiles', 'set', 'other', '--api-host', 'http://127.0.0.1:1')
    const lines =
      'config get profile\nconfig get account\nprofiles get\nconfig list --where key=api_host --profile sandbox\n'
    const {stdout} = await script(world, lines, '--profile', 'other', '--account', parent)
    expect(stdout).toContain('127.0.0.1:1')
    expect(stdout).toContain(parent)
  })
})

describe('at a prompt', () => {
  test('commands run one after the other; failures and Ctrl-C end a command or a line, not the shell', async () => {
    const world = await freshWorld()
    const run = start(world)
    await run.type('numbers get +19412350001\r')
    await run.shows('Error: ')
    await run.type('half a line\u0003')
    await run.type('wait 10dlc campaigns get CSMILE1 --for status=NEVER\r')
    await run.shows('Waiting')
    run.pty.write('\u0003')
    await run.shows('Interrupted.')
    await run.type("numbers get +19412340001 --jq '.number\r")
    await run.type('| ltrimstr("+")\'\r')
    await run.shows('\n19412340001')
    await run.type('\u0004')
    expect(await run.exit).toBe(0)
  })

  test('Tab completes, lines that are pasted together all run, and earlier ones come back without their secrets', async () => {
    const world = await freshWorld()
    const run = start(world)
    await run.type('conf')
    run.pty.write('\t')
    await run.shows('config ')
    run.pty.write('g')
    run.pty.write('\t')
    await run.shows('config get ')
    run.pty.write('history -o json\r')
    await run.shows('"on"')
    await run.type('config get output -o json\rlogin --password hunter2 --with-token\rexit\r')
    expect(await run.exit).toBe(0)
    expect(run.output()).toContain('"json"')
    const file = join(world.home, 'state/commsctl/shell-history')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toBe(
      "config get history --output json\nconfig get output --output json\nlogin --password '***' --with-token\n",
    )
    const again = start(world)
    await again.type('\u001b[A\r')
    await again.shows('*** stands for a secret')
    await again.type('\u001b[A\u001b[A\r')
    await again.shows('"json"')
    await again.type('exit\r')
    expect(await again.exit).toBe(0)
  })

  test('questions and the editor have the terminal to themselves; production is marked', async () => {
    const world = await freshWorld()
    await world.ok('profiles', 'set', 'sandbox', '--production')
    const editor = join(world.home, 'editor.sh')
    writeFileSync(editor, `printf 'name: Typed\ntype: Location\nparent_uuid: ${parent}\n' > "$1"\n`)
    const run = start(world, {EDITOR: `sh ${editor}`})
    await run.shows('sandbox PRODUCTION> ')
    await run.type('numbers release +19412340003\r')
    await run.shows('type the name of the account')
    run.pty.write('no\r')
    await run.shows('“no” is not the name of the account')
    await run.type('accounts create --edit --dry-run\r')
    await run.shows('"name":"Typed"')
    await run.type('use nowhere\r')
    await run.shows('There is no profile "nowhere"')
    await run.type('exit\r')
    expect(await run.exit).toBe(0)
  })
})

/** Passes everything on to a port of this machine, and counts the connections that were opened to it. */
async function countingProxy(target: number): Promise<{port: number; opened: () => number}> {
  let count = 0
  const server = createServer((socket) => {
    count += 1
    const onward = connect(target, '127.0.0.1')
    socket.pipe(onward).pipe(socket)
    const end = () => (socket.destroy(), onward.destroy())
    for (const one of [socket, onward]) one.on('error', end).on('close', end)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return {port: (server.address() as AddressInfo).port, opened: () => count}
}
