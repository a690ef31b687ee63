import {didYouMean} from '../did-you-mean.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Caller} from '../operation/declaration.ts'
import {aliasesAvailable} from './service-config.ts'
import {createServiceConfig, type ServiceConfig} from './service-config-calls.ts'

/** What is enabled, and where; of a product also what scripts call it. */
interface Wanted {
  solution_id: string
  service: string
  script_key?: string | undefined
}

/** Enables a service in a solution, or links a product to it. Throws exit 5 for what there is not. */
export async function addService(caller: Caller, wanted: Wanted): Promise<ServiceConfig> {
  try {
    return await caller.call(createServiceConfig, wanted)
  } catch (error) {
    if (!(error instanceof CliError) || error.status !== 424) throw error
    const available = await aliasesAvailable(wanted.solution_id, caller)
    const near = didYouMean(wanted.service, available)
    throw new CliError(`Murano has no ${wanted.service} for ${wanted.solution_id}.${near}`, {
      code: 'no-such-service',
      exit: ExitCode.NotFound,
      hint: `See what there is: commsctl murano services available --solution ${wanted.solution_id}`,
      status: error.status,
      traceId: error.traceId,
      cause: error,
    })
  }
}
