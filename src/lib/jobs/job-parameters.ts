import {list} from '../operation/declaration.ts'
import {text} from '../parameters.ts'
import {type JobView} from './stored-job.ts'

export const jobArgument = text('JOB', 'job, as jobs list names it')

export const jobColumns = [
  'id',
  'kind',
  'command',
  'state',
  'rows',
  'done',
  'failed',
  'unknown',
  'left',
  'begun',
] as const

export const jobList = list<JobView>({columns: jobColumns, id: 'id', noun: 'jobs', paging: 'none'})
