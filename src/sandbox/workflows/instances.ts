import {randomUUID} from 'node:crypto'
import {type JsonObject} from '../../lib/client/wire.ts'
import {publish} from '../pubsub/publish.ts'
import {badRequest, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {groups, instances, type StoredGroup, type StoredInstance, type StoredTemplate} from './records.ts'
import {beginning, definitionOf} from './run.ts'

export const runKind = 'workflow.run'

export interface Start {
  input_vars: JsonObject
  start_state?: string | undefined
  /** A group that there is; a new one where it is left out. */
  group_uuid?: string | undefined
  group_name?: string | undefined
  account_uuid: string
  user_uuid: string
}

/** Makes an instance that begins to run when the agenda is looked at next. To be called in a transaction. */
export function startInstance(sandbox: Sandbox, template: StoredTemplate, start: Start): StoredInstance {
  const {store, clock} = sandbox
  const {uuid: template_uuid, version: template_version} = template
  const {input_vars, start_state, account_uuid, user_uuid} = start
  const now = clock.now()
  const definition = definitionOf(template)
  const run = beginning(definition, input_vars, start_state)
  if (!run) throw badRequest(`The template has no state ${start_state ?? ''}.`)
  const {uuid: group_uuid} = joinedGroup(store, {...start, template_uuid}, now)
  const instance = store.collection(instances).put({
    ...{uuid: randomUUID(), template_uuid, template_version, account_uuid, user_uuid, group_uuid},
    ...{input_vars, definition, run, result_type: 'running', started_at: now, ended_at: null},
  })
  runLater(sandbox, instance)
  return instance
}

/** Puts down when an instance goes on that runs: when its wait is over, else at once. */
export function runLater({clock, agenda}: Sandbox, {uuid, run, result_type}: StoredInstance): void {
  agenda.withdraw(runKind, {instance: uuid})
  if (result_type === 'running') agenda.add(run.waiting?.until ?? clock.now(), runKind, {instance: uuid})
}

/** The group that a new instance is in: the one that was named, active again, or a new one. */
function joinedGroup(
  store: Store,
  {group_uuid: wanted, group_name, account_uuid, template_uuid}: Start & {template_uuid: string},
  now: number,
): StoredGroup {
  const all = store.collection(groups)
  const common = {account_uuid, template_uuid, started_at: now}
  if (wanted === undefined) {
    return all.put({uuid: randomUUID(), name: group_name ?? '', status: 'active', data: {}, ...common})
  }
  const known = all.get(wanted)
  if (known?.account_uuid !== account_uuid) throw notFound(`Workflow group ${wanted}`)
  return all.put({...known, status: 'active'})
}

/** Ends an instance: its group ends with the last of its instances, and subscribers are told. To be called in a transaction. */
export function endInstance(
  sandbox: Sandbox,
  instance: StoredInstance,
  result: 'complete' | 'error' | 'cancelled',
  at: number,
): void {
  const {store} = sandbox
  const {group_uuid, account_uuid, user_uuid} = instance
  store.collection(instances).put({...instance, result_type: result, ended_at: at})
  const isGroupActive = store.collection(instances).first({group_uuid, result_type: 'running'}) !== undefined
  const status = result === 'cancelled' ? 'cancelled' : 'complete'
  if (!isGroupActive) store.collection(groups).update(group_uuid, (group) => ({...group, status}))
  const about = {service: 'workflow', event: 'workflow_finished', account_uuid, user_uuid} as const
  publish(sandbox, {...about, data: finishedData({...instance, result_type: result})})
}

/** What is told of an instance that has ended. */
export function finishedData({uuid, template_uuid, template_version, group_uuid, result_type, run}: StoredInstance) {
  return {uuid, template_uuid, template_version, group_uuid, result_type, workflow_vars: run.vars}
}
