import {type FastifyInstance} from 'fastify'
import {listWhole, namesIn} from '../lists.ts'
import {subsystems} from '../subsystems.ts'

/** The metadata service: what the platform consists of. */
export function metadata(app: FastifyInstance): void {
  app.get('/metadata/subsystems/', (request) => {
    const wanted = namesIn(request, 'subsystems')
    return listWhole(request, wanted === undefined ? subsystems : subsystems.filter(({name}) => wanted.includes(name)))
  })
}
