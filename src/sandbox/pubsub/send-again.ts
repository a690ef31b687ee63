import {type Sandbox} from '../sandbox.ts'
import {deliveries, sentAgain} from './deliveries.ts'

/** Makes a delivery as if it were new and tries it. */
export async function sendAgain({store, clock, courier}: Sandbox, uuid: string): Promise<void> {
  store.collection(deliveries).update(uuid, (delivery) => sentAgain(delivery, clock.now()))
  await courier.deliverBriefly()
}
