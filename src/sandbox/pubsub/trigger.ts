import {notFoundError} from '../../lib/errors.ts'
import {platformEvents, type EventName, type Service} from '../../lib/pubsub/platform-events.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Delivery, deliveries} from './deliveries.ts'
import {publish} from './publish.ts'
import {type Concerned, samples} from './samples.ts'

/**
 * Publishes an event about something that is in the sandbox, without changing that, and delivers it; gives back the
 * deliveries. Throws an error for people where there is nothing that it could be about.
 */
export async function trigger(sandbox: Sandbox, event: string, concerned: Concerned): Promise<Delivery[]> {
  const service = serviceOf(event)
  const sample = samples[service] as Record<string, (typeof samples)['account']['account_created']>
  const data = sample[event]!(sandbox, concerned)
  if (data === undefined) {
    throw notFoundError(
      `There is nothing in the sandbox that ${event} could be about.`,
      'commsctl sandbox reset --yes makes what a fresh one has',
    )
  }
  const {store} = sandbox
  const uuids = store.transaction(() =>
    publish(sandbox, {service, event: event as EventName<Service>, ...concerned, data}),
  )
  await sandbox.courier.deliverBriefly()
  return uuids.flatMap((uuid) => store.collection(deliveries).get(uuid) ?? [])
}

function serviceOf(event: string): Service {
  const services = Object.keys(platformEvents) as Service[]
  return services.find((service) => (platformEvents[service] as readonly string[]).includes(event))!
}
