import {describe, expect, test} from 'vitest'
import {Batch} from '../../../src/lib/batch/batch.ts'
import {type CheckedRow} from '../../../src/lib/batch/row.ts'
import {Sender} from '../../../src/lib/batch/sender.ts'
import {AmbiguousError} from '../../../src/lib/client/ambiguous.ts'
import {collect} from '../../../src/lib/collect.ts'
import {CliError, interruptedError} from '../../../src/lib/errors.ts'
import {ExitCode} from '../../../src/lib/exit-code.ts'
import {type Declaration} from '../../../src/lib/operation/declaration.ts'
import provision from '../../../src/commands/numbers/provision.ts'

function numbers(count: number): string[] {
  return Array.from({length: count}, (_, index) => `+1941234${String(index).padStart(4, '0')}`)
}

function failure(exit: ExitCode, message: string, details: string[] = []): CliError {
  return new CliError(message, {code: 'test', exit, details})
}

const lost = new AmbiguousError('The reply was lost.', {code: 'ambiguous', exit: ExitCode.Unavailable})

/** A job that nobody has begun before and that remembers nothing. */
const log = {
  isFinal: () => false,
  sentAt: () => undefined,
  record: async () => undefined,
  sent: async () => undefined,
  reopened: async () => undefined,
}

async function* rowsOf(things: readonly string[]): AsyncGenerator<CheckedRow> {
  for (const [at, number] of things.entries())
    yield await Promise.resolve({number: at + 1, line: at + 1, cells: {}, values: {numbers: [number]}})
}

/** Runs a batch of so many numbers. `send` throws what the service answers; `isDone` is what it shows afterwards. */
async function run(
  count: number,
  send: (numbers: string[], nth: number) => void,
  isDone: (number: string) => boolean = () => false,
) {
  const sent: string[][] = []
  const asked: string[] = []
  const shape = {
    ...provision.shape,
    settle: async (_: unknown, {numbers: [number = '']}: {numbers: string[]}) => {
      asked.push(number)
      await Promise.resolve()
      return isDone(number) ? {done: true} : {done: false}
    },
  } as unknown as Declaration
  const calls = {
    send: async (values: Readonly<Record<string, unknown>>) => {
      const chunk = values['numbers'] as string[]
      sent.push(chunk)
      await Promise.resolve()
      send(chunk, sent.length)
    },
    settled: () => Promise.resolve(),
    call: () => Promise.reject(new Error('not called')),
    all: () => rowsOf([]) as AsyncIterable<never>,
  }
  const sender = new Sender({shape, calls, log, persistent: false})
  const batch = new Batch({
    ...{rows: rowsOf(numbers(count)), each: shape.each, sender, log, concurrency: 1, certainAfterMs: 60_000},
  })
  const fates = await collect(batch.fates())
  expect(fates.map(({row}) => row.number)).toEqual(numbers(count).map((_, at) => at + 1))
  const outcomes = fates.map(({row, outcome, message}) => ({
    ...{number: (row.values['numbers'] as string[])[0], outcome, message},
  }))
  const [failure] = batch.errors
  const {stop} = sender
  return {doneCount: batch.doneCount, failure, stop, sent, asked, outcomes, words: outcomes.map(({outcome}) => outcome)}
}

test('numbers go a hundred to a request, in order', async () => {
  const {sent, words, doneCount} = await run(250, () => undefined)
  expect(sent.map((chunk) => chunk.length)).toEqual([100, 100, 50])
  expect(sent.flat()).toEqual(numbers(250))
  expect(words).toEqual(Array.from({length: 250}, () => 'provisioned'))
  expect(doneCount).toBe(250)
})

