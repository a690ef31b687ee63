import {spawn, spawnSync} from 'node:child_process'
import {createServer, type ServerResponse} from 'node:http'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {type AddressInfo} from 'node:net'
import {join} from 'node:path'
import {type Section} from './table.ts'
import {bin, home, userIn} from './user.ts'

const perSecond = 2_000
const seconds = 30
const lines = perSecond * seconds

/** A log that is followed while many lines are written. */
export const muranoLogsSection: Section = {
  name: 'murano-logs',
  measure: async () => {
    const server = createServer((request, reply) => {
      if (request.headers.upgrade !== undefined) return void reply.writeHead(404).end()
      if (request.url?.includes('polling=true')) return write(reply)
      reply.writeHead(200, {'content-type': 'application/json'}).end('{"items": [], "total": 0}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      return [{title: 'Logs of Murano', figures: await followed((server.address() as AddressInfo).port)}]
    } finally {
      server.close()
      server.closeAllConnections()
    }
  },
}

async function followed(port: number) {
  const env = {
    ...userIn(join(home, 'murano-logs')),
    COMMSCTL_MURANO_HOST: `http://127.0.0.1:${port}`,
    COMMSCTL_MURANO_TOKEN: 'token',
  }
  const args = [bin, 'murano', 'logs', '--follow', '--solution', 'bench00000000000', '-o', 'ndjson']
  const child = spawn(process.execPath, args, {env, stdio: ['ignore', 'pipe', 'inherit']})
  const memory = () => Number(spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).stdout.toString()) / 1024
  let told = 0
  let wrong = 0
  let early = 0
  for await (const line of createInterface({input: child.stdout})) {
    const {message} = JSON.parse(line) as {message: string}
    if (message !== `line ${told}`) wrong += 1
    told += 1
    // The lines that are remembered are many by then.
    if (told === lines / 2) early = memory()
    if (told === lines) break
  }
  const late = memory()
  child.kill('SIGKILL')
  await once(child, 'exit')
  return [
    {
      what: `lines at ${perSecond.toLocaleString('en-US')} a second`,
      measured: `${told.toLocaleString('en-US')} of ${lines.toLocaleString('en-US')}, ${wrong} out of place`,
      budget: 'none lost',
      met: told === lines && wrong === 0,
    },
    {
      what: 'memory half-way, and at the end',
      measured: `${early.toFixed(0)} MiB, ${late.toFixed(0)} MiB`,
      budget: 'flat: ≤ 1.2 ×',
      met: late <= early * 1.2,
    },
  ]
}

/** Ten times a second a tenth of the lines of a second. */
function write(reply: ServerResponse): void {
  reply.writeHead(200, {'content-type': 'application/json'})
  reply.flushHeaders()
  let written = 0
  const timer = setInterval(() => {
    let text = ''
    for (let at = 0; at < perSecond / 10; at++, written++) {
      text += JSON.stringify({type: 'script', timestamp: Date.now(), severity: 6, message: `line ${written}`})
    }
    reply.write(text)
    if (written >= lines) clearInterval(timer)
  }, 100)
}
