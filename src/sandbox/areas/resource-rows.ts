import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {matches} from '../../lib/output/where.ts'
import {object, oneOf, readBody, readFields, required, string} from '../fields.ts'
import {includedIn, listWhole, namesIn} from '../lists.ts'
import {badRequest, notFound} from '../refusal.ts'
import {newId} from '../resources/ids.ts'
import {removeRows, rows as records, rowsOf, type StoredRow} from '../resources/resources.ts'
import {resourceView, rowView} from '../resources/views.ts'
import {type Sandbox} from '../sandbox.ts'
import {mustFindResource, type ResourceRequest} from './resources.ts'

type RowRequest = FastifyRequest<{Params: {resource: string; row: string}}>
type RelationRequest = FastifyRequest<{Params: {row: string}}>

/** The resource service: rows of tables, and relations between them. */
export function resourceRows(app: FastifyInstance, {store}: Sandbox): void {
  const rows = store.collection(records)

  const mustFindRow = ({caller, params}: RowRequest): StoredRow => {
    const {uuid} = mustFindResource(store, caller, params.resource)
    const row = rows.get(params.row)
    if (row?.resource_instance_uuid !== uuid) throw notFound(`Row ${params.row}`)
    return row
  }

  const mustSeeRow = ({caller}: FastifyRequest, id: string): StoredRow => {
    const row = rows.get(id)
    if (!row) throw notFound(`Row ${id}`)
    mustFindResource(store, caller, row.resource_instance_uuid)
    return row
  }

  app.post('/resourcecms/instance/:resource/row', (request: ResourceRequest, reply) => {
    const {uuid} = mustFindResource(store, request.caller, request.params.resource)
    const {resource_instance_uuid = uuid, content} = readBody(request, {
      resource_instance_uuid: string(),
      content: required(object()),
    })
    if (resource_instance_uuid !== uuid) throw otherResource()
    const row = rows.put({uuid: newId(), resource_instance_uuid, content, references: []})
    return reply.code(201).send(rowView(row, {references: false}))
  })

  app.get('/resourcecms/instance/:resource/row/:row', (request: RowRequest) => {
    const included = namesIn(request, 'include') ?? ['content']
    const {content, ...row} = rowView(mustFindRow(request), {references: included.includes('references')})
    return {...row, ...(included.includes('content') && {content})}
  })

  app.delete('/resourcecms/instance/:resource/row/:row', (request: RowRequest, reply) => {
    store.transaction(() => removeRows(store, [mustFindRow(request).uuid]))
    return reply.code(204).send()
  })

  // It changes nothing.
  app.post('/resourcecms/instance/:resource/search', {config: {permission: 'read'}}, (request: ResourceRequest) => {
    const resource = mustFindResource(store, request.caller, request.params.resource)
    const conditions = conditionsIn(request)
    const found = rowsOf(store, resource.uuid).filter(({content}) => matches(content, conditions))
    return resourceView(store, resource, () => listWhole(request, found), {
      rows: true,
      references: includedIn(request).includes('references'),
      whole: false,
    })
  })

  app.post('/resourcecms/relation/:row/add', (request: RelationRequest) =>
    store.transaction(() => {
      const row = mustSeeRow(request, request.params.row)
      const added = listedIds(request)
      for (const id of added) mustSeeRow(request, id)
      return rows.put({...row, references: [...new Set([...row.references, ...added])]})
    }),
  )
}

const conditionFields = {column: required(string()), term: required(string()), operation: oneOf(['='])}

/** What rows must meet, all of it: one expression, or an array of them. */
function conditionsIn({body}: FastifyRequest): {key: string; value: string}[] {
  return [(body ?? null) as JsonValue].flat().map((given) => {
    const {column, term} = readFields(mustBeObject(given), conditionFields)
    return {key: column, value: term}
  })
}

function mustBeObject(given: JsonValue): JsonObject {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given
  throw badRequest('The request needs a body: an object with column, term and operation, or an array of such.')
}

/** Ids of rows, as strings or as objects that have a uuid. */
function listedIds({body}: FastifyRequest): string[] {
  if (!Array.isArray(body)) throw badRequest('The request needs a body: a JSON array.')
  return (body as JsonValue[]).map((one) => {
    const id = typeof one === 'object' && one !== null && !Array.isArray(one) ? one['uuid'] : one
    if (typeof id !== 'string' || id === '') throw badRequest('Each element must be the id of a row.')
    return id
  })
}

function otherResource() {
  const problem = {field: 'resource_instance_uuid', message: 'is not the one of the path'}
  return badRequest('The row is to be in another resource.', [problem])
}
