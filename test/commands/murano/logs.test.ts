import {once} from 'node:events'
import {type FastifyInstance} from 'fastify'
import {expect, test} from 'vitest'
import {type LogLine} from '../../../src/lib/murano/logs/log-line.ts'
import {writeLog} from '../../../src/sandbox/murano/logs.ts'
import {seededMurano} from '../../../src/sandbox/murano/seeded.ts'
import {following, soak} from '../../support/following.ts'
import {servedSandbox} from '../../support/served-sandbox.ts'

const {applicationId: solution_id} = seededMurano

/** Ways to follow a log: how the next connection is waited for, and how those that there are are cut. */
const ways = {
  'over a websocket': {
    prepare: () => undefined,
    connected: ({websocketServer}: FastifyInstance) => once(websocketServer, 'connection'),
    cut: ({websocketServer}: FastifyInstance) => websocketServer.clients.forEach((client) => client.terminate()),
  },
  'over HTTP, where there is no websocket': {
    prepare: ({server}: FastifyInstance) => void server.removeAllListeners('upgrade'),
    connected: async ({server}: FastifyInstance) => {
      for (;;) {
        const [{url}] = (await once(server, 'request')) as [{url: string}]
        if (url.includes('polling=true')) return
      }
    },
    cut: ({server}: FastifyInstance) => server.closeAllConnections(),
  },
}

test.each(Object.entries(ways))('%s, lines are told once and in order, though connections are cut', async (_, way) => {
  const {sandbox, world} = await servedSandbox({numbers: 10})
  const app = await sandbox.app()
  way.prepare(app)
  const written: string[] = []
  const write = (count: number) => {
    for (let line = 0; line < count; line++) {
      written.push(`line ${written.length}`)
      writeLog(sandbox, {solution_id, type: 'script', severity: 6, message: written.at(-1)!})
    }
  }
  const memory: number[] = []
  let connected = way.connected(app)
  const run = following<LogLine>(world, ['murano', 'logs', '--follow', '--solution', solution_id, '-o', 'ndjson'])
  const told = () => run.rows.map(({message}) => message).filter((message) => message?.startsWith('line '))
  for (let connection = 1; connection <= soak.connections; connection++) {
    await connected
    write(5)
    await run.until(() => told().length >= written.length - 2)
    connected = way.connected(app)
    way.cut(app)
    // Nobody hears these when they are written.
    write(3)
    memory.push(run.memory())
  }
  await run.until(() => told().length >= written.length)
  run.child.kill('SIGINT')
  expect(await run.ended).toEqual([130, null])
  expect(told()).toEqual(written)
  if (soak.isLong) expect(memory.at(-1)).toBeLessThan(memory[Math.floor(memory.length / 2)]! * 1.2)
})
