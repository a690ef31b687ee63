import {Client} from '@modelcontextprotocol/sdk/client/index.js'
import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js'
import {type ElicitResult, ElicitRequestSchema} from '@modelcontextprotocol/sdk/types.js'
import {execa} from 'execa'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {readTools} from '../../src/lib/mcp/read-tools.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {serve} from '../lib/client/support.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'
import {bin, root, type World} from '../support/world.ts'

const number = '+19412340003'

async function freshWorld(): Promise<SandboxWorld> {
  const [world] = freshWorlds(1)
  return world!
}

type Answer = (message: string) => ElicitResult

/** A client of the program, which runs as a process; it can ask its user where an answer is given. */
async function clientOf(world: World, flags: readonly string[], answer?: Answer): Promise<Client> {
  const client = new Client(
    {name: 'test', version: '1'},
    {capabilities: answer === undefined ? {} : {elicitation: {form: {}}}},
  )
  if (answer !== undefined) client.setRequestHandler(ElicitRequestSchema, ({params}) => answer(params.message))
  const {env, home: cwd} = world
  await client.connect(
    new StdioClientTransport({command: process.execPath, args: [bin, 'mcp', ...flags], env, cwd, stderr: 'inherit'}),
  )
  onTestFinished(() => client.close())
  return client
}

async function call(client: Client, name: string, input: Record<string, unknown>) {
  const {isError = false, structuredContent, content} = await client.callTool({name, arguments: input})
  return {isError, content: content as {text: string}[], ...(structuredContent as {result?: unknown; error?: unknown})}
}

describe('without --areas', () => {
  test('commands are found by words and run by name; only what changes nothing', async () => {
    const world = await freshWorld()
    const client = await clientOf(world, [])
    const {tools} = await client.listTools()
    expect(tools.map(({name}) => name)).toEqual(['find_commands', 'run_command'])
    const {structuredContent} = await client.callTool({name: 'find_commands', arguments: {words: 'show a number'}})
    const {commands} = structuredContent as {commands: {command: string; nature: string[]; input: object}[]}
    expect(commands.find(({command}) => command === 'numbers get')).toMatchObject({
      input: {properties: {phone_number: {type: 'string'}}, required: ['phone_number']},
    })
    expect(commands.filter(({nature}) => nature.includes('changes'))).toEqual([])
    const run = (command: string, input?: object) => call(client, 'run_command', {command, input})
    expect(await run('numbers get', {phone_number: number})).toMatchObject({isError: false, result: {number}})
    const {content} = await run('numbers list', {limit: 1})
    expect(content.at(-1)!.text).toContain('Showing 1 of')
    expect(await run('numbers release', {numbers: [number]})).toMatchObject({error: {code: 'unknown-command'}})
    expect(await run('profiles list')).toMatchObject({error: {code: 'unknown-command'}})
    expect(await run('numbers get', {phone_number: number, yes: true})).toMatchObject({
      error: {code: 'invalid-value', details: ['yes is not among the inputs.']},
    })
    expect(await run('numbers get', {phone_number: '+19412350001'})).toMatchObject({
      isError: true,
      error: {exit: 5, message: expect.any(String) as string, trace_id: expect.any(String) as string},
    })
    const history = await world.json<{command_line: string; trace_ids: string[]}[]>('history')
    expect(history.map(({command_line}) => command_line)).toContain(`numbers get --output json ${number}`)
    expect(history.map(({command_line}) => command_line)).not.toContain('mcp')
  })
})

