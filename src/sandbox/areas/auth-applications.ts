import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {applicationGroupView, mustSeeApplication} from '../auth/applications.ts'
import {type ApplicationGroup, applicationResourceGroups, applicationUserGroups} from '../auth/records.ts'
import {arrayOf, readBody, required, string, uuid} from '../fields.ts'
import {filtersOf, listCollection, mapItems} from '../lists.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type ApplicationRequest = FastifyRequest<{Params: {application: string}}>
type GroupRequest = FastifyRequest<{Params: {group: string}}>

const kinds = {'resource-groups': applicationResourceGroups, 'user-groups': applicationUserGroups}

/** The auth service: groups of resources and of users that OAuth applications have. */
export function authApplications(app: FastifyInstance, {store}: Sandbox): void {
  for (const [path, spec] of Object.entries(kinds)) {
    app.get(`/auth/applications/:application/${path}`, (request: ApplicationRequest) => {
      const {uuid: application} = mustSeeApplication(store, request.caller, request.params.application)
      const where = {...filtersOf(request, ['uuid', 'name', 'type', 'default']), application_uuid: application}
      return mapItems(listCollection(request, store.collection(spec), {where}), applicationGroupView)
    })
  }

  app.post('/auth/applications/:application/resource-groups', (request: ApplicationRequest, reply) => {
    const {uuid: application} = mustSeeApplication(store, request.caller, request.params.application)
    const {
      name = '',
      description = '',
      resources = [],
    } = readBody(request, {name: string(), description: string(), resources: arrayOf(uuid())})
    const group = store.collection(applicationResourceGroups).put({
      uuid: randomUUID(),
      name,
      description,
      type: 'user',
      default: false,
      resources: [...new Set(resources)],
      application_uuid: application,
    })
    return reply.accepted(`/auth/resource-groups/${group.uuid}`, {body: applicationGroupView(group)})
  })

  const changing =
    (change: (before: readonly string[], named: readonly string[]) => string[]) =>
    (request: GroupRequest): ApplicationGroup =>
      store.transaction(() => {
        const group = mustFindGroup(request)
        const {resources} = readBody(request, {resources: required(arrayOf(uuid()))})
        const changed = {...group, resources: change(group.resources ?? [], resources)}
        return store.collection(applicationResourceGroups).put(changed)
      })
  const add = changing((before, named) => [...new Set([...before, ...named])])
  const remove = changing((before, named) => before.filter((resource) => !named.includes(resource)))

  app.post('/auth/resource-groups/:group/resources', (request: GroupRequest, reply) =>
    reply.accepted(`/auth/resource-groups/${add(request).uuid}`),
  )

  app.post('/auth/resource-groups/:group/resources/remove', (request: GroupRequest, reply) =>
    reply.accepted(`/auth/resource-groups/${remove(request).uuid}`),
  )

  function mustFindGroup({caller, params}: GroupRequest): ApplicationGroup {
    const group = store.collection(applicationResourceGroups).get(params.group)
    if (!group) throw notFound(`Resource group ${params.group}`)
    mustSeeApplication(store, caller, group.application_uuid)
    return group
  }
}
