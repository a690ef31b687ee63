import {maskPath} from '../../lib/client/masking.ts'
import {ServerClock} from '../../lib/client/server-clock.ts'
import {Command} from '../../lib/command.ts'
import {usageError} from '../../lib/errors.ts'
import {refuseWhole} from '../../lib/follow/refuse-whole.ts'
import {list, type Shape} from '../../lib/operation/declaration.ts'
import {visible} from '../../lib/output/sanitise.ts'
import {account, integer, url, user} from '../../lib/parameters.ts'
import {type Values} from '../../lib/parameter.ts'
import {isLoopback} from '../../lib/profile/host.ts'
import {hostsOf} from '../../lib/profile/settings.ts'
import {eventLine} from '../../lib/pubsub/listen/event-line.ts'
import {type SubscriptionCalls} from '../../lib/pubsub/listen/kept-subscription.ts'
import {type Receiving, removal} from '../../lib/pubsub/listen/listen.ts'
import {receivedColumns, type ReceivedEvent} from '../../lib/pubsub/listen/received-event.ts'
import {platformEvents as knownEvents, unknownEvents} from '../../lib/pubsub/platform-events.ts'
import {callbackHeaders, criteria, platformEvents} from '../../lib/pubsub/subscription-parameters.ts'
import createSubscription from './subscriptions/create.ts'
import deleteSubscription from './subscriptions/delete.ts'
import extendSubscription from './subscriptions/extend.ts'
import updateSubscription from './subscriptions/update.ts'

/** A tunnel may soon be somebody else's: a subscription that nobody removed must not outlive it by much. */
const lifetimeMs = 15 * 60_000

/** On this machine it does no harm, and the sandbox's clock may be moved by days. */
const lifetimeHereMs = 30 * 86_400_000

const everyMs = 5 * 60_000

const parameters = {
  events: platformEvents('--events'),
  forwardTo: url('--forward-to', 'program that events are passed on to, as they came', {in: 'local'}),
  publicUrl: url('--public-url', 'where the platform reaches the receiver: the address of a tunnel to it', {
    in: 'local',
  }),
  port: integer('--port', 'port that the receiver listens on; 0 takes a free one', {
    ...{default: 4012, min: 0, max: 65_535, in: 'local'},
  }),
  user_uuid: user(),
  account_uuid: account(),
  criteria: criteria(),
  headers: callbackHeaders(),
}

type Wanted = Values<typeof parameters>

export default class Listen extends Command {
  static override readonly shape = {
    summary: 'Print events as they come, and pass them on to a program',
    description:
      'Subscribes a receiver on this machine for as long as it runs, to all known events unless some are named. The ' +
      'platform is answered what the program answers, and so repeats what the program has not taken. Outside of the ' +
      'sandbox it needs a tunnel to the receiver, and its address as --public-url.',
    parameters,
    effect: {changes: 'subscribe to events'},
    reply: list<ReceivedEvent>({columns: receivedColumns, id: 'uuid', noun: 'events', paging: 'none'}),
    goesOn: true,
    examples: [],
  } satisfies Shape<typeof parameters, ReceivedEvent>
  static override readonly calls = [createSubscription, extendSubscription, updateSubscription, deleteSubscription]

