import {randomBytes} from 'node:crypto'
import {CliError, causedBy} from '../../errors.ts'
import {ExitCode} from '../../exit-code.ts'
import {Arrivals} from '../../follow/arrivals.ts'
import {listenHere} from '../../listen-here.ts'
import {type Subscription} from '../subscription.ts'
import {Inbox} from './inbox.ts'
import {KeptSubscription, type KeepingOptions, type SubscriptionCalls} from './kept-subscription.ts'
import {gapRow, type ReceivedEvent} from './received-event.ts'
import {receiver} from './receiver.ts'

/** Events that wait to be printed: what comes while so many do is refused, and so repeated by the platform. */
const mostWaiting = 10_000

/** Where the receiver is, and what only the platform knows. */
export interface Receiving {
  url: string
  key: {name: string; value: string}
}

export interface ListenOptions extends Omit<KeepingOptions, 'onGap' | 'calls'> {
  port: number
  forwardTo: string | undefined
  /** Names of headers that the platform sends, and that are shown nowhere. */
  secretHeaders: readonly string[]
  /** The calls for a subscription that posts to this receiver. */
  calls: (receiving: Receiving) => SubscriptionCalls
  onReady: (url: string, subscription: Subscription) => void
  /** Told of the subscription that is in force, and of none. */
  onSubscription: (uuid: () => string | undefined) => void
}

/** Subscribes a receiver of its own, and gives back events as they come; the subscription is gone when it ends. */
export async function* listen(options: ListenOptions): AsyncGenerator<ReceivedEvent> {
  const {port, forwardTo, secretHeaders, signal, warn} = options
  const key = {name: 'x-commsctl-key', value: randomBytes(32).toString('base64url')}
  const arrivals = new Arrivals<ReceivedEvent>(mostWaiting)
  const secret = new Set(secretHeaders.map((name) => name.toLowerCase()))
  const inbox = new Inbox({forwardTo, own: new Set([key.name]), secret, arrivals})
  let strangers = 0
  const onStranger = () => {
    strangers += 1
    if (strangers === 1) warn('A request was refused that did not come from the platform: it lacks the key.')
  }
  const app = await receiver({key, take: inbox.take, onStranger})
  try {
    const place = {host: '127.0.0.1', port, who: 'The receiver', command: 'pubsub listen'}
    const url = await listenHere(app, place)
    const stop = new AbortController()
    const kept = new KeptSubscription({
      ...options,
      ...{calls: options.calls({url, key}), signal: AbortSignal.any([signal, stop.signal])},
      onGap: (gap) => void arrivals.add(gapRow(gap)),
    })
    options.onSubscription(() => kept.uuid)
    options.onReady(url, await kept.begin())
    const keeping = keep(kept, inbox, arrivals, signal)
    try {
      yield* arrivals
    } finally {
      stop.abort()
      await keeping
    }
  } finally {
    await app.close()
  }
}

/** Keeps the subscription until that is to end, removes it, and ends the arrivals with what was under way. */
async function keep(
  kept: KeptSubscription,
  inbox: Inbox,
  arrivals: Arrivals<ReceivedEvent>,
  signal: AbortSignal,
): Promise<void> {
  const failure = await kept.keep().then(() => undefined, asError)
  const left = await kept.end().then(
    () => undefined,
    (error: unknown) => stillThere(kept.uuid, asError(error), signal),
  )
  await inbox.idle()
  arrivals.end(failure ?? left)
}

function stillThere(uuid: string | undefined, cause: Error, {aborted}: AbortSignal): Error {
  if (!(cause instanceof CliError)) return cause
  return causedBy(cause, `The subscription could not be removed: ${cause.message}`, {
    hint: `It ends by itself after a while. To remove it: ${removal(uuid)}`,
    ...(aborted && {exit: ExitCode.Interrupted}),
  })
}

/** The command that removes a subscription which stayed. */
export function removal(uuid: string | undefined): string {
  return `commsctl pubsub subscriptions delete ${uuid} --yes`
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
