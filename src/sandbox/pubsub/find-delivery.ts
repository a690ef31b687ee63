import {CliError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Delivery, deliveries} from './deliveries.ts'

/** The delivery of that uuid. Throws an error for people when there is none. */
export function mustFindDelivery({store}: Sandbox, uuid: string): Delivery {
  const found = store.collection(deliveries).get(uuid)
  if (found) return found
  throw new CliError(`There is no delivery ${uuid}.`, {
    code: 'unknown-delivery',
    exit: ExitCode.NotFound,
    hint: 'To see which there are: commsctl sandbox deliveries list',
  })
}
