import {existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync} from 'node:fs'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {type AddressInfo} from 'node:net'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {seededFiles, seededReader} from '../../../src/sandbox/seeded-access.ts'
import {json} from '../../lib/client/support.ts'
import {freshWorlds} from '../../support/fresh-worlds.ts'
import {startPty} from '../../support/pty.ts'
import {type SandboxWorld} from '../../support/sandbox-world.ts'
import {bin, World} from '../../support/world.ts'

const id = seededFiles.greeting
const whole = Buffer.from('0123456789'.repeat(20_000))
const half = 100_000

async function sandboxWorld(): Promise<SandboxWorld> {
  const [world] = freshWorlds(1)
  return world!
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void

/** Sends a range of a content, as it is asked for. */
function ranged(content: Buffer, etag: string): Serve {
  return ({headers}, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? Number.NaN)
    const isRange = !Number.isNaN(from) && (headers['if-range'] ?? etag) === etag
    if (isRange && from >= content.length) {
      return void response.writeHead(416, {'content-range': `bytes */${content.length}`}).end()
    }
    const part = isRange ? content.subarray(from) : content
    const range = `bytes ${from}-${content.length - 1}/${content.length}`
    response.writeHead(isRange ? 206 : 200, {
      etag,
      'content-length': part.length,
      ...(isRange && {'content-range': range}),
    })
    response.end(part)
  }
}

/** Sends some of a content, and cuts the connection when that has been saved. */
function cutOff(
  content: Buffer,
  headers: Record<string, string | number>,
  isSaved: () => boolean,
  status = 200,
): Serve {
  return (_, response) => {
    response.writeHead(status, headers).write(content)
    const cut = () => void (isSaved() ? response.destroy() : setImmediate(cut))
    cut()
  }
}

const etag = '"one"'

/** A service with one file, whose content comes as told, and a user of it. */
async function service(content: Serve, name: unknown = 'menu.wav') {
  const state = {content}
  const seen: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/content')) {
      seen.push(request.headers)
      return state.content(request, response)
    }
    json(response, 200, {
      file_id: id,
      file_name: name,
      content_url: `http://${request.headers.host}/content?signature=s3cret`,
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const user = new World({COMMSCTL_API_HOST: url, COMMSCTL_TOKEN: 'the-token', COMMSCTL_USER: seededReader.userUuid})
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
    user.dispose()
  })
  const download = (...args: string[]) => user.run(['media', 'download', id, ...args])
  const contentOf = (file = 'menu.wav') => readFileSync(join(user.home, file))
  const folder = () => readdirSync(user.home).filter((file) => file.startsWith('menu'))
  const savedBytes = () => statSync(join(user.home, 'menu.wav.part'), {throwIfNoEntry: false})?.size ?? 0
  return {state, seen, user, download, contentOf, folder, savedBytes}
}

