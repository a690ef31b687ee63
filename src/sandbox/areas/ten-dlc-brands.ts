import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {announceBrandStates, expectBrandState} from '../pubsub/review-events.ts'
import {conflict} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {readBrand} from '../ten-dlc/brand-fields.ts'
import {brandReply, brands as brandRecords} from '../ten-dlc/brands.ts'
import {campaigns} from '../ten-dlc/campaigns.ts'
import {alternativeIdTypes, entityTypes, stockExchanges, verticals} from '../../lib/tendlc/registry-lists.ts'
import {mustHaveBrand} from '../ten-dlc/brand-of-account.ts'
import {useCasesOf} from '../../lib/tendlc/registry-use-cases.ts'

type AccountRequest = FastifyRequest<{Params: {account: string}}>

/** The SMS service: 10DLC brands, and the values that their fields take. */
export function tenDlcBrands(app: FastifyInstance, sandbox: Sandbox): void {
  const {store, clock} = sandbox
  const brands = store.collection(brandRecords)
  announceBrandStates(sandbox)

  app.get('/sms/10dlc/help/get_enumerations', () => ({
    entity_types: entityTypes,
    verticals,
    stock_exchanges: stockExchanges,
    alt_business_id_types: alternativeIdTypes,
  }))

  app.post('/sms/10dlc/customers', (request) => {
    const brand = {...readBrand(request), submitted_at: clock.now()}
    request.caller.mustSee(brand.account_uuid)
    if (!brands.add(brand)) throw conflict(`Account ${brand.account_uuid} has a brand already.`)
    expectBrandState(sandbox, brand)
    return brandReply(brand, clock.now())
  })

  app.get('/sms/10dlc/customers/:account', (request: AccountRequest) =>
    brandReply(mustHaveBrand(store, request.caller, request.params.account), clock.now()),
  )

  app.delete('/sms/10dlc/customers/:account', (request: AccountRequest) =>
    store.transaction(() => {
      const {account_uuid: account} = mustHaveBrand(store, request.caller, request.params.account)
      const filed = store.collection(campaigns).find({where: {account_uuid: account}})
      if (filed.length > 0) {
        const ids = filed.map(({campaign_id}) => campaign_id)
        throw conflict('The brand has campaigns; delete them first.', ids)
      }
      brands.delete(account)
      return {status: 'success'}
    }),
  )

  app.get('/sms/10dlc/customers/:account/usecases', (request: AccountRequest) =>
    useCasesOf(mustHaveBrand(store, request.caller, request.params.account).organization_type),
  )
}
