import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {type AddressInfo} from 'node:net'
import {join} from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'
import {timeBeside} from './beside.ts'
import {type Section} from './table.ts'
import {secondsSince} from './timing.ts'
import {home, userIn} from './user.ts'

const count = 500
/** What a request takes on its way to a service that is not in the house. */
const latencyMs = 40

/** Projects of many modules against the same requests one after another, over a network that takes its time. */
export const muranoCodeSection: Section = {
  name: 'murano-code',
  measure: async () => {
    const scripts = new Map(Array.from({length: count}, (_, at) => [`m${at}`, `return ${at}\n`]))
    const server = createServer((request, reply) => void answer(scripts, request, reply))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      const folder = join(home, 'murano-code')
      rmSync(folder, {recursive: true, force: true})
      mkdirSync(folder, {recursive: true})
      const env = {...userIn(folder), COMMSCTL_MURANO_HOST: url, COMMSCTL_MURANO_TOKEN: 'token'}
      const project = join(folder, 'project')
      mkdirSync(project)
      const only = ['--only', 'modules', '--solution', 'bench00000000000']
      const run = (...args: string[]) => timeBeside(['murano', ...args, ...only], env, project)
      const reading = await inTurn(url, 'GET')
      const pull = await run('pull')
      for (const name of scripts.keys()) writeFileSync(join(project, `modules/${name}.lua`), `return "${name}"\n`)
      const push = await run('push')
      const status = await run('status')
      const writing = reading + (await inTurn(url, 'PUT'))
      const figures = [
        {what: 'pull', seconds: pull, alone: reading},
        {what: 'push, all changed', seconds: push, alone: writing},
        {what: 'status after that', seconds: status, alone: reading},
      ]
      return [{title: 'Code of Murano', figures: figures.map(figure)}]
    } finally {
      server.close()
      server.closeAllConnections()
    }
  },
}

function figure({what, seconds, alone}: {what: string; seconds: number; alone: number}) {
  const factor = alone / seconds
  return {
    what: `${what}: ${count} modules, ${latencyMs} ms a request`,
    measured: `${seconds.toFixed(1)} s; one request after another ${alone.toFixed(1)} s: ${factor.toFixed(1)} ×`,
    budget: '≥ 4 × faster',
    met: factor >= 4,
  }
}

/** The list and then each module, one request after another; seconds. */
async function inTurn(url: string, method: 'GET' | 'PUT'): Promise<number> {
  const start = process.hrtime.bigint()
  const modules = `${url}/api:1/solution/bench00000000000/module`
  if (method === 'GET') for (let at = 0; at < count; at += 20) await (await fetch(`${modules}?offset=${at}`)).text()
  for (let at = 0; at < count; at++) {
    const name = `m${at}`
    const body = JSON.stringify({name, script: `return "${name}"\n`})
    await (await fetch(`${modules}/bench00000000000_${name}`, {method, ...(method === 'PUT' && {body})})).text()
  }
  return secondsSince(start)
}

/** A service with nothing but modules. */
async function answer(scripts: Map<string, string>, request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  await delay(latencyMs)
  const {pathname, searchParams} = new URL(request.url ?? '', 'http://localhost')
  const name = /_(\w+)$/.exec(pathname)?.[1]
  if (name === undefined) {
    const offset = Number(searchParams.get('offset') ?? 0)
    const items = [...scripts.keys()].slice(offset, offset + 20).map((one) => ({name: one, alias: one}))
    return send(reply, {items, total: scripts.size})
  }
  if (request.method === 'PUT') {
    const {script} = JSON.parse(Buffer.concat(chunks).toString()) as {script: string}
    scripts.set(name, script)
  }
  send(reply, {name, script: scripts.get(name)})
}

function send(reply: ServerResponse, body: unknown): void {
  reply.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(body))
}
