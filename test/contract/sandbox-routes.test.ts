import {join} from 'node:path'
import {expect, test} from 'vitest'
import {loadCommands} from '../../src/lib/catalogue.ts'
import {buildServer} from '../../src/sandbox/server.ts'
import {freshSandbox} from '../sandbox/support.ts'
import {type Line, lineOf, patternFor} from '../support/request-lines.ts'
import {root} from '../support/world.ts'

const found = await loadCommands(join(root, 'src/commands'), '.ts')

/** What commands ask the platform for. */
const requests = unique(
  found
    .flatMap(({command}) => command.calls.flatMap(({shape}) => shape.request ?? []))
    .filter(({host = 'api'}) => host === 'api' || host === 'auth')
    .map(({line}) => lineOf(line)),
)

const older = 'clients up to 4.14.1'

/** Routes that no command asks for, and who does. */
const others: Readonly<Record<string, string>> = {
  'GET /media/content/:file': 'a signed link to the content of a file, which media download follows',
  'GET /oauth/clients': older,
  'GET /oauth/tokens': older,
  'GET /providers/authorized/:connection': 'where a browser ends up that was sent to a provider',
  'GET /shorturl/:code': 'a short link that somebody follows',
  'GET /sms/provision/numbers/account/:uuid/:option': 'clients that put an option behind the account',
  'GET /usage/reports/:report/content': 'a signed link to a report, which usage reports get follows',
  'GET /workflow/workflows/:template/:version': 'workflows templates get, where --filter names a version',
  'POST /clients/:client/policy': older,
  'POST /oauth/clients': older,
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

/** Without HEAD: what can be read can be polled. */
async function routesOfSandbox(): Promise<Line[]> {
  const routes: Line[] = []
  await buildServer(freshSandbox(10), {
    more: (app) => {
      app.addHook('onRoute', ({method, url}) => {
        routes.push(...[method].flat().map((one) => ({method: one, path: url})))
      })
    },
  })
  return routes.filter(({method, path}) => method !== 'HEAD' && !/^\/(api::1|m2|apps)\//.test(path))
}

function namesOf(lines: readonly Line[]): string[] {
  return lines.map(({method, path}) => `${method} ${path}`).sort()
}

function unique(lines: readonly Line[]): Line[] {
  return [...new Map(lines.map((line) => [`${line.method} ${line.path}`, line])).values()]
}
