import {expect, test} from 'vitest'
import {Pacer} from '../../../src/lib/batch/pacer.ts'
import {type Clock} from '../../../src/lib/client/clock.ts'

/** Time that passes only while somebody waits. */
class TestClock implements Clock {
  #now = 1_000_000

  now(): number {
    return this.#now
  }

  async delay(milliseconds: number): Promise<void> {
    this.#now += milliseconds
    await Promise.resolve()
  }

  random(): number {
    return 0
  }
}

/** A service that takes so many requests in each second, and tells when to come again. */
function serviceWith(limit: number, clock: Clock) {
  let [second, taken, refused] = [0, 0, 0]
  return {
    answer: (): {status: number; retryAfterMs?: number} => {
      const now = Math.floor(clock.now() / 1000)
      if (now !== second) [second, taken] = [now, 0]
      if (taken >= limit) {
        refused += 1
        return {status: 429, retryAfterMs: 1000}
      }
      taken += 1
      return {status: 200}
    },
    refused: () => refused,
  }
}

/** Sends so many requests, each again until it is taken, 2 ms apart at least; gives the seconds that it took. */
async function send(count: number, pacer: Pacer, clock: Clock, answer: () => {status: number; retryAfterMs?: number}) {
  const begun = clock.now()
  for (let done = 0; done < count;) {
    await pacer.turn()
    const sentAt = clock.now()
    await clock.delay(2)
    const {status, retryAfterMs} = answer()
    pacer.answered(status, retryAfterMs, sentAt)
    if (status === 200) done += 1
  }
  return (clock.now() - begun) / 1000
}

test('--rate is the most requests in a second, and is kept', async () => {
  const clock = new TestClock()
  const seconds = await send(1000, new Pacer({rate: 100, clock}), clock, () => ({status: 200}))
  expect(seconds).toBeGreaterThan(9.8)
  expect(seconds).toBeLessThan(10.2)
})

test('without --rate the limit of the service is found, and 10,000 requests go within a tenth of it', async () => {
  const clock = new TestClock()
  const {answer, refused} = serviceWith(200, clock)
  const seconds = await send(10_000, new Pacer({clock}), clock, answer)
  expect(10_000 / seconds).toBeGreaterThan(180)
  expect(refused()).toBeLessThan(20)
})

test('a refusal stops all requests for as long as it says', async () => {
  const clock = new TestClock()
  const pacer = new Pacer({clock})
  await pacer.turn()
  pacer.answered(429, 30_000, clock.now())
  const before = clock.now()
  await pacer.turn()
  expect(clock.now() - before).toBeGreaterThanOrEqual(30_000)
})
