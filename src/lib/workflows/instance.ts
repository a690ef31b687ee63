import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Course} from '../waiting/course.ts'

/** A run of a workflow template. */
export interface Instance {
  uuid: string
  template_uuid: string
  template_version: string
  /** Name of a state. */
  current_state: string
  input_vars: JsonObject
  /** At first a copy of the input. */
  workflow_vars?: JsonObject
  group_uuid: string
  group_name: string
}

/** How one transition went. */
export interface TransitionResult {
  transition_uuid: string
  name: string
  datetime: string
  result_type: 'complete' | 'error' | 'timeout'
  result?: JsonValue
}

/** What is kept of a run. */
export interface HistoryRecord {
  uuid: string
  template_uuid: string
  template_version: string
  /** `running` until it has ended. */
  result_type: 'running' | 'complete' | 'cancelled' | 'error'
  /** Why it ended in an error. */
  error?: string
  start_datetime: string
  end_datetime: string | null
  workflow_vars?: JsonObject
  incoming_data?: JsonObject
  transition_results?: TransitionResult[]
}

/** Instances that belong together: the first is the master. */
export interface Group {
  uuid: string
  name: string
  status: (typeof groupStatuses)[number]
  data?: JsonObject
  master?: Instance
  children?: Instance[]
}

/** An instance of a group, with how it went. */
export interface GroupMember extends Instance {
  result: Pick<HistoryRecord, 'result_type' | 'error'>
}

export const groupStatuses = ['active', 'complete', 'cancelled'] as const

export const instanceColumns: readonly ColumnSpec<Instance>[] = [
  'uuid',
  'template_version',
  'current_state',
  'group_uuid',
  'group_name',
]

export const instanceDetails: readonly ColumnSpec<Instance>[] = [
  ...instanceColumns,
  'template_uuid',
  'input_vars',
  'workflow_vars',
]

export const historyColumns: readonly ColumnSpec<HistoryRecord>[] = [
  'uuid',
  'template_version',
  'result_type',
  'start_datetime',
  'end_datetime',
]

export const historyDetails: readonly ColumnSpec<HistoryRecord>[] = [
  ...historyColumns,
  'template_uuid',
  'error',
  'workflow_vars',
]

export const groupColumns: readonly ColumnSpec<Group>[] = [
  'uuid',
  'name',
  'status',
  'master.uuid',
  'master.template_uuid',
]

export const groupDetails: readonly ColumnSpec<Group>[] = ['uuid', 'name', 'status', 'data', 'master.uuid', 'children']

export const groupMemberColumns: readonly ColumnSpec<GroupMember>[] = [...instanceDetails, 'result.result_type']

/** What an instance goes through, as its history shows. */
export const instanceCourse: Course = {
  field: 'result_type',
  states: ['complete', 'cancelled', 'error'],
  meaning: (result) =>
    result === 'complete' ? 'done' : result === 'running' || result === undefined ? 'pending' : 'failed',
  named: ({uuid}) => `workflow ${String(uuid)}`,
  reasons: ({error}) => (typeof error === 'string' ? [error] : []),
  failure: 'failure',
}
