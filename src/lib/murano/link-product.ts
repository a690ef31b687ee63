import {CliError} from '../errors.ts'
import {type Caller} from '../operation/declaration.ts'
import {addService} from './add-service.ts'
import {createEventHandler} from './event-handler-calls.ts'

/** What became of a link. */
export interface Link {
  product: string
  solution: string
  /** `now`, or `before` for one that was there. */
  linked: State
  /** The same of the handler of the product’s events. */
  handler: State
}

type State = 'now' | 'before'

const firstScript = 'print(to_json(event))\n'

/** Links a product to an application, and has it handle the product’s events. What is there already stays. */
export async function linkProduct(
  caller: Caller,
  {solution, product, name}: {solution: string; product: string; name?: string | undefined},
): Promise<Link> {
  const linked = await stateOf(
    addService(caller, {solution_id: solution, service: product, ...(name !== undefined && {script_key: name})}),
  )
  const handler = await stateOf(
    caller.call(createEventHandler, {id: solution, service: product, event: 'event', script: firstScript}),
  )
  return {product, solution, linked, handler}
}

async function stateOf(creation: Promise<unknown>): Promise<State> {
  try {
    await creation
    return 'now'
  } catch (error) {
    if (error instanceof CliError && error.status === 409) return 'before'
    throw error
  }
}
