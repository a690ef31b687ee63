import {mkdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {type AddressInfo} from 'node:net'
import {join} from 'node:path'
import {beforeEach, describe, expect, onTestFinished, test} from 'vitest'
import {seededReader} from '../../../src/sandbox/seeded-access.ts'
import {type FaultRule} from '../../../src/sandbox/faults.ts'
import {freshWorlds} from '../../support/fresh-worlds.ts'
import {startPty} from '../../support/pty.ts'
import {type SandboxWorld} from '../../support/sandbox-world.ts'
import {bin, World} from '../../support/world.ts'

interface MediaFile {
  file_id: string
  file_name: string
  file_size: number
}

let world: SandboxWorld

beforeEach(async () => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
  writeFileSync(join(world.home, 'menu.wav'), 'For appointments, press 1.')
})

const files = (...args: string[]) => world.json<MediaFile[]>('media', 'list', ...args)

describe('an uploaded file', () => {
  test('is listed, shared and deleted, under the name that it has here', async () => {
    const file = await world.json<MediaFile>('media', 'upload', 'menu.wav')
    expect(file).toMatchObject({file_name: 'menu.wav', file_size: 26})
    expect(await files('--where', 'file_name=menu.wav')).toEqual([file])
    const list = () => world.ok('media', 'list', '--user', seededReader.userUuid, '--columns', 'file_name')
    await world.ok('media', 'share', file.file_id, '--user', seededReader.userUuid)
    expect(await list()).toBe('prices.csv\nmenu.wav')
    await world.ok('media', 'delete', file.file_id, '--yes')
    expect(await list()).toBe('prices.csv')
    await world.fails(5, 'media', 'url', file.file_id)
  })

  test('has the name of --name; with --global it is everybody’s', async () => {
    const file = await world.json<MediaFile>('media', 'upload', './menu.wav', '--name', 'Holiday menu', '--global')
    expect(file.file_name).toBe('Holiday menu')
    expect(await files('--global', '--match', 'holiday m')).toEqual([file])
    expect((await files()).map(({file_id}) => file_id)).not.toContain(file.file_id)
  })

  test('is in the user’s list where --user says so', async () => {
    await world.ok('media', 'upload', 'menu.wav', '--user', seededReader.userUuid)
    expect((await files('--user', seededReader.userUuid)).map(({file_name}) => file_name)).toContain('menu.wav')
  })
})

test.each([
  ['is not there', 'nosuch.wav', 'does not exist.'],
  ['is a folder', 'folder', 'is a folder.'],
  ['is empty', 'empty.wav', 'is empty.'],
  ['is no file', '/dev/null', 'is a pipe or a device'],
])('what %s is refused before anything is sent', async (_, path, why) => {
  mkdirSync(join(world.home, 'folder'))
  writeFileSync(join(world.home, 'empty.wav'), '')
  expect(await world.fails(2, 'media', 'upload', path)).toContain(`FILE: the file ${path} ${why}`)
})

test('standard input is refused with words', async () => {
  expect(await world.fails(2, 'media', 'upload', '-')).toContain('FILE: standard input cannot be used here')
})

describe('after a lost reply', () => {
  async function struck(rule: Omit<FaultRule, 'path' | 'method' | 'times'>, ...flags: string[]) {
    await world.inside(({faults}) => faults.set({method: 'POST', path: '/media/*', times: 1, ...rule}))
    const {exitCode, stdout, stderr} = await world.run(['media', 'upload', 'menu.wav', '-o', 'json', ...flags])
    const report = JSON.parse(exitCode === 0 ? stdout : stderr) as Record<string, unknown>
    const list = await files(...flags)
    return {exitCode, report, kept: list.filter(({file_name}) => file_name === 'menu.wav')}
  }

  test.each([[[]], [['--global']]])('a file that arrived is found, and not sent again: %j', async (flags) => {
    const {exitCode, report, kept} = await struck({kind: 'drop', after: true}, ...flags)
    expect(exitCode).toBe(0)
    expect(kept).toEqual([report])
  })

  test('the one that arrived is told from one of the same name from before', async () => {
    const {file_id} = await world.json<MediaFile>('media', 'upload', 'menu.wav')
    const {exitCode, report, kept} = await struck({kind: 'drop', after: true})
    expect({exitCode, isNew: report['file_id'] !== file_id, kept: kept.length}).toEqual({
      ...{exitCode: 0, isNew: true, kept: 2},
    })
  })

  test('that it did not arrive is said where there is none of its name', async () => {
    const {exitCode, report, kept} = await struck({kind: 'status', status: 502})
    expect({exitCode, code: report['code'], kept}).toEqual({exitCode: 10, code: 'not-carried-out', kept: []})
  })

  test('it stays open where there is one of its name that may be from before', async () => {
    const {file_id} = await world.json<MediaFile>('media', 'upload', 'menu.wav')
    const {exitCode, report, kept} = await struck({kind: 'status', status: 502})
    expect({exitCode, code: report['code'], kept: kept.length}).toEqual({exitCode: 10, code: 'ambiguous', kept: 1})
    expect(report['message']).toContain(file_id)
    expect(report['hint']).toContain(`commsctl media url ${file_id}`)
  })
})

