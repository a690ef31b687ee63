import {seededNeighbour} from '../../src/sandbox/seeded-access.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {type Reply, signedIn} from './support.ts'

/** A brand that the registry verifies, of the seeded account that has none. */
export const brandBody = {
  account_uuid: seededNeighbour.accountUuid,
  legal_name: 'Bayfront Realty Inc',
  brand_name: 'Bayfront',
  organization_type: 'PRIVATE_PROFIT',
  registration_country: 'US',
  e_i_n: '591234568',
  e_i_n_country: 'US',
  vertical: 'REAL_ESTATE',
  address: '1 Bay Dr',
  city: 'Bradenton',
  state: 'FL',
  postal_code: 34205,
  website: 'https://www.bayfront.example/homes',
  email_address: 'office@bayfront.example',
  phone_number: '9412350001',
}

/** A campaign that carriers take. */
export const campaignBody = {
  display_name: 'Viewings',
  description: 'Bayfront reminds customers who asked for it of the viewings that they booked.',
  message_flow: 'Customers tick a box on https://bayfront.example/viewings that says what they will get.',
  usecase_id: 'LOW_VOLUME',
  sub_usecase_ids: ['ACCOUNT_NOTIFICATION'],
  sample_msg1: 'Bayfront: your viewing is tomorrow at [time]. Reply STOP to end.',
  opt_in_message: 'Bayfront: you will get reminders of viewings. Reply STOP to end.',
  opt_out_message: 'Bayfront: you will get no more messages.',
  help_message: 'Bayfront: write to office@bayfront.example. Reply STOP to end.',
}

type Send = Awaited<ReturnType<typeof signedIn>>

/** The neighbour with a brand, verified, on a clock that stands still. */
export async function verifiedNeighbour(sandbox: Sandbox): Promise<Send> {
  sandbox.clock.stop()
  const send = await signedIn(sandbox, seededNeighbour)
  await send('POST /sms/10dlc/customers', brandBody)
  sandbox.clock.advance(5000)
  return send
}

export const statusOf = (reply: Reply) => (reply.json() as {status: string}).status
