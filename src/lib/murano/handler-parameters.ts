import {text} from '../parameters.ts'
import {solution} from './parameters.ts'
import {serviceAliasLookup} from './service-config.ts'

/** What names an event of a service, and the script that handles it. */
export const handlerParameters = {
  solution: solution(),
  service: text('SERVICE', 'alias of the service, or name of a linked product', {
    lookup: serviceAliasLookup('solution'),
  }),
  event: text('EVENT', 'name of the event'),
}
