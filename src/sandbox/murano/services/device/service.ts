import {type JsonObject, type JsonValue} from '../../../../lib/client/wire.ts'
import {device as facts} from '../../../../lib/murano/services/device.ts'
import {type Sandbox} from '../../../sandbox.ts'
import {type Solution, solutions} from '../../records.ts'
import {declaredService} from '../declared-service.ts'
import {typeErrorAndStatus} from '../failure-shapes.ts'
import {missing, refused, ServiceFailure} from '../failure.ts'
import {type ServiceCall} from '../service.ts'
import {clientOf} from './clients.ts'
import {ridOf} from './one-platform-ids.ts'
import {procedures} from './procedures.ts'
import {RpcError} from './rpc-error.ts'

/** One of the calls that `rpcCall` is given. */
interface RpcCall {
  id?: string | number
  procedure?: string
  arguments?: JsonValue[]
}

export const device = declaredService(
  facts,
  {
    productInfo({pid}, call) {
      const {id, name} = mustReachProduct(call, pid)
      return {id, rid: ridOf(id), label: name, endpoint: `${id}.m2.localhost`}
    },
    rpcCall({pid, auth, calls}, call) {
      const {id} = mustReachProduct(call, pid)
      return calls.map((each, index) => answer(call.sandbox, id, auth?.client_id, index, each))
    },
    deviceCallback({request_id}) {
      // Devices of the sandbox make no calls that wait for an answer.
      throw refused(`No call ${request_id} waits for an answer.`)
    },
  },
  typeErrorAndStatus,
)

/** The product, where the settings of the service allow it. */
function mustReachProduct({sandbox, config}: ServiceCall, pid: string): Solution {
  const allowed = [config.parameters['pid'], config.triggers['pid']].flat()
  if (!allowed.includes(pid)) {
    throw new ServiceFailure(403, `Product ${pid} is not among the pid of the device service of this solution.`)
  }
  const product = sandbox.store.collection(solutions).get(pid)
  if (product?.type !== 'product') throw missing(`Product ${pid}`)
  return product
}

/** What one call comes to: others are not held up when it fails. */
function answer(
  sandbox: Sandbox,
  productId: string,
  clientId: string | undefined,
  index: number,
  {id = index, procedure = '', arguments: args = []}: RpcCall,
): JsonObject {
  try {
    const run = Object.hasOwn(procedures, procedure) ? procedures[procedure] : undefined
    if (!run) throw new RpcError(404, 'Unknown Procedure', procedure)
    const result = run(sandbox, clientOf(sandbox, productId, clientId), args)
    return {id, status: 'ok', ...(result !== null && {result})}
  } catch (error) {
    if (!(error instanceof RpcError)) throw error
    const {code, message, context} = error
    return {id, status: 'error', error: {code, message, context}}
  }
}
