import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type CollectionSpec} from '../../collection.ts'
import {readBody, required, string} from '../../fields.ts'
import {badRequest, conflict, notFound} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {type EventHandler, eventHandlers} from '../event-handlers.ts'
import {newHexId} from '../ids.ts'
import {itemList} from '../item-lists.ts'
import {type Module, modules} from '../modules.ts'
import {configsOf} from '../service-configs.ts'
import {api, type SolutionRequest, withToken} from './route.ts'

type ScriptRequest = FastifyRequest<{Params: {sid: string; script: string}}>

const scriptField = required(string({max: 512 * 1024}))

/** The scripts of a solution: its modules, and its handlers of events. */
export function scriptRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  routesOf<Module>(app, sandbox, {
    path: 'module',
    noun: 'Module',
    spec: modules,
    read: (request) => {
      const {name} = readBody(request, {name: required(string({max: 255}))})
      return {name, script: scriptOf(request)}
    },
  })

  routesOf<EventHandler>(app, sandbox, {
    path: 'eventhandler',
    noun: 'Event handler',
    spec: eventHandlers,
    read: (request) => {
      const {service, event} = readBody(request, {service: required(string()), event: required(string())})
      const isKnown = configsOf(sandbox.store, {id: request.params.sid}).some((config) => config.service === service)
      if (!isKnown) {
        throw badRequest('', [{field: 'service', message: 'is not one that the solution has'}])
      }
      return {service, event, name: `${service}_${event}`, script: scriptOf(request)}
    },
  })
}

/** A script may be empty, which counts as missing elsewhere. */
function scriptOf(request: FastifyRequest): string {
  const {script} = request.body as {script?: unknown}
  return script === '' ? '' : readBody(request, {script: scriptField}).script
}

interface Stored {
  id: string
  solution_id: string
  name: string
  alias: string
  script: string
  created_at: string
  updated_at: string
}

interface Kind<Script extends Stored> {
  path: string
  noun: string
  spec: CollectionSpec<Script>
  /** What a request says of a script. */
  read: (request: SolutionRequest) => Omit<Script, 'id' | 'solution_id' | 'alias' | 'created_at' | 'updated_at'>
}

function routesOf<Script extends Stored>(
  app: FastifyInstance,
  {store, clock}: Sandbox,
  {path, noun, spec, read}: Kind<Script>,
): void {
  const all = `${api}/solution/:sid/${path}`
  const held = store.collection(spec)
  const scriptsOf = (id: string) => held.find({where: {solution_id: id}})
  const find = (sid: string, name: string) =>
    scriptsOf(sid).find(({id, alias, name: own}) => [id, alias, own].includes(name))
  const mustFind = ({member, params}: ScriptRequest): Script => {
    const script = find(member.mustReachSolution(params.sid).id, params.script)
    if (!script) throw notFound(`${noun} ${params.script}`)
    return script
  }
  const put = (request: SolutionRequest, known: Script | undefined): Script => {
    const now = new Date(clock.now()).toISOString()
    const {sid: solution_id} = request.params
    const said = read(request)
    const alias = `${solution_id}_${said.name}`
    const kept = {id: known?.id ?? newHexId(), created_at: known?.created_at ?? now}
    return held.put({...said, ...kept, solution_id, alias, updated_at: now} as unknown as Script)
  }

  app.get(all, withToken, (request: SolutionRequest) => {
    const {id} = request.member.mustReachSolution(request.params.sid)
    return itemList(
      request,
      scriptsOf(id).map((script) => ({...script, script: undefined})),
    )
  })

  app.get(`${all}/:script`, withToken, (request: ScriptRequest) => mustFind(request))

  app.post(all, withToken, (request: SolutionRequest) =>
    store.transaction(() => {
      const {id} = request.member.mustReachSolution(request.params.sid)
      const {name} = read(request)
      if (find(id, `${id}_${name}`)) throw conflict(`${noun} ${name} is there already.`)
      return put(request, undefined)
    }),
  )

  app.put(`${all}/:script`, withToken, (request: ScriptRequest, reply) => {
    const {isNew, script} = store.transaction(() => {
      const {id} = request.member.mustReachSolution(request.params.sid)
      const known = find(id, request.params.script)
      return {isNew: !known, script: put(request, known ?? find(id, `${id}_${read(request).name}`))}
    })
    return isNew ? reply.send(script) : reply.code(204).send()
  })

  app.delete(`${all}/:script`, withToken, (request: ScriptRequest, reply) => {
    store.transaction(() => held.delete(mustFind(request).id))
    return reply.code(204).send()
  })
}