describe('with --areas', () => {
  test('each command is a tool; what cannot be undone is asked through the client', async () => {
    const asked: string[] = []
    const answers: ElicitResult[] = [{action: 'decline'}, {action: 'accept', content: {answer: true}}]
    const answer = (message: string) => {
      asked.push(message)
      return answers.shift()!
    }
    const client = await clientOf(await freshWorld(), ['--areas', 'numbers,10dlc', '--allow-changes'], answer)
    const {tools} = await client.listTools()
    const release = tools.find(({name}) => name === 'numbers_release')
    expect(release).toMatchObject({annotations: {destructiveHint: true, readOnlyHint: false}})
    expect(tools.every(({name}) => /^(numbers|10dlc)_[\w-]{1,58}$/.test(name))).toBe(true)
    expect(await call(client, 'numbers_release', {numbers: [number]})).toMatchObject({error: {code: 'interrupted'}})
    expect(await call(client, 'numbers_get', {phone_number: number})).toMatchObject({result: {number}})
    expect(await call(client, 'numbers_release', {numbers: [number]})).toMatchObject({isError: false})
    expect(await call(client, 'numbers_get', {phone_number: number})).toMatchObject({error: {exit: 5}})
    expect(asked).toEqual([expect.stringContaining('it cannot be undone'), expect.stringContaining('Release')])
  })

  test('what calls any operation asks before it destroys something', async () => {
    const world = await freshWorld()
    const line = {
      command: 'murano call',
      input: {service: 'keystore', operation: 'clear', solution: 'clinic-monitor'},
    }
    const silent = await clientOf(world, ['--allow-changes'])
    expect(await call(silent, 'run_command', line)).toMatchObject({error: {code: 'needs-confirmation', exit: 2}})
    const asked: string[] = []
    const client = await clientOf(world, ['--allow-changes'], (message) => {
      asked.push(message)
      return {action: 'accept', content: {answer: true}}
    })
    expect(await call(client, 'run_command', line)).toMatchObject({isError: false})
    expect(asked).toEqual([expect.stringContaining('it cannot be undone')])
  })

  test('a client that cannot ask gets a refusal, and production wants the name of the account', async () => {
    const world = await freshWorld()
    const flags = ['--areas', 'numbers', '--allow-changes']
    const silent = await clientOf(world, flags)
    expect(await call(silent, 'numbers_release', {numbers: [number]})).toMatchObject({
      error: {code: 'needs-confirmation', exit: 2},
    })
    await world.ok('profiles', 'set', 'sandbox', '--production')
    let typed = 'yes'
    const client = await clientOf(world, flags, () => ({action: 'accept', content: {answer: typed}}))
    expect(await call(client, 'numbers_release', {numbers: [number]})).toMatchObject({error: {code: 'interrupted'}})
    typed = 'Sunrise Dental'
    expect(await call(client, 'numbers_release', {numbers: [number]})).toMatchObject({isError: false})
    await world.ok('profiles', 'set', 'sandbox', '--read-only')
    const reference = {numbers: ['+19412340001'], 'reference-id': 'x'}
    expect(await call(client, 'numbers_set-reference', reference)).toMatchObject({error: {code: 'read-only-profile'}})
  })

  test('values are what they are: no files, no variables, no flags of this machine', async () => {
    const world = await freshWorld()
    const client = await clientOf(world, ['--areas', 'objects,numbers', '--allow-changes'])
    for (const text of ['@/etc/passwd', '-', 'env:HOME', '-x']) {
      await call(client, 'numbers_set-reference', {numbers: ['+19412340001'], 'reference-id': text})
      expect(await call(client, 'numbers_get', {phone_number: '+19412340001'})).toMatchObject({
        result: {reference_id: text},
      })
    }
    const asFlag = await call(client, 'numbers_release', {numbers: ['--yes', number]})
    expect(asFlag).toMatchObject({isError: true, error: {exit: 2}})
    expect(await call(client, 'numbers_get', {phone_number: number})).toMatchObject({result: {number}})
    const hostile = 'a\u001b[31m\u202eb'
    await call(client, 'numbers_set-reference', {numbers: ['+19412340001'], 'reference-id': hostile})
    const {content, result} = await call(client, 'numbers_get', {phone_number: '+19412340001'})
    expect(result).toMatchObject({reference_id: 'a␛[31m\\u202eb'})
    expect(content[0]!.text).not.toMatch(/[\u001b\u202e]/)
  })

  test('a request that is cancelled aborts the call, and others go on', async () => {
    let wake: (ended: string) => void = () => undefined
    const ended = new Promise<string>((resolve) => (wake = resolve))
    let arrived: () => void = () => undefined
    const underWay = new Promise<void>((resolve) => (arrived = resolve))
    const server = await serve((response, _, nth) => {
      if (nth > 1) return void response.writeHead(200, {'content-type': 'application/json'}).end('{"uuid":"u"}')
      response.once('close', () => wake('closed'))
      arrived()
    })
    const world = await freshWorld()
    Object.assign(world.env, {COMMSCTL_PROFILE: '', COMMSCTL_API_HOST: server.url, COMMSCTL_TOKEN: 't'})
    const client = await clientOf(world, [])
    const controller = new AbortController()
    const whoami = {name: 'run_command', arguments: {command: 'whoami'}}
    const cancelled = client.callTool(whoami, undefined, {signal: controller.signal})
    await underWay
    controller.abort()
    await expect(cancelled).rejects.toThrow()
    expect(await ended).toBe('closed')
    expect(await client.callTool(whoami)).toMatchObject({structuredContent: {result: {uuid: 'u'}}})
  })
})

