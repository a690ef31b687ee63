import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {notFound} from '../../refusal.ts'
import {itemList} from '../item-lists.ts'
import {catalogueEntry, serviceCatalogue, servicesFor} from '../services/catalogue.ts'
import {serviceOf} from '../services/registry.ts'
import {api, type SolutionRequest, withToken} from './route.ts'

type SchemaRequest = FastifyRequest<{Params: {sid: string; service: string}}>

/** The services that there are, and what they say of themselves. */
export function serviceRoutes(app: FastifyInstance): void {
  app.get(`${api}/solution/:sid/service`, withToken, (request: SolutionRequest) => {
    const {type} = request.member.mustReachSolution(request.params.sid)
    return itemList(
      request,
      servicesFor(type).map(({id, alias, name}) => ({id, alias, name, status: 'ready'})),
    )
  })

  app.get(`${api}/solution/:sid/service/:service/schema`, withToken, ({member, params}: SchemaRequest) => {
    const {type} = member.mustReachSolution(params.sid)
    return schemaOf(catalogueEntry(params.service, type)?.alias ?? '', params.service)
  })

  app.get(`${api}/service/:service/schema`, withToken, ({params}: SchemaRequest) => {
    const entry = serviceCatalogue.find(({alias, id}) => alias === params.service || id === params.service)
    return schemaOf(entry?.alias ?? '', params.service)
  })
}

async function schemaOf(alias: string, asked: string) {
  const service = await serviceOf(alias)
  if (!service) throw notFound(`The schema of service ${asked}`)
  return service.schema()
}
