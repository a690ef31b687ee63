import {didYouMean} from '../did-you-mean.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type LiveEvent, type LiveService} from './live-schema.ts'
import {type ServiceSchemas} from './service-schemas.ts'

/** An event of a service; undefined where nobody says what events it has. Throws where it has no such event. */
export async function eventOf(
  schemas: ServiceSchemas,
  service: string,
  event: string,
  solution: string,
): Promise<LiveEvent | undefined> {
  const known = eventIn(await schemas.of(service, solution), event)
  if (known !== undefined) return known
  const anew = await schemas.anew(service, solution)
  const found = eventIn(anew, event)
  if (found !== undefined || anew === undefined) return found
  const {events} = anew
  const names = events.map(({name}) => name)
  throw new CliError(`The service ${service} has no event “${event}”.${didYouMean(event, names)}`, {
    code: 'unknown-event',
    exit: ExitCode.NotFound,
    details: names.length > 0 ? [`It has: ${names.join(', ')}.`] : [],
    hint: `Run: commsctl murano events list --solution ${solution}`,
  })
}

function eventIn(service: LiveService | undefined, event: string): LiveEvent | undefined {
  return service?.events.find(({name}) => name === event)
}