describe('a refusal', () => {
  const taken = new Set([numbers(100)[3]!, numbers(100)[42]!, numbers(100)[99]!])
  const refuseTaken = (details: (found: string[]) => string[]) => (chunk: string[]) => {
    const found = chunk.filter((number) => taken.has(number))
    if (found.length > 0) throw failure(ExitCode.Refused, 'Not available.', details(found))
  }

  test.each([
    ['names them', (found: string[]) => found.map((number, index) => `numbers[${index}]: ${number} was taken`)],
    ['writes them its own way', (found: string[]) => found.map((number) => `${number.slice(2)} is taken`)],
    ['says nothing of them', () => []],
  ])('of some numbers is theirs alone, where the service %s', async (_, details) => {
    const {outcomes, sent, failure: kept} = await run(100, refuseTaken(details))
    const refused = outcomes.filter(({outcome}) => outcome === 'refused').map(({number}) => number)
    expect(refused).toEqual([...taken])
    expect(outcomes.filter(({outcome}) => outcome === 'provisioned')).toHaveLength(97)
    expect(kept).toMatchObject({exit: ExitCode.Refused})
    const carriedOut = sent.filter((chunk) => !chunk.some((number) => taken.has(number))).flat()
    expect(new Set(carriedOut).size).toBe(carriedOut.length)
  })

  test('gives each number its own reason, once', async () => {
    const reason = (found: string[]) => found.map((number, index) => `numbers[${index}]: ${number} was taken`)
    const {outcomes} = await run(100, refuseTaken(reason))
    const messages = outcomes.flatMap(({message}) => message ?? [])
    expect(messages).toEqual([...taken].map((number) => `${number} was taken`))
  })

  test('of something else is that of the whole request: it is not tried number by number', async () => {
    const {
      sent,
      words,
      failure: kept,
    } = await run(150, () => {
      throw failure(ExitCode.Refused, 'Not valid.', ['help_text: is too long'])
    })
    expect(sent.map((chunk) => chunk.length)).toEqual([100, 50])
    expect(words).toEqual(Array<string>(150).fill('refused'))
    expect(kept).toMatchObject({details: ['help_text: is too long']})
  })
})

test.each([
  ['no permission', ExitCode.NotPermitted],
  ['too many requests for ever', ExitCode.RateLimited],
  ['no network', ExitCode.Unavailable],
])('%s ends the job, and says what was not sent', async (_, exit) => {
  const {sent, words, stop} = await run(250, (__, nth) => {
    if (nth === 2) throw failure(exit, 'Stop.')
  })
  expect(sent).toHaveLength(2)
  expect(words).toEqual([
    ...Array<string>(100).fill('provisioned'),
    ...Array<string>(100).fill('failed'),
    ...Array<string>(50).fill('not sent'),
  ])
  expect(stop).toMatchObject({exit})
})

describe('after a lost reply', () => {
  const loseFirst = (_: string[], nth: number) => {
    if (nth === 1) throw lost
  }

  test('the service is asked for each number, and nothing is sent twice', async () => {
    const half = new Set(numbers(50))
    const {sent, asked, words, failure: kept} = await run(120, loseFirst, (number) => half.has(number))
    expect(sent.flat()).toEqual(numbers(120))
    expect(asked).toEqual(numbers(100))
    expect(words).toEqual([
      ...Array<string>(50).fill('provisioned'),
      ...Array<string>(50).fill('failed'),
      ...Array<string>(20).fill('provisioned'),
    ])
    expect(kept).toMatchObject({code: 'not-carried-out', exit: ExitCode.Unavailable, retryable: true})
  })

  test('that only comes too late, what is not done may be done yet: it is unknown, and open', async () => {
    const late = new AmbiguousError('No answer.', {code: 'ambiguous', exit: ExitCode.Unavailable, isUnderWay: true})
    const [first = ''] = numbers(1)
    const {outcomes, failure: kept} = await run(
      2,
      () => {
        throw late
      },
      (number) => number === first,
    )
    expect(outcomes).toMatchObject([
      {outcome: 'provisioned'},
      {outcome: 'unknown', message: 'No answer. So far the platform shows that it was not.'},
    ])
    expect(kept).toBe(late)
  })

  test('that all numbers survived, nothing has failed', async () => {
    const {failure: kept, doneCount} = await run(2, loseFirst, () => true)
    expect({kept, doneCount}).toEqual({kept: undefined, doneCount: 2})
  })

  test('without an answer to that, the rest is unknown, and nothing more is asked or sent', async () => {
    const {sent, asked, words} = await run(120, loseFirst, () => {
      throw failure(ExitCode.Unavailable, 'No connection.')
    })
    expect([sent.length, asked.length]).toEqual([1, 1])
    expect(words).toEqual([...Array<string>(100).fill('unknown'), ...Array<string>(20).fill('not sent')])
  })
})

describe('an interruption', () => {
  test.each([
    ['leaves a request that had been sent unknown', 'POST /x had been sent and may have been carried out.', 'unknown'],
    ['leaves a request that had not been sent undone', undefined, 'not sent'],
  ])('%s', async (_, hint, word) => {
    const {words} = await run(220, (__, nth) => {
      if (nth === 2) throw interruptedError(hint)
    })
    expect(words).toEqual([
      ...Array<string>(100).fill('provisioned'),
      ...Array<string>(100).fill(word),
      ...Array<string>(20).fill('not sent'),
    ])
  })
})
