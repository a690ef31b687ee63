import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {messages} from '../../src/sandbox/messaging/messages.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

interface Outcome {
  row: number
  outcome: string
  id: string | null
  message: string | null
}

async function fresh(files: Readonly<Record<string, string>>): Promise<SandboxWorld> {
  const [world] = freshWorlds(1) as [SandboxWorld]
  for (const [name, content] of Object.entries(files)) writeFileSync(join(world.home, name), content)
  return world
}

const adding = '89968643-2e71-518f-aabb-df1ae9c36deb'

test('a command of several calls makes them for each row, and refuses rows whose values do not go together', async () => {
  const world = await fresh({
    'texts.csv': 'number,text\n+19415550123,"See you at 9."\n+19415550124,"See you at 10."\n',
    'wrong.csv': 'number,to,text\n+19415550123,,Hello\n,+19415550124,Hello\n',
  })
  const send = ['sms', 'send', '--from', '+19412340003', '--from-file']
  expect(await world.fails(2, ...send, 'wrong.csv')).toContain('line 3: Say with --number who is to get it.')
  expect((await world.ok(...send, 'texts.csv', '--dry-run')).match(/^curl /gm)).toHaveLength(2)
  const sent = await world.json<Outcome[]>(...send, 'texts.csv')
  expect(sent.map(({row, outcome}) => [row, outcome])).toEqual([
    [1, 'done'],
    [2, 'done'],
  ])
  const texts = await world.inside(({store}) =>
    sent.map(({id}) => store.collection(messages).get(id!)?.content[0]?.body),
  )
  expect(texts).toEqual(['See you at 9.', 'See you at 10.'])
  expect(await world.ok('messaging', 'conversations', 'find', '--from-file', 'texts.csv', '-o', 'id')).toMatch(
    /^[\da-f-]{36}\n[\da-f-]{36}$/,
  )
})

test('a command with variants takes rows in the one that its flags choose, and follows each', async () => {
  const row = (x: string) => `${JSON.stringify({template: adding, input_vars: {x, y: '3'}})}\n`
  const world = await fresh({
    'flat.ndjson': row('2') + row('4'),
    'bodies.csv': `template,input_vars.x,input_vars.y\n${adding},2,3\n`,
  })
  const started = await world.json<Outcome[]>('workflows', 'start', '--from-file', 'flat.ndjson', '--wait', 'COMPLETE')
  expect(started.map(({outcome}) => outcome)).toEqual(['done', 'done'])
  const history = ['workflows', 'history', 'instance', started[1]!.id!]
  expect(await world.json(...history)).toMatchObject({result_type: 'complete', workflow_vars: {x: '4'}})
  const whole = ['workflows', 'start', '--from-file', 'bodies.csv', '-F', 'version=1.0.0']
  expect(await world.json<Outcome[]>(...whole)).toMatchObject([{row: 1, outcome: 'done'}])
})

test('a command for one or many takes rows, which go together', async () => {
  const world = await fresh({'gone.txt': '9afab869-e39c-5c6c-94c7-fa3d889d794f\n'})
  const remove = ['messaging', 'conversations', 'delete', '--from-file', 'gone.txt']
  expect(await world.fails(2, ...remove)).toContain('9afab869-e39c-5c6c-94c7-fa3d889d794f (it cannot be undone)?')
  expect(await world.json<Outcome[]>(...remove, '-y')).toMatchObject([{row: 1, outcome: 'done'}])
  expect(await world.ok('messaging', 'conversations', 'list', '-o', 'id')).not.toContain('9afab869')
})
