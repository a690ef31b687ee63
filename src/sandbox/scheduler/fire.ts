import {randomUUID} from 'node:crypto'
import {type Firing} from '../../lib/scheduler/event.ts'
import {accountsBelow} from '../account-tree.ts'
import {type Deed} from '../agenda.ts'
import {publish} from '../pubsub/publish.ts'
import {type Sandbox} from '../sandbox.ts'
import {startInstance} from '../workflows/instances.ts'
import {type StoredTemplate, templates} from '../workflows/records.ts'
import {newestVersions} from '../workflows/templates.ts'
import {arm} from './arm.ts'
import {firings, scheduledEvents, type StoredEvent} from './records.ts'

/** What happens when an event is due: its workflow starts, subscribers are told, and it waits for the next time. */
export function fireEvent(sandbox: Sandbox): Deed {
  const {store, clock} = sandbox
  return ({event: uuid}, at) => {
    const event = store.collection(scheduledEvents).get(uuid as string)
    if (event?.next_at !== at) return
    const firing = store.collection(firings).put({
      uuid: randomUUID(),
      event_uuid: event.uuid,
      title: event.title,
      scheduled_datetime: new Date(at).toISOString(),
      fired_datetime: new Date(clock.now()).toISOString(),
      ...trigger(sandbox, event),
      account_uuid: event.account_uuid,
    })
    notify(sandbox, event, firing)
    arm(sandbox, {...event, fired: event.fired + 1, agenda_id: null}, at)
  }
}

function trigger(sandbox: Sandbox, event: StoredEvent): Pick<Firing, 'status' | 'error' | 'workflow_instance_uuid'> {
  if (event.trigger === undefined) return {status: 'complete'}
  const {workflow_uuid: wanted, parameters = {}} = event.trigger
  const template = templateFor(sandbox, event, wanted)
  if (template?.status !== 'active') return {status: 'failed', error: `There is no active workflow template ${wanted}.`}
  const {account_uuid} = template
  const {uuid} = startInstance(sandbox, template, {input_vars: parameters, account_uuid, user_uuid: event.user_uuid})
  return {status: 'complete', workflow_instance_uuid: uuid}
}

/** The newest version of a template of the event's account or of one below it. */
function templateFor({store}: Sandbox, {account_uuid: account}: StoredEvent, uuid: string): StoredTemplate | undefined {
  const accounts = [account, ...accountsBelow(store, account)]
  const [newest] = newestVersions(store.collection(templates).find({where: {uuid, account_uuid: accounts}}))
  return newest
}

function notify(sandbox: Sandbox, event: StoredEvent, firing: Firing) {
  if (event.notification === undefined) return
  const {account_uuid = event.account_uuid, user_uuid = event.user_uuid} = event.notification
  const about = {service: 'scheduler', event: 'event_fired', account_uuid, user_uuid} as const
  publish(sandbox, {...about, data: firedData(event, firing)})
}

/** What is told of an event that has fired. */
export function firedData(
  {uuid, title, type, metadata}: StoredEvent,
  {status, scheduled_datetime, workflow_instance_uuid}: Firing,
) {
  return {event_uuid: uuid, title, type, metadata, status, scheduled_datetime, workflow_instance_uuid}
}