describe('a large file', () => {
  /** A server that counts the bytes of requests, and a user whose commands go there. */
  async function counting({reads = true} = {}) {
    const taken: number[] = []
    let tell = () => {}
    const asked = new Promise<void>((resolve) => (tell = resolve))
    const server = createServer((request, response) => {
      tell()
      if (!reads) return
      let bytes = 0
      request.on('data', (chunk: Buffer) => (bytes += chunk.length))
      request.on('end', () => {
        taken.push(bytes)
        response.writeHead(200, {'content-type': 'application/json'}).end('{"file_id": "F1"}')
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
    const sparse = (name: string, size: number) => {
      writeFileSync(join(user.home, name), '')
      truncateSync(join(user.home, name), size)
    }
    return {user, taken, asked, sparse}
  }

  test('of two gigabytes is sent in flat memory', async () => {
    const {user, taken, sparse} = await counting()
    const report = join(user.home, 'peak.cjs')
    const result = join(user.home, 'peak.txt')
    const write = `require('node:fs').writeFileSync(${JSON.stringify(result)}, String(process.resourceUsage().maxRSS))`
    writeFileSync(report, `process.on('exit', () => ${write})\n`)
    const peakOf = async (name: string) => {
      const {exitCode} = await user.run(['media', 'upload', name], {
        env: {...user.env, NODE_OPTIONS: `--require ${report}`},
      })
      expect(exitCode).toBe(0)
      return Number(readFileSync(result, 'utf8'))
    }
    sparse('small.bin', 1000)
    sparse('large.bin', 2 ** 31)
    const [small, large] = [await peakOf('small.bin'), await peakOf('large.bin')]
    expect(taken.map((bytes) => Math.floor(bytes / 2 ** 20))).toEqual([0, 2048])
    // What pieces leave behind until it is collected: a fraction of the file, which is 2048 of these.
    expect((large - small) / 1024).toBeLessThan(100)
  })

  test('shows on a terminal how far it is, and leaves nothing of that behind', async () => {
    const {user, sparse} = await counting()
    sparse('large.bin', 2 ** 26)
    const run = startPty(process.execPath, [bin, 'media', 'upload', 'large.bin'], {
      ...{env: {...user.env, TERM: 'xterm-256color'}, cwd: user.home, columns: 100},
    })
    expect(await run.exit).toBe(0)
    expect(run.output()).toMatch(/Uploading \[.* of 67\.1 MB {2}.*\/s/)
    expect(run.output().trimEnd().split('\n').at(-1)).not.toContain('Uploading')
  })

  test('that is interrupted says that the service has not got it whole', async () => {
    const {user, asked, sparse} = await counting({reads: false})
    sparse('large.bin', 2 ** 27)
    const running = user.run(['media', 'upload', 'large.bin', '-o', 'json'])
    await asked
    ;(running as unknown as {kill: (signal: string) => void}).kill('SIGINT')
    const {exitCode, stderr} = await running
    expect(exitCode).toBe(130)
    expect(JSON.parse(stderr)).toMatchObject({
      hint: 'The upload was broken off: the service has not got the whole file.',
    })
  })
})
