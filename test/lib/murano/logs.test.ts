import {expect, test} from 'vitest'
import {type LogLine} from '../../../src/lib/murano/logs/log-line.ts'
import {JsonObjects} from '../../../src/lib/murano/logs/json-objects.ts'
import {follow} from '../../../src/lib/murano/logs/follow.ts'
import {CliError} from '../../../src/lib/errors.ts'
import {ExitCode} from '../../../src/lib/exit-code.ts'

function line(number: number): LogLine {
  return {timestamp: 1_700_000_000_000 + number, message: `line ${number}`}
}

/** A service that keeps a log, whose connections break off after some lines, while more are written. */
class Service {
  readonly log: LogLine[] = []
  constructor(private readonly connections: {before: number; sent: number}[]) {}

  write(count: number): LogLine[] {
    const lines = Array.from({length: count}, (_, at) => line(this.log.length + at))
    this.log.push(...lines)
    return lines
  }

  readonly read = async (offset: number): Promise<LogLine[]> => [...this.log].reverse().slice(offset, offset + 100)

  readonly open = async (): Promise<AsyncIterable<LogLine>> => {
    const next = this.connections.shift()
    if (next === undefined) throw new CliError('gone', {code: 'network', exit: ExitCode.Unavailable})
    this.write(next.before)
    const overlap = this.write(3)
    const write = (count: number) => this.write(count)
    return (async function* () {
      yield* overlap
      yield* write(next.sent)
      throw new CliError('broken off', {code: 'network', exit: ExitCode.Unavailable})
    })()
  }
}

async function followed(
  service: Service,
  patienceMs = 0,
): Promise<{told: LogLine[]; error: unknown; warnings: string[]}> {
  const told: LogLine[] = []
  const warnings: string[] = []
  const lines = follow({
    ...{open: service.open, read: service.read, patienceMs, signal: new AbortController().signal},
    ...{isEnough: () => true, begin: (some) => some, warn: (message) => warnings.push(message)},
    lost: (cause) => new CliError(cause.message, {code: 'stream-lost', exit: ExitCode.Unavailable}),
  })
  try {
    for await (const one of lines) told.push(one)
  } catch (error) {
    return {told, error, warnings}
  }
  return {told, error: undefined, warnings}
}

test('over connections that break off, each line is told once and in order; the last one lost for good is a failure', async () => {
  const service = new Service([
    {before: 5, sent: 20},
    {before: 150, sent: 7},
    {before: 0, sent: 0},
  ])
  const {told, error, warnings} = await followed(service, 1)
  expect(told).toEqual(service.log)
  expect(warnings).toEqual([])
  expect(error).toMatchObject({code: 'stream-lost', exit: ExitCode.Unavailable})
})

test('objects are taken out of a stream wherever its pieces end', () => {
  const objects = [{a: 'x}{"\\'}, {b: {c: [1, {}]}}, {d: 'ü'}]
  const text = objects.map((one) => JSON.stringify(one)).join('')
  for (const size of [1, 2, 7, text.length]) {
    const reader = new JsonObjects()
    const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
    expect(pieces.flatMap((piece) => reader.add(piece))).toEqual(objects)
  }
})
