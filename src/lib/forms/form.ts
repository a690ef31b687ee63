import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'

export const formStatuses = ['active', 'inactive'] as const

/** A form that people can fill in, made from a template. */
export interface Form {
  uuid: string
  account_uuid: string
  status: (typeof formStatuses)[number]
  name: string
  application_uuid?: string
  template_uuid: string
  /** Whether people can fill it in without signing in. */
  allow_anonymous_submission: boolean
  /** Whether people can change what they have submitted. */
  allow_submission_update: boolean
  /** Until when it is to be filled in. */
  due_date?: string
  /** There when asked for. */
  metadata?: JsonObject
  /** The definition; there when asked for. */
  form?: JsonObject
}

/** What a table of forms shows. */
export const formColumns: readonly ColumnSpec<Form>[] = ['uuid', 'name', 'status', 'template_uuid', 'due_date']

/** What is shown of one form. */
export const formDetails: readonly ColumnSpec<Form>[] = [
  ...formColumns,
  'account_uuid',
  'application_uuid',
  'allow_anonymous_submission',
  'allow_submission_update',
  'metadata',
  'form',
]

/** Fields of forms that lists can be filtered by. */
export const formFilters = ['status', 'name', 'template_uuid', 'application_uuid'] as const

/** What somebody filled in. */
export interface Submission {
  uuid: string
  form_uuid: string
  /** Nobody known, where the form takes anonymous ones. */
  user_uuid?: string
  status: string
  /** Values by the keys of the form's components. */
  data: JsonObject
  created_datetime: string
}

/** What a table of submissions shows. */
export const submissionColumns: readonly ColumnSpec<Submission>[] = [
  'uuid',
  'user_uuid',
  'status',
  'created_datetime',
  'data',
]

/** Fields of submissions that lists can be filtered by. */
export const submissionFilters = ['user_uuid', 'status'] as const
