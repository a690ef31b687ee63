import {type Group, type GroupMember, type HistoryRecord, type Instance} from '../../lib/workflows/instance.ts'
import {type Store} from '../store.ts'
import {groups, instances, type StoredGroup, type StoredInstance} from './records.ts'
import {type Passage} from './run.ts'

/** An instance as replies show it. */
export function instanceView(store: Store, instance: StoredInstance): Instance {
  const {uuid, template_uuid, template_version, input_vars, group_uuid, run} = instance
  const group_name = store.collection(groups).get(group_uuid)?.name ?? ''
  return {
    ...{uuid, template_uuid, template_version, current_state: run.state, input_vars, workflow_vars: run.vars},
    ...{group_uuid, group_name},
  }
}

/** What of a run's history a request wants to see. */
export interface Parts {
  vars: boolean
  incoming: boolean
  transitions: boolean
}

/** What is kept of an instance. */
export function historyView(instance: StoredInstance, {vars, incoming, transitions}: Parts): HistoryRecord {
  const {uuid, template_uuid, template_version, result_type, started_at, ended_at, input_vars, run} = instance
  return {
    ...{uuid, template_uuid, template_version, result_type},
    ...(run.end?.error !== undefined && {error: run.end.error}),
    start_datetime: iso(started_at),
    end_datetime: ended_at === null ? null : iso(ended_at),
    ...(vars && {workflow_vars: run.vars}),
    ...(incoming && {incoming_data: input_vars}),
    ...(transitions && {transition_results: run.passed.map(passageView)}),
  }
}

export function passageView({at, ...passage}: Passage) {
  return {...passage, datetime: iso(at)}
}

/** The instances of a group, the master first. */
export function membersOf(store: Store, {uuid}: StoredGroup): StoredInstance[] {
  return store.collection(instances).find({where: {group_uuid: uuid}})
}

/** An instance of a group, with how it went. */
export function memberView(store: Store, instance: StoredInstance): GroupMember {
  const {result_type, run} = instance
  const error = run.end?.error
  return {...instanceView(store, instance), result: {result_type, ...(error !== undefined && {error})}}
}

/** A group with the parts that a request wants to see. */
export function groupView(
  store: Store,
  group: StoredGroup,
  {master, children, data}: {master: boolean; children: boolean; data: boolean},
): Group {
  const {uuid, name, status} = group
  const [first, ...others] = master || children ? membersOf(store, group) : []
  return {
    ...{uuid, name, status},
    ...(data && {data: group.data}),
    ...(master && first && {master: instanceView(store, first)}),
    ...(children && {children: others.map((instance) => instanceView(store, instance))}),
  }
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
