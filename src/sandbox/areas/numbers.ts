import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {readBody, required, string} from '../fields.ts'
import {listReply, listWhole, pagingOf} from '../lists.ts'
import {type NumberOwner, type Provisioning} from '../number-inventory.ts'
import {readNumberSearch} from '../number-search.ts'
import {e164, readNumbers} from '../phone-numbers.ts'
import {mustBeProvisioned, provisionedNumber, visibleNumber} from '../provisioned-numbers.ts'
import {provisionNumbers, releaseNumbers} from '../provisioning.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type PlaceRequest = FastifyRequest<{Params: {state: string; center: string}}>
type OwnerRequest = FastifyRequest<{Params: {uuid: string}}>
type NumberRequest = FastifyRequest<{Params: {number: string}}>

/** The numbers of the SMS service: what is for sale, who has what, provisioning. */
export function numbers(app: FastifyInstance, sandbox: Sandbox): void {
  forSale(app, sandbox)
  provisioned(app, sandbox)
  changes(app, sandbox)
}

function forSale(app: FastifyInstance, {store}: Sandbox): void {
  app.get('/sms/number/available/states', (request) => listWhole(request, store.numbers.states()))

  app.get('/sms/number/available/:state/centers', (request: PlaceRequest) =>
    listWhole(request, store.numbers.rateCenters(request.params.state.toUpperCase())),
  )

  app.get('/sms/number/available/:state/:center/npas', (request: PlaceRequest) => {
    const {state, center} = request.params
    return listWhole(request, store.numbers.areaCodes(state.toUpperCase(), center.toUpperCase()))
  })

  // A sample of the inventory, not a page of it: there is no more to come.
  app.get('/sms/number/available/dids', (request) => {
    const {search, quantity} = readNumberSearch(request)
    const items = store.numbers.available(search, quantity)
    return listReply({total: items.length, items}, {offset: 0, limit: quantity})
  })
}

function provisioned(app: FastifyInstance, {store}: Sandbox): void {
  const list = (request: FastifyRequest, owner: NumberOwner) => {
    const paging = pagingOf(request)
    const {total, items} = store.numbers.provisioned(owner, paging)
    return listReply({total, items: items.map(provisionedNumber)}, paging)
  }

  // Clients may put an option behind the account; which ones the platform knows is not known, so all are ignored.
  for (const path of ['/sms/provision/numbers/account/:uuid', '/sms/provision/numbers/account/:uuid/:option']) {
    app.get(path, (request: OwnerRequest) =>
      list(request, {account_uuid: request.caller.mustSee(request.params.uuid).uuid}),
    )
  }

  app.get('/sms/provision/numbers/user/:uuid', (request: OwnerRequest) =>
    list(request, {user_uuid: request.caller.mustSeeUser(request.params.uuid).uuid}),
  )

  app.get('/sms/provision/numbers/number/:number', (request: NumberRequest) => {
    const number = visibleNumber(store, request.caller, e164(request.params.number) ?? '')
    if (!number) throw notFound(`Number ${request.params.number}`)
    const {state, rate_center, npa, tier, network, campaign_id} = number
    return {...provisionedNumber(number), campaign: campaign_id, state, rate_center, npa, tier, network}
  })
}

function changes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  app.post('/sms/provision', (request) => ({enabled: provisionNumbers(sandbox, request)}))
  app.post('/sms/deprovision', (request) => ({disabled: releaseNumbers(sandbox, request)}))

  const update = (request: FastifyRequest, change: Partial<Provisioning>) => {
    const wanted = readNumbers(request, 'numbers')
    store.transaction(() => {
      const found = mustBeProvisioned(store, request.caller, 'numbers', wanted)
      for (const {number} of found) store.numbers.update(number, change)
    })
    return change
  }

  app.put('/sms/provision/numbers/help', (request) =>
    update(request, readBody(request, {help_text: required(string({max: 320}))})),
  )

  app.put('/sms/provision/numbers/reference', (request) => {
    const body = readBody(request, {reference_id: required(string({max: 100})), reference_text: string({max: 255})})
    const {reference_id, reference_text} = body
    return update(request, {reference_id, ...(reference_text !== undefined && {reference_text})})
  })
}
