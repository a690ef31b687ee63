import {expect, test} from 'vitest'
import {CliError} from '../../../src/lib/errors.ts'
import {ExitCode} from '../../../src/lib/exit-code.ts'
import {KeptSubscription} from '../../../src/lib/pubsub/listen/kept-subscription.ts'
import {type Gap} from '../../../src/lib/pubsub/listen/received-event.ts'
import {type Subscription} from '../../../src/lib/pubsub/subscription.ts'
import {VirtualClock} from '../client/support.ts'

const minute = 60_000

function failure(exit: ExitCode, status?: number): CliError {
  return new CliError('refused', {code: 'x', exit, status})
}

/** A platform with one subscription, to which something happens at each extension. */
class Platform {
  readonly done: string[] = []
  ahead = 0
  #count = 0
  #suspended: 0 | 1 = 0

  constructor(
    private readonly clock: VirtualClock,
    private readonly happenings: (undefined | 'suspended' | CliError | 'stop')[],
    private readonly stop: () => void,
  ) {}

  readonly calls = {
    subscribe: async (until: string) => this.#told('subscribe', until, `S${++this.#count}`),
    extend: async (uuid: string, until: string) => {
      const happening = this.happenings.shift()
      if (happening instanceof CliError) throw happening
      if (happening === 'stop') this.stop()
      if (happening === 'suspended') this.#suspended = 1
      return this.#told('extend', until, uuid)
    },
    resume: async (uuid: string) => {
      this.#suspended = 0
      this.done.push(`resume ${uuid}`)
    },
    remove: async (uuid: string) => void this.done.push(`remove ${uuid}`),
  }

  #told(what: string, until: string, uuid: string): Subscription {
    const minutes = Math.round((Date.parse(until) - this.clock.now() - this.ahead) / minute)
    this.done.push(`${what} ${uuid} for ${minutes} min`)
    return {subscription_uuid: uuid, suspended: this.#suspended} as Subscription
  }
}

function keeping(happenings: ConstructorParameters<typeof Platform>[1]) {
  const clock = new VirtualClock()
  const stop = new AbortController()
  const platform = new Platform(clock, happenings, () => stop.abort())
  const gaps: Gap[] = []
  const warnings: string[] = []
  // As the real one, it does not wait once it is to stop.
  const delay = async (milliseconds: number) => {
    if (stop.signal.aborted) throw new Error('aborted')
    return clock.delay(milliseconds)
  }
  const kept = new KeptSubscription({
    ...{calls: platform.calls, now: () => clock.now() + platform.ahead, lifetimeMs: 15 * minute, everyMs: 5 * minute},
    ...{signal: stop.signal, clock: {now: () => clock.now(), delay, random: () => 0}},
    ...{onGap: (gap) => gaps.push(gap), warn: (message) => warnings.push(message)},
  })
  return {kept, platform, gaps, warnings, clock}
}

test('a subscription is extended before it ends, and removed', async () => {
  const {kept, platform, gaps} = keeping([undefined, undefined, 'stop'])
  await kept.begin()
  await kept.keep()
  await kept.end()
  const extended = 'extend S1 for 15 min'
  expect(platform.done).toEqual(['subscribe S1 for 15 min', extended, extended, extended, 'remove S1'])
  expect(gaps).toEqual([])
})

test('one that was suspended is taken up again, one that is gone made anew, and the gaps are told', async () => {
  const {kept, platform, gaps} = keeping(['suspended', failure(ExitCode.NotFound, 404), 'stop'])
  await kept.begin()
  await kept.keep()
  expect(platform.done).toContain('resume S1')
  expect(kept.uuid).toBe('S2')
  expect(gaps).toEqual([
    {
      since: '2026-01-01T00:00:00.000Z',
      until: '2026-01-01T00:05:00.000Z',
      reason: expect.stringContaining('suspended') as string,
    },
    {
      since: '2026-01-01T00:05:00.000Z',
      until: '2026-01-01T00:10:00.000Z',
      reason: expect.stringContaining('gone') as string,
    },
  ])
})

test('while the platform cannot be reached it is tried again; then the gap is told', async () => {
  const down = failure(ExitCode.Unavailable)
  const {kept, gaps, warnings} = keeping([down, down, down, undefined, 'stop'])
  await kept.begin()
  await kept.keep()
  expect(warnings).toHaveLength(2)
  expect(gaps).toEqual([
    {
      since: '2026-01-01T00:00:00.000Z',
      until: '2026-01-01T00:05:00.700Z',
      reason: expect.stringContaining('late') as string,
    },
  ])
})

test('what does not pass by itself ends it', async () => {
  const {kept} = keeping([failure(ExitCode.NotPermitted, 403)])
  await kept.begin()
  await expect(kept.keep()).rejects.toMatchObject({exit: ExitCode.NotPermitted})
})

test('where the clock of the platform turns out to be another, the end is moved at once', async () => {
  const {kept, platform} = keeping([])
  const {subscribe} = platform.calls
  platform.calls.subscribe = async (until) => {
    const reply = await subscribe(until)
    platform.ahead = 3 * 24 * 60 * minute
    return reply
  }
  await kept.begin()
  expect(platform.done).toEqual(['subscribe S1 for 15 min', 'extend S1 for 15 min'])
})
