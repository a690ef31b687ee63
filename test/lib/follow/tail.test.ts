import {expect, test} from 'vitest'
import {CliError} from '../../../src/lib/errors.ts'
import {ExitCode} from '../../../src/lib/exit-code.ts'
import {newestFirst} from '../../../src/lib/follow/newest-first.ts'
import {rowIdentity} from '../../../src/lib/follow/row-identity.ts'
import {tail} from '../../../src/lib/follow/tail.ts'
import {VirtualClock} from '../client/support.ts'

interface Row {
  uuid: string
  time: string
}

const identity = rowIdentity<Row>('uuid', ({time}) => time)

/** A service that lists rows in one order or the other, and cannot be reached at every seventh request. */
class Service {
  readonly all: Row[] = []
  asked = 0

  constructor(private readonly order: 'oldest first' | 'newest first') {}

  /** Several rows have the same time. */
  write(count: number): void {
    for (let left = count; left > 0; left--) {
      const number = this.all.length
      this.all.push({uuid: `row ${number}`, time: new Date(1.7e12 + Math.floor(number / 3)).toISOString()})
    }
  }

  readonly read = async (offset: number, limit: number) => {
    this.asked += 1
    if (this.asked % 7 === 0) throw new CliError('cut', {code: 'network', exit: ExitCode.Unavailable})
    const rows = this.order === 'oldest first' ? this.all : [...this.all].reverse()
    return {rows: rows.slice(offset, offset + limit), total: this.all.length}
  }
}

function follow(service: Service, limit: number) {
  const warnings: string[] = []
  const rows = tail(
    newestFirst(service.read, identity.timeOf),
    identity,
    {since: undefined, limit},
    {
      ...{patienceMs: 60_000, signal: new AbortController().signal, clock: new VirtualClock()},
      ...{lost: (cause) => cause, warn: (message) => warnings.push(message)},
    },
  )
  return {rows, warnings}
}

test.each(['oldest first', 'newest first'] as const)(
  'a list with the %s is told from its end on, each row once, over all that breaks off',
  async (order) => {
    const service = new Service(order)
    service.write(350)
    const {rows, warnings} = follow(service, 10)
    const bursts = [3, 1, 120, 40, 260, 7]
    const told: string[] = []
    for await (const {uuid} of rows) {
      told.push(uuid)
      if (told.length < service.all.length - 340) continue
      const burst = bursts.shift()
      if (burst === undefined) break
      service.write(burst)
    }
    const expected = service.all.slice(340).map(({uuid}) => uuid)
    expect([...told].sort()).toEqual([...expected].sort())
    expect(new Set(told).size).toBe(told.length)
    expect(warnings).toContain('The service can be reached again.')
  },
)

test('of a list that is empty at first all that comes is told; without an answer for too long it fails', async () => {
  const service = new Service('oldest first')
  const {rows} = follow(service, 10)
  const first = rows.next()
  service.write(1)
  expect(await first).toMatchObject({value: {uuid: 'row 0'}})
  service.asked = Number.NaN
  const dead = tail(
    async () => Promise.reject(new CliError('down', {code: 'network', exit: ExitCode.Unavailable})),
    identity,
    {since: undefined, limit: 1},
    {
      ...{patienceMs: 1000, signal: new AbortController().signal, clock: new VirtualClock()},
      ...{
        lost: (cause) => new CliError(`lost: ${cause.message}`, {code: 'stream-lost', exit: ExitCode.Unavailable}),
        warn: () => undefined,
      },
    },
  )
  await expect(dead.next()).rejects.toThrow('lost: down')
})
