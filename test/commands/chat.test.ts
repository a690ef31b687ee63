import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {seededAccess, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'
import {servedSandbox} from '../support/served-sandbox.ts'

interface Channel {
  uuid: string
  name: string
  topic: string
  description?: string
  metadata: object
  group_uuid: string
}

interface Whole {
  info: Channel
  members: {items: {uuid: string}[]}
  messages: {content: object}[]
}

const me = seededAccess.userUuid
const ben = seededReader.userUuid

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

const created = () => world.json<Channel>('chat', 'channels', 'create', '--name', 'Shifts', '--topic', 'Who when')

describe('show', () => {
  test('brings the channel, its messages and the members of its group together', async () => {
    const {uuid} = await created()
    for (const text of ['one', 'two', 'three']) await world.ok('chat', 'messages', 'send', uuid, '--text', text)
    await world.ok('chat', 'members', 'add', uuid, '-F', `uuid=${ben}`)
    const whole = await world.json<Whole>('chat', 'channels', 'show', uuid, '--message-count', '2')
    expect(whole.info).toMatchObject({uuid, name: 'Shifts'})
    expect(whole.members.items.map((member) => member.uuid)).toEqual([me, ben])
    expect(whole.messages.map(({content}) => content)).toEqual([
      {contentType: 'string', content: 'three'},
      {contentType: 'string', content: 'two'},
    ])
  })

  test('asks for the channel and its messages side by side, and then for the group', async () => {
    const {sandbox, world: other} = await servedSandbox()
    const [{uuid = ''} = {}] = JSON.parse(
      (await other.run(['chat', 'channels', 'list', '-o', 'json'])).stdout,
    ) as Channel[]
    const {stderr} = await other.run(['chat', 'channels', 'show', uuid, '--debug'])
    const asked = [...stderr.matchAll(/^> GET \S+?(\/(?:chat|auth)\/[^\s?]+)/gm)].map(([, path]) => path)
    expect(asked.slice(0, 2).toSorted()).toEqual([`/chat/channels/${uuid}`, `/chat/channels/${uuid}/messages`])
    expect(asked[2]).toMatch(/^\/auth\/user-groups\//)
    expect(sandbox.faults.list()).toEqual([])
  })

  test('of a channel that does not exist is exit 5; --dry-run shows what is known beforehand', async () => {
    await world.fails(5, 'chat', 'channels', 'show', me)
    const curl = await world.ok('chat', 'channels', 'show', me, '--message-count', '7', '--dry-run')
    expect(curl.match(/^curl /gm)).toHaveLength(2)
    expect(curl).toContain(`/chat/channels/${me}/messages?max=7`)
  })
})

describe('changes', () => {
  test('update leaves what is not named; update-meta puts its own in place of all', async () => {
    const {uuid} = await created()
    await world.ok('chat', 'channels', 'update', uuid, '-F', 'description=by week')
    await world.ok('chat', 'channels', 'update-meta', uuid, '-F', 'a=1', '-F', 'b=2')
    await world.ok('chat', 'channels', 'update-meta', uuid, '-F', 'c.d=3')
    const channel = await world.json<Channel>('chat', 'channels', 'get', uuid)
    expect(channel).toMatchObject({name: 'Shifts', topic: 'Who when', description: 'by week'})
    expect(channel.metadata).toEqual({c: {d: 3}})
    await world.ok('chat', 'channels', 'delete', uuid, '--yes')
    await world.fails(5, 'chat', 'channels', 'get', uuid)
  })

  test('a member whose addition was not confirmed is looked for', async () => {
    const {uuid} = await created()
    await world.inside(({faults}) => faults.set({kind: 'drop', after: true, method: 'POST', path: '/chat/*', times: 1}))
    expect(await world.json('chat', 'members', 'add', uuid, '-F', `uuid=${ben}`)).toEqual({uuid: ben, type: 'user'})
    await world.ok('chat', 'members', 'remove', uuid, ben, '--yes')
    expect(await world.ok('chat', 'members', 'list', uuid, '-o', 'id')).toBe(me)
  })
})

describe('messages', () => {
  test('of several parts take their contents as they are, from files and from standard input', async () => {
    const {uuid} = await created()
    writeFileSync(join(world.home, 'rows.csv'), 'a,b\n1,2\n')
    const parts = ['plain/text=-', 'text/csv=@rows.csv', 's2s-kvp=room=2', 'plain/text=@@all']
    const args = ['chat', 'messages', 'post', uuid, ...parts.flatMap((part) => ['--part', part]), '-o', 'json']
    const {stdout} = await world.run(args, {stdin: 'pipe', input: 'From\nhere\n'})
    expect(JSON.parse(stdout)).toMatchObject({
      user_uuid: me,
      content: {
        contentType: 'multipart',
        parts: [
          {contentType: 'plain/text', content: 'From\nhere'},
          {contentType: 'text/csv', content: 'a,b\n1,2'},
          {contentType: 's2s-kvp', content: 'room=2'},
          {contentType: 'plain/text', content: '@all'},
        ],
      },
    })
  })

  test.each([
    [['--part', 'Hello'], '--part: “Hello” is not TYPE=CONTENT.'],
    [['--part', 'two words=x'], 'is not TYPE=CONTENT'],
    [['--part', 'text/csv='], '--part text/csv is empty.'],
    [['--part', 'text/csv=@none.csv'], 'the file none.csv does not exist'],
    [[], 'Missing --part'],
  ])('with %j are exit 2', async (args, message) => {
    expect(await world.fails(2, 'chat', 'messages', 'post', me, ...args)).toContain(message)
  })

  test('are listed by max alone; all of them with --all', async () => {
    const {uuid} = await created()
    const list = (...args: string[]) => world.request('chat', 'messages', 'list', uuid, ...args)
    expect(await list()).toBe(`GET /chat/channels/${uuid}/messages?max=100`)
    expect(await list('--limit', '5')).toBe(`GET /chat/channels/${uuid}/messages?max=5`)
    await world.inside(async (sandbox) => {
      const {chatMessages} = await import('../../src/sandbox/chat/channels.ts')
      for (let count = 0; count < 230; count++) {
        const content = {contentType: 'string', content: `message ${count}`}
        sandbox.store.collection(chatMessages).put({uuid: `m-${count}`, channel_uuid: uuid, user_uuid: me, content})
      }
    })
    expect((await world.ok('chat', 'messages', 'list', uuid, '--all', '-o', 'id')).split('\n')).toHaveLength(230)
    expect(await world.ok('chat', 'messages', 'list', uuid, '--limit', '1', '--columns', 'content.content')).toBe(
      'message 229',
    )
  })
})

test('the channels of a user are asked for by a header', async () => {
  const names = await world.ok('chat', 'users', 'channels', '--user', ben, '--columns', 'name')
  expect(names).toBe('Front desk')
  const curl = await world.ok('chat', 'users', 'channels', '--user', ben, '--dry-run')
  expect(curl).toContain(`x-user-uuid: ${ben}`)
  expect(curl).toContain(`?account_uuid=${seededAccess.accountUuid}&offset=0&limit=50`)
})
