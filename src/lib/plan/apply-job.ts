import {createHash} from 'node:crypto'
import {rm, writeFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {type Console} from '../console.ts'
import {type CommonOrder, type JobProgress, StoredJob} from '../jobs/stored-job.ts'
import {ApplyState} from './apply-state.ts'
import {type PlanSource} from './plan-file.ts'

/** What was applied last to an account. */
export interface ApplyOrder extends CommonOrder {
  account: string
  files: {path: string; folder: string; digest: string}[]
  variables: string[]
  prune: boolean
  prices?: readonly string[]
  /** What somebody has agreed to: `create numbers +1941…`. */
  changes: readonly string[]
}

const spoolName = 'standard-input.yaml'

/** The plans that are applied to an account: one job, and what it is about is the last of them. */
export class ApplyJob extends StoredJob<ApplyOrder> {
  protected readonly kind = 'apply'

  async progress(): Promise<JobProgress> {
    return (await ApplyState.read(this.journal)).progress
  }

  override async tidy(): Promise<void> {
    await rm(join(this.folder, spoolName), {force: true})
  }

  protected get file(): string {
    return this.order.files.map(({path}) => path).join(', ')
  }
}

/** One for each account of a host and profile. */
export function applyJobId(account: string, {settings}: Pick<Console, 'settings'>): string {
  const whose = JSON.stringify([settings.profile?.name, settings.values.api_host, account])
  return `apply-${createHash('sha256').update(whose).digest('hex').slice(0, 12)}`
}

/** The files as they are gone on with: what came from standard input is kept in the job's folder, since it holds no secrets. */
export async function keptFiles(sources: readonly PlanSource[], folder: string): Promise<ApplyOrder['files']> {
  const spool = join(folder, spoolName)
  const typed = sources.find(({path}) => path === '-')
  if (typed !== undefined) await writeFile(spool, typed.text, {mode: 0o600})
  const kept = (path: string) => (path === '-' ? spool : resolve(path))
  return sources.map(({path, folder, text}) => ({path: kept(path), folder, digest: digestOf(text)}))
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
