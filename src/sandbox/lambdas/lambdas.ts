import {type Lambda} from '../../lib/lambdas/lambda.ts'
import {type CollectionSpec} from '../collection.ts'

/** A function with the JavaScript that it runs: the body of a function of `params`. */
export interface ScriptedLambda extends Lambda {
  script: string
}

export const lambdas: CollectionSpec<ScriptedLambda> = {name: 'lambdas', id: 'name', indexes: []}
