import {type Subscription} from '../../src/lib/pubsub/subscription.ts'
import {deliveries} from '../../src/sandbox/pubsub/deliveries.ts'
import {type PlatformEvent, publish} from '../../src/sandbox/pubsub/publish.ts'
import {subscriptions} from '../../src/sandbox/pubsub/records.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, signedIn} from './support.ts'

const {accountUuid: account_uuid, userUuid: user_uuid} = seededAccess

/** A sandbox with stopped clock, and an administrator who can subscribe. */
export async function listening(events: object = {sms: ['number_provisioned']}) {
  const sandbox = freshSandbox(200)
  sandbox.clock.stop()
  const send = await signedIn(sandbox)
  const subscribe = async (url: string, options: {callback?: object; [name: string]: unknown} = {}) => {
    const {callback, ...rest} = options
    const body = {account_uuid, user_uuid, events, ...rest, callback: {url, ...callback}}
    return (await send('POST /pubsub/subscriptions', body)).json() as Subscription
  }
  const tell = (event: Partial<PlatformEvent<'sms'>> = {}) =>
    publish(sandbox, {service: 'sms', event: 'number_provisioned', account_uuid, data: {number: '+1'}, ...event})
  const log = () => sandbox.store.collection(deliveries).find().slice(1)
  const suspended = (uuid: string) => sandbox.store.collection(subscriptions).get(uuid)?.suspended
  return {sandbox, send, subscribe, tell, log, suspended}
}
