import {type CommandClass} from '../command.ts'
import {loadCommand} from '../catalogue.ts'
import {resolveCommand} from '../command-files.ts'
import {type Console} from '../console.ts'
import {CliError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {settleEntries} from '../journal/settle-entries.ts'
import {type Declaration, type DocumentedCall} from '../operation/declaration.ts'
import {jobOver} from '../jobs/job-over.ts'
import {type Parameter} from '../parameter.ts'
import {type Program} from '../program.ts'
import {checkRows} from './check-rows.ts'
import {Columns} from './columns.ts'
import {type Job, type JobOrder} from './job.ts'
import {runJob} from './run-job.ts'
import {workOn} from './start-batch.ts'

const retryFailed = 'Rows that failed can be tried again: --retry-failed with its file of outcomes.'

/** Goes on with a job that was interrupted: each row that is not through is done, and none twice. */
export async function resumeJob(job: Job, console: Console): Promise<void> {
  const {order} = job
  refuseOther(order, console)
  const states = await job.states()
  if (states.end !== undefined) throw jobOver(order, states.end, retryFailed)
  const calls = await callsOf(order, console.program)
  const shape = callOf(order, calls)
  const constants = {...order.constants, ...(await withheldValues(order, shape, console))}
  const columns = new Columns(shape, order.maps)
  const work = workOn({shape, file: order.file, columns, constants, console})
  await checkSame(order, {shape, columns, values: work.values})
  try {
    await runJob(job, {...work, total: order.file.rows, options: order.options}, console, {isResumed: true})
  } finally {
    await settleEntries(order.id, calls, console)
  }
}

/** What a job's command does: by several calls, and each of them. */
export async function callsOf(
  {command}: Pick<JobOrder, 'command'>,
  {folder, extension}: Program,
): Promise<(DocumentedCall | {shape: Declaration})[]> {
  const {file} = resolveCommand(command.split(' '), folder, extension)
  const loaded: CommandClass | undefined = file === undefined ? undefined : await loadCommand(file)
  if (loaded === undefined) return []
  return [...[loaded, ...Object.values(loaded.variants)].filter(isProcedure), ...loaded.calls]
}

/** The declaration that a job names. */
function callOf(
  {command, operation}: Pick<JobOrder, 'command' | 'operation'>,
  calls: readonly (DocumentedCall | {shape: Declaration})[],
): Declaration {
  const found = calls.find(({shape}) => shape.operation === operation)
  if (found !== undefined) return found.shape as Declaration
  throw new CliError(`This version of commsctl has no ${operation} in “${command}”.`, {
    code: 'unknown-call',
    exit: ExitCode.Usage,
    hint: 'Go on with the version that began it.',
  })
}

function isProcedure(command: {shape: object}): command is {shape: Declaration} {
  return 'procedure' in command.shape
}

/** Another host or another user would be another job. */
export function refuseOther({profile, api_host: host}: Pick<JobOrder, 'profile' | 'api_host'>, console: Console): void {
  const {settings} = console
  const current = settings.profile?.name ?? null
  if (current === profile && settings.values.api_host === host) return
  throw usageError(`It was begun with ${profile === null ? host : `profile ${profile} (${host})`}.`, {
    code: 'other-profile',
    hint: profile === null ? `Set COMMSCTL_API_HOST=${host} as it was then.` : `Add --profile ${profile}.`,
  })
}

/** Secrets that were given for all rows are not kept: they are asked for again. */
async function withheldValues(
  {withheld, id}: JobOrder,
  {parameters}: Declaration,
  console: Console,
): Promise<Record<string, unknown>> {
  const {ask} = console.valueSources()
  const given: Record<string, unknown> = {}
  for (const name of withheld) {
    const parameter: Parameter = parameters[name]!
    if (ask === undefined || parameter.kind !== 'secret') {
      throw usageError(`Job ${id} was given ${parameter.usage}, which is secret and was not kept.`, {
        code: 'not-kept',
        hint:
          parameter.kind === 'secret'
            ? 'Resume it at a terminal, where it can be asked for.'
            : 'Start anew with the rows that are left: commsctl jobs get tells how many.',
      })
    }
    given[name] = await ask(parameter, name)
  }
  return given
}

async function checkSame(order: JobOrder, checking: Parameters<typeof checkRows>[1]): Promise<void> {
  const {file, id} = order
  const checked = await checkRows(file, checking).catch((error: unknown) => {
    if (error instanceof CliError && error.code !== 'unreadable-file') return undefined
    throw error
  })
  if (checked?.digest === file.digest) return
  throw usageError(`${file.name} is not what it was when job ${id} was begun.`, {
    code: 'changed-file',
    hint: `Bring the file back as it was; or begin anew with the rows that are left, and cancel this one: commsctl jobs cancel ${id}`,
  })
}
