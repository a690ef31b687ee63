import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {readBody, required, string} from '../../fields.ts'
import {forbidden} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {overviewOf, removeBusiness} from '../businesses.ts'
import {idLength, newId} from '../ids.ts'
import {businesses, memberships} from '../records.ts'
import {api, type BusinessRequest, withToken} from './route.ts'

type UserRequest = FastifyRequest<{Params: {email: string}}>

/** Businesses, and who is in which. */
export function businessRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox

  app.get(`${api}/user/:email/membership`, withToken, ({member, params}: UserRequest) => {
    const {email} = member
    if (params.email.toLowerCase() !== email) throw forbidden('You may see your own businesses only.')
    return store
      .collection(memberships)
      .find({where: {email}})
      .map(({bizid, role}) => ({bizid, role, name: store.collection(businesses).get(bizid)?.name ?? ''}))
  })

  app.post(`${api}/business`, withToken, (request) => {
    const {name} = readBody(request, {name: required(string({max: 100}))})
    const {email} = request.member
    const bizid = newId(idLength.business)
    return store.transaction(() => {
      store.collection(memberships).put({id: `${bizid}:${email}`, bizid, email, role: 'owner'})
      return store.collection(businesses).put({bizid, name, tier: 'free'})
    })
  })

  app.get(`${api}/business/:bizid`, withToken, ({member, params}: BusinessRequest) => member.mustReach(params.bizid))

  app.get(`${api}/business/:bizid/overview`, withToken, ({member, params}: BusinessRequest) =>
    overviewOf(member.mustReach(params.bizid)),
  )

  app.delete(`${api}/business/:bizid`, withToken, ({member, params}: BusinessRequest) => {
    store.transaction(() => removeBusiness(sandbox, member.mustReach(params.bizid, 'owner').bizid))
    return {}
  })
}
