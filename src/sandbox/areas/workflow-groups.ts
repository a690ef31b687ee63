import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {groupStatuses} from '../../lib/workflows/instance.ts'
import {object, oneOf, readBody, required} from '../fields.ts'
import {filtersOf, listArray, mapItems} from '../lists.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {groups as groupRecords, type StoredGroup, type StoredInstance} from '../workflows/records.ts'
import {isWithin} from '../workflows/period.ts'
import {groupView, instanceView, memberView, membersOf} from '../workflows/views.ts'

type GroupRequest = FastifyRequest<{Params: {group: string; child: string}}>

const onePath = '/workflow/groups/:group'
const everything = {master: true, children: true, data: true}

/** The workflow service: groups of instances. */
export function workflowGroups(app: FastifyInstance, {store}: Sandbox): void {
  const groups = store.collection(groupRecords)

  const mustFind = ({caller, params}: GroupRequest): StoredGroup => {
    const found = groups.get(params.group)
    if (!found || !caller.sees(found.account_uuid)) throw notFound(`Workflow group ${params.group}`)
    return found
  }

  const member = (instance: StoredInstance | undefined, name: string) => {
    if (!instance) throw notFound(name)
    return memberView(store, instance)
  }

  app.get('/workflow/groups', (request) => {
    const filters = filtersOf(request, ['template_uuid', 'status'])
    const found = groups.find({where: {...filters, account_uuid: request.caller.visibleAccounts()}})
    const inPeriod = found.filter(({started_at}) => isWithin(request, started_at))
    return mapItems(listArray(request, inPeriod), (group) => groupView(store, group, everything))
  })

  app.get(onePath, (request: GroupRequest) => groupView(store, mustFind(request), everything))

  app.get(`${onePath}/filter`, (request: GroupRequest) => {
    const query = request.query as Readonly<Record<string, string | undefined>>
    const isShown = (part: string) => query[`show_${part}`] === 'true'
    const parts = {master: isShown('master'), children: isShown('children'), data: isShown('data')}
    return groupView(store, mustFind(request), parts)
  })

  app.get(`${onePath}/filter/master`, (request: GroupRequest) => {
    const [first] = membersOf(store, mustFind(request))
    return member(first, 'The master')
  })

  app.get(`${onePath}/filter/data`, (request: GroupRequest) => mustFind(request).data)

  app.get(`${onePath}/filter/children`, (request: GroupRequest) =>
    membersOf(store, mustFind(request))
      .slice(1)
      .map((instance) => instanceView(store, instance)),
  )

  app.get(`${onePath}/filter/children/:child`, (request: GroupRequest) => {
    const children = membersOf(store, mustFind(request)).slice(1)
    const {child} = request.params
    return member(
      children.find(({uuid}) => uuid === child),
      `Child ${child}`,
    )
  })

  app.put(onePath, (request: GroupRequest) => {
    const {uuid} = mustFind(request)
    const body = readBody(request, {status: required(oneOf(groupStatuses)), data: required(object())})
    const changed = groups.update(uuid, (group) => ({...group, ...body}))
    return groupView(store, changed!, everything)
  })
}
