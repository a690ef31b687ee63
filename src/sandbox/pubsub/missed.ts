import {type Paths} from '../../lib/profile/paths.ts'
import {withSandbox} from '../with-sandbox.ts'
import {deliveries} from './deliveries.ts'

/** How many events have not arrived at a subscriber by now. */
export function missedBy(paths: Pick<Paths, 'sandboxDatabase'>, subscription: string): Promise<number> {
  const where = {subscription_uuid: subscription, state: ['pending', 'failed']}
  return withSandbox(paths, ({store}) => store.collection(deliveries).find({where}).length)
}
