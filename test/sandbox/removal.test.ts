import {expect, test} from 'vitest'
import {parseYaml} from '../../src/lib/input/json-value.ts'
import {type JsonObject} from '../../src/lib/client/wire.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {everything} from './everything.ts'
import {acme, dumpText, eve, load} from './loading-support.ts'
import {freshSandbox, signedIn} from './support.ts'

/** What tells what has been stays, and so does what others go on with. */
const keptOfUsers = [
  ...['oauth.clients', 'chat.channels', 'chat.messages', 'workflows.instances'],
  'activity.activities',
]
const keptOfAccounts = ['activity.activities', 'activity.reports', 'usage.events', 'usage.reports']

test('a user who is removed is only in records of what has been and of what goes on', async () => {
  const sandbox = freshSandbox(200)
  await load(sandbox, everything)
  const send = await signedIn(sandbox)
  expect((await send(`DELETE /identity/identities/${eve}`)).status).toBe(202)
  expect(await collectionsWith(sandbox, eve)).toEqual(keptOfUsers)
})

test('an account that is removed is only in records of what has been and of what goes on', async () => {
  const sandbox = freshSandbox(200)
  await load(sandbox, everything)
  sandbox.store.numbers.release('+19412340020')
  const send = await signedIn(sandbox)
  expect((await send(`DELETE /accounts/accounts/${acme}`)).status).toBe(202)
  expect(await collectionsWith(sandbox, acme)).toEqual(keptOfAccounts)
})

/** The collections, as `AREA.COLLECTION`, that have a record with the uuid in it. */
async function collectionsWith({store}: Sandbox, uuid: string): Promise<string[]> {
  const dump = (await parseYaml(dumpText(store), 'dump')) as Record<string, JsonObject>
  return Object.entries(dump).flatMap(([area, collections]) =>
    Object.entries(collections).flatMap(([name, records]) =>
      JSON.stringify(records).includes(uuid) ? [`${area}.${name}`] : [],
    ),
  )
}
