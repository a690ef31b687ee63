import {refuseOther} from '../batch/resume-job.ts'
import {type Console} from '../console.ts'
import {usageError} from '../errors.ts'
import {jobOver} from '../jobs/job-over.ts'
import {type Caller} from '../operation/declaration.ts'
import {applyChanges} from './apply-changes.ts'
import {type ApplyJob, digestOf} from './apply-job.ts'
import {type Kind} from './kind.ts'
import {planFiles} from './plan-files.ts'

/** Plans the same files again and does what is left. Throws a usage error where they are not what they were. */
export async function resumeApply(
  job: ApplyJob,
  {kinds, caller, console}: {kinds: readonly Kind[]; caller: Caller; console: Console},
): Promise<void> {
  const {order} = job
  refuseOther(order, console)
  const {end} = await job.progress()
  const again = `commsctl apply ${order.files.map(({path}) => `-f ${path}`).join(' ')}`
  if (end !== undefined) throw jobOver(order, end, `To apply it anew: ${again}`)
  const asked = {
    ...{
      file: order.files.map(({path}) => path),
      var: order.variables,
      prune: order.prune,
      price: [...(order.prices ?? [])],
    },
    account_uuid: order.account,
  }
  const folders = new Map(order.files.map(({path, folder}) => [path, folder]))
  const files = await planFiles(asked, {kinds, caller, console, folders})
  for (const {path, digest} of order.files) {
    const source = files.sources.find((one) => one.path === path)!
    if (digestOf(source.text) === digest) continue
    throw usageError(`${path} is not what it was when job ${order.id} was begun.`, {
      code: 'changed-file',
      hint: `To apply it as it is now: ${again}`,
    })
  }
  await applyChanges(files, {kinds, console, agreed: order.changes})
}
