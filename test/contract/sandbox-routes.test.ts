import {join} from 'node:path'
import {expect, test} from 'vitest'
import {loadCommands} from '../../src/lib/catalogue.ts'
import {buildServer} from '../../src/sandbox/server.ts'
import {freshSandbox} from '../sandbox/support.ts'
import {type Line, lineOf, patternFor} from '../support/request-lines.ts'
import {root} from '../support/world.ts'

const found = await loadCommands(join(root, 'src/commands'), '.ts')

/** What stands for a variable of requests that the sandbox has a route each for. */
const kinds = ['model', 'content']

/** What commands ask the platform for. */
const requests = unique(
  found
    .flatMap(({command}) => command.calls.flatMap(({shape}) => shape.request ?? []))
    .flatMap(({host = 'api', line}) => kinds.map((kind) => ({host, line: line.replace('{kind}', kind)})))
    .flatMap(({host, line}) => {
      const {method, path} = lineOf(line)
      if (host === 'murano') return [{method, path: `/api:1${path}`.replace(/\/$/, '')}]
      return host === 'api' || host === 'auth' ? [{method, path}] : []
    }),
)

const older = 'clients up to 4.14.1'
const device = 'a device of a product'
const application = 'whoever uses the own API of an application'
const otherMethod = 'clients that call operations of services by another method than POST'

/** Routes that no command asks for, and who does. */
const others: Readonly<Record<string, string>> = {
  'GET /api:1/service/:service/schema': 'clients that ask without a solution',
  'DELETE /api:1/solution/:sid/serviceconfig/:scid/call/:operation': otherMethod,
  'DELETE /apps/:name/:rest': application,
  'GET /api:1/solution/:sid/serviceconfig/:scid/call/:operation': otherMethod,
  'GET /apps/:name/:rest': application,
  'GET /m2/:pid/onep:v1/stack/alias': device,
  'GET /m2/:pid/timestamp': device,
  'GET /media/content/:file': 'a signed link to the content of a file, which media download follows',
  'GET /murano-content/:pid/:name': 'a signed link to a content of a product',
  'GET /oauth/clients': older,
  'GET /oauth/tokens': older,
  'GET /providers/authorized/:connection': 'where a browser ends up that was sent to a provider',
  'GET /shorturl/:code': 'a short link that somebody follows',
  'GET /sms/provision/numbers/account/:uuid/:option': 'clients that put an option behind the account',
  'GET /usage/reports/:report/content': 'a signed link to a report, which usage reports get follows',
  'GET /workflow/workflows/:template/:version': 'workflows templates get, where --filter names a version',
  'PATCH /apps/:name/:rest': application,
  'POST /apps/:name/:rest': application,
  'POST /clients/:client/policy': older,
  'POST /m2/:pid/onep:v1/stack/alias': device,
  'POST /m2/:pid/provision/activate': device,
  'POST /murano-content/:pid': 'a signed form, which uploads a content of a product',
  'POST /oauth/clients': older,
  'PUT /api:1/solution/:sid/serviceconfig/:scid/call/:operation': otherMethod,
  'PUT /apps/:name/:rest': application,
}

test('the sandbox has a route for every request that a command makes', async () => {
  const routes = await routesOfSandbox()
  expect(namesOf(requests.filter((request) => patternFor(routes, request) === undefined))).toEqual([])
})

test('every route of the sandbox is there for a command, or for somebody else who is named', async () => {
  const routes = await routesOfSandbox()
  const reached = requests.map((request) => patternFor(routes, request))
  expect(namesOf(routes.filter((route) => !reached.includes(route)))).toEqual(Object.keys(others).sort())
})

/** Without HEAD: what can be read can be polled. As requests have it, a colon is one, and the rest of a path a variable. */
async function routesOfSandbox(): Promise<Line[]> {
  const routes: Line[] = []
  await buildServer(freshSandbox(10), {
    more: (app) => {
      app.addHook('onRoute', ({method, url}) => {
        const path = url.replaceAll('::', ':').replace(/\*$/, ':rest')
        routes.push(...[method].flat().map((one) => ({method: one, path})))
      })
    },
  })
  return routes.filter(({method}) => method !== 'HEAD')
}

function namesOf(lines: readonly Line[]): string[] {
  return lines.map(({method, path}) => `${method} ${path}`).sort()
}

function unique(lines: readonly Line[]): Line[] {
  return [...new Map(lines.map((line) => [`${line.method} ${line.path}`, line])).values()]
}
