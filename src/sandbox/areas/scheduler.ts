import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type Firing, type NextFiring, type ScheduledEvent} from '../../lib/scheduler/event.ts'
import {filtersOf, listArray, mapItems, within} from '../lists.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {readEvent} from '../scheduler/event-checks.ts'
import {fireKind, firings, scheduledEvents, type StoredEvent, type StoredFiring} from '../scheduler/records.ts'

type EventRequest = FastifyRequest<{Params: {event: string}}>

const onePath = '/scheduler/events/:event'

/** The scheduler service: events that fire at times, with a resolution of a minute. */
export function scheduler(app: FastifyInstance, sandbox: Sandbox): void {
  const {store, agenda, clock} = sandbox
  const events = store.collection(scheduledEvents)

  // What knows the calendar is loaded when an event is made, changed or due.
  agenda.register(fireKind, {load: async () => (await import('../scheduler/fire.ts')).fireEvent(sandbox)})

  const mustFind = ({caller, params}: EventRequest): StoredEvent => {
    const found = events.get(params.event)
    if (!found || !caller.sees(found.account_uuid)) throw notFound(`Scheduled event ${params.event}`)
    return found
  }

  app.get('/scheduler/events', (request) => {
    const filters = filtersOf(request, ['title', 'status', 'type', 'user_uuid', 'timezone'])
    const found = events.find({where: within(filters, 'account_uuid', request.caller.visibleAccounts())})
    return mapItems(listArray(request, found.reverse()), eventView)
  })

  app.get('/scheduler/events/history', (request) => {
    const filters = filtersOf(request, ['event_uuid', 'status', 'title'])
    const where = within(filters, 'account_uuid', request.caller.visibleAccounts())
    return mapItems(listArray(request, store.collection(firings).find({where}).reverse()), firingView)
  })

  app.get(onePath, (request: EventRequest) => eventView(mustFind(request)))

  app.get(`${onePath}/next`, (request: EventRequest): NextFiring => {
    const {uuid, next_at: next, timezone} = mustFind(request)
    return {event_uuid: uuid, next_datetime: next === null ? null : new Date(next).toISOString(), timezone}
  })

  app.post('/scheduler/events', async (request, reply) => {
    const event = await readEvent(request, clock.now())
    const owner = ownerOf(request, event)
    const {arm} = await import('../scheduler/arm.ts')
    const unarmed = {...event, ...owner, uuid: randomUUID(), fired: 0, next_at: null, agenda_id: null}
    const stored = store.transaction(() => arm(sandbox, unarmed, clock.now()))
    return reply.code(201).send(eventView(stored))
  })

  app.put(onePath, async (request: EventRequest) => {
    const event = await readEvent(request, clock.now(), mustFind(request))
    const owner = ownerOf(request, event)
    const {arm} = await import('../scheduler/arm.ts')
    return store.transaction(() => {
      const {uuid, agenda_id, fired, start_datetime: start} = mustFind(request)
      const count = start === event.start_datetime ? fired : 0
      const changed = {...event, ...owner, uuid, agenda_id, fired: count, next_at: null}
      return eventView(arm(sandbox, changed, clock.now()))
    })
  })

  app.delete(onePath, (request: EventRequest, reply) => {
    store.transaction(() => {
      const {uuid, agenda_id: entry} = mustFind(request)
      if (entry !== null) agenda.cancel(entry)
      events.delete(uuid)
    })
    return reply.code(204).send()
  })
}

/** Whose event it is; who is to be told must be somebody that the caller sees, too. */
function ownerOf({caller}: FastifyRequest, {user_uuid, notification}: Omit<ScheduledEvent, 'uuid'>) {
  if (notification?.account_uuid !== undefined) caller.mustSee(notification.account_uuid)
  if (notification?.user_uuid !== undefined) caller.mustSeeUser(notification.user_uuid)
  const {uuid, account_uuid} = caller.mustSeeUser(user_uuid)
  return {user_uuid: uuid, account_uuid}
}

/** An event as replies show it. */
function eventView(event: StoredEvent): ScheduledEvent {
  const {uuid, user_uuid, start_datetime, timezone, title, description, status, frequency, ...rest} = event
  const {trigger, notification, metadata, type} = rest
  return {
    ...{uuid, user_uuid, start_datetime, timezone, title, description, status, frequency},
    ...(trigger && {trigger}),
    ...(notification && {notification}),
    ...(metadata && {metadata}),
    type,
  }
}

function firingView(firing: StoredFiring): Firing {
  const {uuid, event_uuid, title, scheduled_datetime, fired_datetime, status, error, workflow_instance_uuid} = firing
  return {
    ...{uuid, event_uuid, title, scheduled_datetime, fired_datetime, status},
    ...(error !== undefined && {error}),
    ...(workflow_instance_uuid !== undefined && {workflow_instance_uuid}),
  }
}