test('lines that are no protocol do not end it; nothing but protocol is on stdout, and the end of stdin is its end', async () => {
  const world = await freshWorld()
  const hello = {protocolVersion: '2025-06-18', capabilities: {}, clientInfo: {name: 'raw', version: '1'}}
  const server = execa(process.execPath, [bin, 'mcp'], {env: world.env, extendEnv: false, cwd: world.home})
  const lines = server.iterable({from: 'stdout'})[Symbol.asyncIterator]()
  const send = (...raw: unknown[]) =>
    raw.forEach((one) => server.stdin.write(`${typeof one === 'string' ? one : JSON.stringify(one)}\n`))
  const next = async () => JSON.parse((await lines.next()).value as string) as object
  send('not json', '{"jsonrpc":"1.0"}', {jsonrpc: '2.0', id: 1, method: 'initialize', params: hello})
  expect(await next()).toMatchObject({id: 1, result: {serverInfo: {name: 'commsctl'}}})
  send({jsonrpc: '2.0', method: 'notifications/initialized'}, {jsonrpc: '2.0', id: 2, method: 'no/such'})
  expect(await next()).toMatchObject({id: 2, error: {code: -32601}})
  send({jsonrpc: '2.0', id: 3, method: 'tools/call', params: {name: 7}})
  expect(await next()).toMatchObject({id: 3, error: {code: expect.any(Number) as number}})
  send({jsonrpc: '2.0', id: 4, method: 'tools/call', params: {name: 'find_commands'}})
  expect(await next()).toMatchObject({id: 4, result: {isError: true}})
  server.stdin.end()
  expect((await lines.next()).done).toBe(true)
  expect(await server).toMatchObject({exitCode: 0, stderr: ''})
})

test('tools have names that clients take, and nothing in them is about files or answers questions', async () => {
  const tools = await readTools({root, folder: join(root, 'dist/commands'), extension: '.js', version: ''})
  expect(tools.length).toBeGreaterThan(300)
  expect(new Set(tools.map(({name}) => name)).size).toBe(tools.length)
  const names = tools.flatMap(({name, input}) => [name, ...Object.keys(input.properties)])
  expect(names.filter((name) => !/^[\w-]{1,64}$/.test(name))).toEqual([])
  const inputs = new Set(tools.flatMap(({input}) => Object.keys(input.properties)))
  for (const name of ['yes', 'production-ok', 'profile', 'out', 'edit', 'from-file', 'har'])
    expect(inputs).not.toContain(name)
  const commands = tools.map(({command}) => command)
  for (const command of [
    'shell',
    'mcp',
    'login',
    'api',
    'config set',
    'media upload',
    'media download',
    'murano keystore watch',
  ])
    expect(commands).not.toContain(command)
})

test('what cannot be served is an error at the start', async () => {
  const world = await freshWorld()
  expect(await world.fails(2, 'mcp', '--areas', 'numbrs')).toContain('numbers')
  expect(await world.fails(2, 'mcp', '--profile', 'nowhere')).toContain('nowhere')
})
