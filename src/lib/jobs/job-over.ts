import {type CliError, usageError} from '../errors.ts'
import {type CommonOrder, type JobEnd} from './stored-job.ts'

/** What resuming a job fails with that is over. */
export function jobOver({id}: Pick<CommonOrder, 'id'>, end: JobEnd, hint: string): CliError {
  return usageError(`Job ${id} is ${end}: there is nothing to go on with.`, {code: 'job-over', hint})
}