  async run(): Promise<void> {
    let subscription: () => string | undefined = () => undefined
    this.console.windsUp(() => stayed(subscription()))
    const clock = new ServerClock()
    this.console.record.listen(clock.observe)
    const signal = this.console.ending()
    refuseWhole(this.flags, 'events')
    const wanted = await this.values(Listen.shape)
    const {checkForwardUrl} = await import('../../lib/pubsub/listen/forward.ts')
    if (wanted.forwardTo !== undefined) checkForwardUrl(wanted.forwardTo)
    this.#checkReach(wanted)
    for (const unknown of wanted.events?.flatMap(unknownEvents) ?? []) await this.console.warn(unknown)
    await (await this.console.connection()).attend()
    const {listen} = await import('../../lib/pubsub/listen/listen.ts')
    const {columns, id, noun} = Listen.shape.reply
    const {limit} = this.flags as {limit?: string}
    const rows = listen({
      ...{port: wanted.port, forwardTo: wanted.forwardTo, signal, everyMs, now: () => clock.now()},
      lifetimeMs: this.#isHere ? lifetimeHereMs : lifetimeMs,
      secretHeaders: (wanted.headers ?? []).flatMap((header) => Object.keys(header)),
      calls: (receiving) => this.#calls(wanted, receiving),
      onReady: (url, {subscription_uuid: uuid}) => void this.#tellReady(wanted, url, uuid),
      onSubscription: (uuid) => (subscription = uuid),
      warn: (message) => void this.console.warn(message),
    })
    await this.console.printer.rows(rows, {
      ...{columns, idField: id, noun, limit: limit === undefined ? undefined : Number(limit)},
      line: (row, terminal) => eventLine(row as ReceivedEvent, terminal),
    })
  }

  #calls(wanted: Wanted, {url, key}: Receiving): SubscriptionCalls {
    const {account_uuid, user_uuid, events = [knownEvents], headers = []} = wanted
    return {
      subscribe: (until) =>
        this.call(createSubscription, {
          ...{user_uuid, account_uuid, events, criteria: wanted.criteria, expiration_date: until},
          'callback.url': wanted.publicUrl ?? url,
          'callback.headers': [...headers, {[key.name]: key.value}],
          // It ends soon by itself, and is not to end before because a network was gone.
          'callback.keep_alive': true,
        }),
      extend: (uuid, until) => this.call(extendSubscription, {subscription_uuid: uuid, expiration_date: until}),
      resume: (uuid) => this.call(updateSubscription, {subscription_uuid: uuid, body: {suspended: 0}}),
      remove: async (uuid) => {
        await this.#tellMissed(uuid)
        return this.call(deleteSubscription, {subscription_uuid: uuid})
      },
    }
  }

  /** Throws a usage error where the platform cannot reach this machine. */
  #checkReach({publicUrl, port}: Wanted): void {
    if (publicUrl !== undefined || this.#isHere) return
    const host = new URL(hostsOf(this.console.settings).api).hostname
    throw usageError(`${host} cannot reach a receiver on this machine without --public-url.`, {
      hint: `Open a tunnel to port ${port} of this machine, and give its address: --public-url https://…; or try it with --profile sandbox.`,
    })
  }

  /** Whether the platform is a sandbox on this machine. */
  get #isHere(): boolean {
    const {settings} = this.console
    return settings.profile?.embedded === true || isLoopback(new URL(hostsOf(settings).api).hostname)
  }

  async #tellReady({events, forwardTo}: Wanted, url: string, uuid: string): Promise<void> {
    const names = (events ?? [knownEvents]).flatMap((some) => Object.values(some).flat())
    const target = forwardTo === undefined ? '' : `, and passes them on to ${maskPath(forwardTo)}`
    // Whoever posts to it, or waits for it, has to know in every format.
    const kinds = names.length === 1 ? 'one kind' : `${names.length} kinds`
    const ready = `Subscription ${uuid} posts ${kinds} of events to ${maskPath(url)}${target}. Ctrl-C ends it.`
    await this.console.terminal.err(`${visible(ready)}\n`)
  }

  /** The embedded sandbox keeps a log of deliveries; the platform shows none. */
  async #tellMissed(uuid: string): Promise<void> {
    if (this.console.settings.profile?.embedded !== true) return
    const {missedBy} = await import('../../sandbox/pubsub/missed.ts')
    const missed = await missedBy(this.console.paths, uuid)
    if (missed === 0) return
    await this.console.warn(
      `${missed} did not arrive, or were not taken by the program: commsctl sandbox deliveries list --subscription ${uuid}`,
    )
  }
}

/** What a second Ctrl-C leaves behind. */
function stayed(uuid: string | undefined): string | undefined {
  return uuid === undefined ? undefined : `Subscription ${uuid} stays for a while. To remove it: ${removal(uuid)}`
}
