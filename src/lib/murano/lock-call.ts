import {operation} from '../operation.ts'
import {type Effect, empty, type Shape} from '../operation/declaration.ts'
import {knownDevice} from './device-parameters.ts'
import {product} from './parameters.ts'

/** What tells locking from unlocking. */
interface Lock {
  locked: boolean
  summary: string
  effect: Effect
  done: string
  examples: Shape['examples']
}

/** The call that locks a device or unlocks it. */
export function lockCall({locked, summary, effect, done, examples}: Lock) {
  return operation({
    operation: 'Murano.device.lock',
    summary,
    request: {
      line: 'PATCH /service/{product_id}/device2/identity/{identity}',
      host: 'murano',
      auth: 'murano',
      fixedBody: {locked},
    },
    parameters: {product_id: product(), identity: knownDevice('the device')},
    effect,
    reply: empty(done),
    examples,
  })
}
