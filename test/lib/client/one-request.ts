// A process of its own: Node reads NODE_EXTRA_CA_CERTS only when it starts. Sends GET (or the method given) to the URL given and prints what became of it.
import {Client} from '../../../src/lib/client/client.ts'
import {CliError} from '../../../src/lib/errors.ts'

const [, , url = '', method = 'GET'] = process.argv
const client = new Client({
  hosts: {api: url, auth: url, murano: url},
  apiVersion: 'v1',
  version: '0',
  credentials: {
    accessToken: async () => 'token',
    renew: async () => undefined,
    basicToken: async () => '',
    muranoToken: async () => 'm',
  },
  clock: {now: () => 0, delay: async () => undefined, random: () => 0},
})
const idempotent = method !== 'POST'
const outcome = await client
  .send({method: idempotent ? 'GET' : 'POST', host: 'api', path: '/things', auth: 'bearer', idempotent})
  .then(
    ({body}) => ({body}),
    (error: unknown) => ({error: error instanceof CliError ? error.toReport() : String(error)}),
  )
await client.close()
process.stdout.write(JSON.stringify(outcome))
