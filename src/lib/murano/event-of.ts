import {didYouMean} from '../did-you-mean.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type LiveEvent} from './live-schema.ts'
import {type ServiceSchemas} from './service-schemas.ts'

/** An event of a service; undefined where nobody says what events it has. Throws where it has no such event. */
export async function eventOf(
  schemas: ServiceSchemas,
  service: string,
  event: string,
  solution: string,
): Promise<LiveEvent | undefined> {
  const events = (await schemas.of(service, solution))?.events
  const found = events?.find(({name}) => name === event)
  if (found !== undefined || events === undefined) return found
  const names = events.map(({name}) => name)
  throw new CliError(`The service ${service} has no event “${event}”.${didYouMean(event, names)}`, {
    code: 'unknown-event',
    exit: ExitCode.NotFound,
    details: names.length > 0 ? [`It has: ${names.join(', ')}.`] : [],
    hint: `Run: commsctl murano events list --solution ${solution}`,
  })
}
