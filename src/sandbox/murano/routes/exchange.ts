import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {readBody, required, string} from '../../fields.ts'
import {filtersOf, pagingOf} from '../../lists.ts'
import {conflict, forbidden, notFound} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {type ExchangeElement, exchangeElements, purchases} from '../exchange.ts'
import {type Business} from '../records.ts'
import {api, type BusinessRequest, withToken} from './route.ts'

type ElementRequest = FastifyRequest<{Params: {bizid: string; element: string}}>

/** What the exchange offers, and what a business has from it. */
export function exchangeRoutes(app: FastifyInstance, {store, clock}: Sandbox): void {
  const all = `${api}/exchange/:bizid`
  const mustFind = (business: Business, elementId: string): ExchangeElement => {
    const element = store.collection(exchangeElements).get(elementId)
    if (!element?.active) throw notFound(`Element ${elementId}`)
    if (!element.tiers.includes(business.tier)) throw forbidden(`The tier ${business.tier} does not have this element.`)
    return element
  }

  app.get(`${all}/element`, withToken, (request: BusinessRequest) => {
    request.member.mustReach(request.params.bizid)
    const found = store.collection(exchangeElements).find({where: {...filtersOf(request, ['type']), active: true}})
    return counted(request, found)
  })

  app.get(`${all}/element/:element`, withToken, ({member, params}: ElementRequest) => {
    const element = store.collection(exchangeElements).get(params.element)
    member.mustReach(params.bizid)
    if (!element) throw notFound(`Element ${params.element}`)
    return element
  })

  app.get(`${all}/purchase`, withToken, (request: BusinessRequest) => {
    const {bizid} = request.member.mustReach(request.params.bizid)
    const bought = store.collection(purchases).find({where: {bizid}})
    return counted(
      request,
      bought.map(({elementId, purchased_at}) => ({
        elementId,
        purchased_at,
        element: store.collection(exchangeElements).get(elementId) ?? {},
      })),
    )
  })

  app.post(`${all}/purchase`, withToken, (request: BusinessRequest) =>
    store.transaction(() => {
      const business = request.member.mustReach(request.params.bizid, 'admin')
      const {elementId} = readBody(request, {elementId: required(string())})
      mustFind(business, elementId)
      const {bizid} = business
      const purchase = {
        id: `${bizid}:${elementId}`,
        bizid,
        elementId,
        purchased_at: new Date(clock.now()).toISOString(),
      }
      if (!store.collection(purchases).add(purchase)) throw conflict('The business has this element already.')
      return {bizid, elementId, purchased_at: purchase.purchased_at}
    }),
  )
}

function counted<Item>(request: FastifyRequest, all: readonly Item[]) {
  const {offset, limit} = pagingOf(request, {unasked: 1000, most: 1000})
  return {count: all.length, items: all.slice(offset, offset + limit)}
}
