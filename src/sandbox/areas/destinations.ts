import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type Destination} from '../../lib/destinations/destination.ts'
import {type CollectionSpec} from '../collection.ts'
import {filtersOf, listCollection} from '../lists.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type AccountRequest = FastifyRequest<{Params: {account: string}}>
type DestinationRequest = FastifyRequest<{Params: {destination: string}}>

export const destinationRecords: CollectionSpec<Destination> = {
  name: 'destinations',
  id: 'id',
  indexes: ['account_uuid'],
}

/** Where calls can be sent; made elsewhere, read here. */
export function destinations(app: FastifyInstance, {store}: Sandbox): void {
  const records = store.collection(destinationRecords)

  app.get('/dbsip/accounts/:account/destinations', (request: AccountRequest) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    return listCollection(request, records, {where: {...filtersOf(request, ['id', 'name']), account_uuid: uuid}})
  })

  app.get('/dbsip/destinations/:destination', (request: DestinationRequest) => {
    const {destination: id} = request.params
    const destination = records.get(id)
    if (!destination || !request.caller.sees(destination.account_uuid)) throw notFound(`Destination ${id}`)
    return destination
  })
}
