import {CliError, usageError} from '../../errors.ts'
import {ExitCode} from '../../exit-code.ts'
import {inParallel} from '../../in-parallel.ts'
import {eventOf} from '../event-of.ts'
import {enabledService} from '../service-config.ts'
import {type ServiceSchemas} from '../service-schemas.ts'
import {type Checkout, type Compared} from './checkout.ts'
import {requestWidth} from './remote-items.ts'

/** Throws what handlers that are new there are of, where there is no such service or event: they would be refused, or never run. */
export async function checkHandlers(
  steps: readonly Compared[],
  {service: caller, owners: {application}}: Checkout,
  schemas: ServiceSchemas,
): Promise<void> {
  const added = steps.flatMap(({local, remote}) => (local?.handler && remote === undefined ? [local] : []))
  const enabled = new Map<string, Promise<unknown>>()
  const mustBeEnabled = async (service: string) => {
    if (!enabled.has(service)) enabled.set(service, enabledService(service, application, caller))
    await enabled.get(service)
  }
  const faults = await inParallel(added, requestWidth, async ({path, handler}) => {
    const {service, event} = handler!
    try {
      await mustBeEnabled(service)
      await eventOf(schemas, service, event, application)
      return undefined
    } catch (error) {
      if (error instanceof CliError && error.exit === ExitCode.NotFound) return {path, error}
      throw error
    }
  })
  const wrong = faults.filter((fault) => fault !== undefined)
  if (wrong.length === 0) return
  const all = wrong.length === 1 ? 'A handler is for an event' : `${wrong.length} handlers are for events`
  throw usageError(`${all} that cannot be found. Nothing was pushed.`, {
    code: 'unknown-event',
    details: wrong.map(({path, error}) => `${path}: ${error.message}`),
    hint: wrong[0]?.error.hint,
  })
}
