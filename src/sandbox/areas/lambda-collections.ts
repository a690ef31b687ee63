import {lambdas} from '../lambdas/lambdas.ts'
import {loadable} from '../loading/loadable.ts'
import {text} from '../loading/schemas.ts'

/** What of the lambda service can be loaded: functions, each with the JavaScript that it runs. */
export const lambdaCollections = {
  lambdas: loadable(lambdas, {fields: {name: text, script: text}, required: ['name', 'script']}),
}