describe('a file', () => {
  test('is saved under its own name, and nothing else is left', async () => {
    const world = await sandboxWorld()
    const saved = await world.json('media', 'download', id)
    expect(saved).toMatchObject({file_id: id, path: 'greeting.wav', file_size: 844})
    expect(readFileSync(join(world.home, 'greeting.wav')).subarray(0, 4).toString()).toBe('RIFF')
    expect(readdirSync(world.home).filter((name) => name.startsWith('greeting'))).toEqual(['greeting.wav'])
  })

  test('is saved where --out says, a folder or a name, and prints the path', async () => {
    const world = await sandboxWorld()
    mkdirSync(join(world.home, 'sounds'))
    expect(await world.ok('media', 'download', id, '--out', 'sounds', '-o', 'id')).toBe('sounds/greeting.wav')
    expect(await world.ok('media', 'download', id, '--out', 'hello.wav', '-o', 'id')).toBe('hello.wav')
    expect(readFileSync(join(world.home, 'hello.wav'))).toEqual(readFileSync(join(world.home, 'sounds/greeting.wav')))
    expect(await world.fails(2, 'media', 'download', id, '--out', 'nosuch/x')).toContain('its folder does not exist')
  })

  test('goes to standard output as it is', async () => {
    const world = await sandboxWorld()
    const {stdout, stderr} = await world.shell(
      `commsctl media download ${id} --out - | md5sum; commsctl media download ${id} -o id && md5sum < greeting.wav`,
    )
    const [piped, , saved] = stdout.split('\n')
    expect({stderr, piped}).toEqual({stderr: '', piped: saved})
  })

  test('is not put in the place of another, unless --overwrite says so', async () => {
    const world = await sandboxWorld()
    writeFileSync(join(world.home, 'greeting.wav'), 'mine')
    const said = await world.fails(2, 'media', 'download', id)
    expect(said).toContain('greeting.wav exists already')
    expect(said).toContain('--overwrite')
    expect(readFileSync(join(world.home, 'greeting.wav'), 'utf8')).toBe('mine')
    await world.ok('media', 'download', id, '--overwrite')
    expect(readFileSync(join(world.home, 'greeting.wav'))).toHaveLength(844)
  })

  test('goes through a link to its file, and takes the place of no pipe', async () => {
    const world = await sandboxWorld()
    await world.shell('mkdir sounds; echo mine > sounds/mine.wav; ln -s sounds/mine.wav greeting.wav; mkfifo pipe')
    await world.ok('media', 'download', id, '--overwrite')
    expect(readlinkSync(join(world.home, 'greeting.wav'))).toBe('sounds/mine.wav')
    expect(readFileSync(join(world.home, 'sounds/mine.wav'))).toHaveLength(844)
    const said = await world.fails(2, 'media', 'download', id, '--out', 'pipe', '--overwrite')
    expect(said).toContain('it is a pipe or a device')
  })

  test('does not go to a terminal', async () => {
    const world = await sandboxWorld()
    const {exit, output} = startPty(process.execPath, [bin, 'media', 'download', id, '--out', '-'], {env: world.env})
    expect(await exit).toBe(2)
    expect(output()).toContain('--out FILE')
    expect(output()).not.toContain('RIFF')
  })

  test.each([
    ['../../.ssh/authorized_keys', '___.._.ssh_authorized_keys'],
    ['a\u0000b\u001b[2J\u202ecod.exe', 'a_b_[2J_cod.exe'],
    ['.bashrc', '_bashrc'],
    ['..', id],
    ['', id],
    [null, id],
    [`${'long'.repeat(100)}.wav`, `${'long'.repeat(49)}.wav`],
  ])('called %j is saved as %s', async (name, expected) => {
    const {download, contentOf} = await service(ranged(whole, etag), name)
    expect((await download('-o', 'id')).stdout).toBe(expected)
    expect(contentOf(expected).equals(whole)).toBe(true)
  })

  test('is fetched without the token, and its signature shows nowhere', async () => {
    const {download, seen} = await service(ranged(whole, etag))
    const {stderr} = await download('--debug')
    expect(seen.map(({authorization}) => authorization)).toEqual([undefined])
    expect(stderr).toContain('/content?signature=***')
    expect(stderr).not.toContain('s3cret')
  })

  test('shows on a terminal how far it is', async () => {
    const {user, contentOf} = await service(ranged(whole, etag))
    const run = startPty(process.execPath, [bin, 'media', 'download', id], {
      ...{env: {...user.env, TERM: 'xterm-256color'}, cwd: user.home, columns: 100},
    })
    expect(await run.exit).toBe(0)
    expect(run.output()).toMatch(/Downloading \[.* of 200 kB/)
    expect(contentOf().equals(whole)).toBe(true)
  })

  test('that is not there is exit 5', async () => {
    const world = await sandboxWorld()
    await world.fails(5, 'media', 'download', seededReader.userUuid)
  })
})

describe('a download that broke off', () => {
  async function broken(headers: Record<string, string> = {etag}) {
    const world = await service(() => undefined)
    const isSaved = () => world.savedBytes() === half
    world.state.content = cutOff(whole.subarray(0, half), {'content-length': whole.length, ...headers}, isSaved)
    const {exitCode, stderr} = await world.download('-o', 'json')
    expect(exitCode).toBe(10)
    expect(existsSync(join(world.user.home, 'menu.wav'))).toBe(false)
    expect(world.contentOf('menu.wav.part').equals(whole.subarray(0, half))).toBe(true)
    return {...world, hint: (JSON.parse(stderr) as {hint: string}).hint}
  }

  test('says what is there, and the same command goes on from there', async () => {
    const {hint, state, seen, download, contentOf, folder} = await broken()
    expect(hint).toBe('menu.wav.part holds 100 kB of 200 kB. The same command goes on from there.')
    state.content = ranged(whole, etag)
    expect((await download()).exitCode).toBe(0)
    expect(seen.at(-1)).toMatchObject({range: `bytes=${half}-`, 'if-range': etag})
    expect(contentOf().equals(whole)).toBe(true)
    expect(folder()).toEqual(['menu.wav'])
  })

  test('begins again when the file has changed', async () => {
    const {state, download, contentOf, folder} = await broken()
    state.content = ranged(Buffer.from('another file'), '"two"')
    expect((await download()).exitCode).toBe(0)
    expect(contentOf().toString()).toBe('another file')
    expect(folder()).toEqual(['menu.wav'])
  })

  test('begins again where the server does not do ranges, and with --no-resume', async () => {
    const {state, seen, download, contentOf} = await broken()
    state.content = (_, response) => void response.writeHead(200, {'content-length': whole.length}).end(whole)
    expect((await download()).exitCode).toBe(0)
    expect(contentOf().equals(whole)).toBe(true)
    const again = await broken()
    again.state.content = ranged(whole, etag)
    expect((await again.download('--no-resume')).exitCode).toBe(0)
    expect(again.seen.at(-1)?.range).toBeUndefined()
    expect([again.contentOf().equals(whole), seen.length]).toEqual([true, 2])
  })

  test('begins again where nothing names the content, and says so', async () => {
    const {hint, state, seen, download, contentOf} = await broken({etag: 'W/"weak"'})
    expect(hint).toContain('The same command begins again.')
    state.content = ranged(whole, etag)
    expect((await download()).exitCode).toBe(0)
    expect(seen.at(-1)?.range).toBeUndefined()
    expect(contentOf().equals(whole)).toBe(true)
  })

  test('begins again when the server sends another range than it was asked for', async () => {
    const {state, download, contentOf} = await broken()
    state.content = (request, response) => {
      if (request.headers.range === undefined) return ranged(whole, etag)(request, response)
      const headers = {etag, 'content-length': 10, 'content-range': `bytes 0-9/${whole.length}`}
      response.writeHead(206, headers).end(whole.subarray(0, 10))
    }
    expect((await download()).exitCode).toBe(0)
    expect(contentOf().equals(whole)).toBe(true)
  })

  test('goes on when it breaks off again, and needs nothing more when all is there', async () => {
    const {state, user, download, contentOf, savedBytes} = await broken()
    const range = `bytes ${half}-${whole.length - 1}/${whole.length}`
    const headers = {etag, 'content-length': half, 'content-range': range}
    state.content = cutOff(whole.subarray(half, 150_000), headers, () => savedBytes() === 150_000, 206)
    expect((await download()).exitCode).toBe(10)
    expect(contentOf('menu.wav.part').equals(whole.subarray(0, 150_000))).toBe(true)
    writeFileSync(join(user.home, 'menu.wav.part'), whole)
    state.content = ranged(whole, etag)
    expect((await download()).exitCode).toBe(0)
    expect(contentOf().equals(whole)).toBe(true)
  })

  test('goes on in the sandbox, too', async () => {
    const world = await sandboxWorld()
    const content = Buffer.from(Array.from({length: 3_000_000}, (_, at) => at % 251))
    writeFileSync(join(world.home, 'long.wav'), content)
    const file = await world.ok('media', 'upload', 'long.wav', '-o', 'id')
    await world.inside(({faults}) => faults.set({kind: 'truncate', path: '/media/content/*', times: 1}))
    await world.fails(10, 'media', 'download', file, '--out', 'again.wav')
    const {size} = statSync(join(world.home, 'again.wav.part'))
    expect(size).toBeGreaterThan(0)
    expect(size).toBeLessThanOrEqual(1_500_000)
    const {stderr} = await world.run(['media', 'download', file, '--out', 'again.wav', '--debug'])
    expect(stderr).toContain(`> range: bytes=${size}-`)
    expect(readFileSync(join(world.home, 'again.wav')).equals(content)).toBe(true)
  })
})

describe('Ctrl-C', () => {
  async function halfWay() {
    const world = await service((_, response) => {
      response.writeHead(200, {etag, 'content-length': whole.length}).write(whole.subarray(0, half))
    })
    const saved = async () => {
      while (world.savedBytes() < half) await new Promise((resolve) => setImmediate(resolve))
    }
    return {...world, saved}
  }
  const hint = 'menu.wav.part holds 100 kB of 200 kB. The same command goes on from there.'

  test('leaves what is there, and says how to go on', async () => {
    const {state, download, contentOf, saved} = await halfWay()
    const running = download('-o', 'json')
    await saved()
    ;(running as unknown as {kill: (signal: string) => void}).kill('SIGINT')
    const {exitCode, stderr} = await running
    expect([exitCode, JSON.parse(stderr)]).toMatchObject([130, {hint}])
    state.content = ranged(whole, etag)
    expect((await download()).exitCode).toBe(0)
    expect(contentOf().equals(whole)).toBe(true)
  })

  test('says so on a terminal, too, in place of the bar', async () => {
    const {user, saved} = await halfWay()
    const run = startPty(process.execPath, [bin, 'media', 'download', id], {
      ...{env: {...user.env, TERM: 'xterm-256color'}, cwd: user.home, columns: 100},
    })
    await Promise.all([saved(), run.shows('Downloading [')])
    run.pty.write('\u0003')
    expect(await run.exit).toBe(130)
    expect(run.output()).toContain(hint)
  })
})
