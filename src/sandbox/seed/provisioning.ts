import {seededAccess, seededCampaigns, seededNeighbour, seededNumbers, seededReader} from '../seeded-access.ts'
import {type Provisioning} from '../number-inventory.ts'
import {type Store} from '../store.ts'

const provisionedAt = Date.UTC(2025, 0, 20, 15)

/** Gives numbers to the default account and its neighbour. A small inventory may lack some of them. */
export function seedProvisioning({numbers}: Store): void {
  const provision = (number: string, provisioning: Partial<Provisioning>) =>
    numbers.provision(number, {provider: 'VI', is_campaign: true, ...provisioning}, provisionedAt)
  const administrator = {account_uuid: seededAccess.accountUuid, user_uuid: seededAccess.userUuid}
  const neighbour = {account_uuid: seededNeighbour.accountUuid, user_uuid: seededNeighbour.userUuid}

  for (const number of seededNumbers.unassigned) provision(number, administrator)
  for (const number of seededNumbers.assigned) {
    provision(number, {...administrator, campaign_id: seededCampaigns.active, help_text: 'Call +1 941 234 0001.'})
  }
  for (const line of ['0006', '0007', '0008']) {
    provision(`+1941234${line}`, {...administrator, reference_id: `front-desk-${line}`})
  }
  for (const line of ['0009', '0010']) {
    provision(`+1941234${line}`, {account_uuid: seededReader.accountUuid, user_uuid: seededReader.userUuid})
  }
  for (const line of ['0011', '0012']) provision(`+1941234${line}`, {account_uuid: seededAccess.accountUuid})
  for (const number of seededNumbers.neighbours) provision(number, neighbour)
}
