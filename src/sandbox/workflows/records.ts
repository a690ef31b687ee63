import {type JsonObject} from '../../lib/client/wire.ts'
import {type Group, type HistoryRecord} from '../../lib/workflows/instance.ts'
import {type Template} from '../../lib/workflows/template.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Definition, type Run} from './run.ts'

/** A version of a template. */
export interface StoredTemplate extends Template {
  /** `UUID@VERSION`. */
  key: string
  account_uuid: string
}

export const templates: CollectionSpec<StoredTemplate> = {
  name: 'workflow_templates',
  id: 'key',
  indexes: ['uuid', 'account_uuid'],
}

export interface StoredInstance {
  uuid: string
  template_uuid: string
  template_version: string
  account_uuid: string
  user_uuid: string
  group_uuid: string
  input_vars: JsonObject
  definition: Definition
  run: Run
  result_type: HistoryRecord['result_type']
  /** Milliseconds on the sandbox's clock. */
  started_at: number
  ended_at: number | null
}

export const instances: CollectionSpec<StoredInstance> = {
  name: 'workflow_instances',
  id: 'uuid',
  indexes: ['template_uuid', 'group_uuid', 'account_uuid', 'result_type'],
}

export interface StoredGroup extends Pick<Group, 'uuid' | 'name' | 'status'> {
  data: JsonObject
  account_uuid: string
  /** Of the instance that it began with. */
  template_uuid: string
  /** Milliseconds on the sandbox's clock. */
  started_at: number
}

export const groups: CollectionSpec<StoredGroup> = {
  name: 'workflow_groups',
  id: 'uuid',
  indexes: ['account_uuid', 'template_uuid'],
}
