import {type FastifyInstance} from 'fastify'
import {activities} from '../activity/activities.ts'
import {activitySubtypes, activityTypes, subtypeRecord, typeRecord} from '../activity/types.ts'
import {integer, object, readBody, required, string} from '../fields.ts'
import {filtersOf, listCollection, mapItems, within} from '../lists.ts'
import {type Sandbox} from '../sandbox.ts'
import {activityReportRoutes} from './activity-reports.ts'

const filterable = ['uuid', 'activity_type', 'activity_subtype', 'owner_uuid', 'account_uuid']

/** The activity service: what happened, its kinds, and reports about it. */
export function activity(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox

  app.get('/activity/activity', (request) => {
    const where = within(filtersOf(request, filterable), 'account_uuid', request.caller.visibleAccounts())
    const {include} = request.query as {include?: string | string[]}
    const withMetadata = [include].flat().some((names) => names?.split(',').includes('metadata'))
    return mapItems(listCollection(request, store.collection(activities), {where}), ({metadata, ...shown}) => ({
      ...shown,
      ...(withMetadata && {metadata}),
    }))
  })

  registration(app, sandbox)
  activityReportRoutes(app, sandbox)
}

/** Kinds of activities are everybody's. A version that is registered again takes the place of the one before. */
function registration(app: FastifyInstance, {store}: Sandbox): void {
  const types = store.collection(activityTypes)
  const subtypes = store.collection(activitySubtypes)
  const name = () => required(string({min: 1, max: 100}))
  const version = integer({min: 1, max: 1_000_000})

  app.get('/activity/register', (request) => {
    const where = filtersOf(request, ['activity_type', 'version'])
    return mapItems(listCollection(request, types, {where}), withoutId)
  })

  app.post('/activity/register', (request, reply) => {
    const body = readBody(request, {activity_type: name(), version, schema: required(object())})
    return reply.code(201).send(withoutId(types.put(typeRecord({...body, version: body.version ?? 1}))))
  })

  app.get('/activity/register/subtype', (request) => {
    const where = filtersOf(request, ['activity_type', 'activity_subtype', 'version'])
    return mapItems(listCollection(request, subtypes, {where}), withoutId)
  })

  app.post('/activity/register/subtype', (request, reply) => {
    const fields = {activity_type: name(), activity_subtype: name(), version, schema: required(object())}
    const body = readBody(request, fields)
    return reply.code(201).send(withoutId(subtypes.put(subtypeRecord({...body, version: body.version ?? 1}))))
  })
}

function withoutId<Item extends {id: string}>(item: Item): Omit<Item, 'id'> {
  return {...item, id: undefined}
}
