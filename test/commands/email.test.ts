import {execFileSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {type OutboxMessage, readOutbox} from '../../src/sandbox/outbox.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

const base = ['email', 'send', '--from', 'office@sunrise.example', '--subject', 'Hello']
const mail = (...args: string[]) => [...base, '--to', 'ada@patients.example', '--text', 'See you at 9.', ...args]
const sent = (): Promise<OutboxMessage[]> => world.inside(({store}) => readOutbox(store, {channel: 'email'}))

/** The body that `--dry-run` shows. */
async function body(...args: string[]): Promise<Record<string, unknown>> {
  const curl = await world.ok(...args, '--dry-run')
  return JSON.parse(/--data-raw '(.*)'/.exec(curl)?.[1] ?? '') as Record<string, unknown>
}

function write(name: string, content: string | Buffer): string {
  writeFileSync(join(world.home, name), content)
  return name
}

test('an e-mail is sent; lists that are not given are empty', async () => {
  const {uuid, status} = await world.json(...mail())
  expect(status).toBe('sent')
  expect(await sent()).toMatchObject([
    {uuid, to: ['ada@patients.example'], content: [{type: 'text', body: 'See you at 9.'}]},
  ])
  expect(await body(...mail())).toEqual({
    ...{from: 'office@sunrise.example', to: ['ada@patients.example'], cc: [], bcc: [], replyto: []},
    ...{subject: 'Hello', content: [{body: 'See you at 9.', type: 'text'}]},
  })
  const copies = ['--cc', 'a@b.example', '--cc', 'c@b.example', '--reply-to', 'desk@sunrise.example']
  expect(await body(...mail(...copies))).toMatchObject({
    ...{cc: ['a@b.example', 'c@b.example'], bcc: [], replyto: ['desk@sunrise.example']},
  })
})

test('every bad address is named, and nothing is sent', async () => {
  const addresses = [
    '--to',
    'ada',
    '--to',
    'ben@b.example',
    '--to',
    '@x.example',
    '--cc',
    'a,b@c.example',
    '--bcc',
    'x@',
  ]
  const said = await world.fails(2, ...base, '--text', 'x', ...addresses, '--reply-to', 'me')
  for (const bad of ['“ada”', '“@x.example”', '“a,b@c.example”', '“x@”', '“me”']) expect(said).toContain(bad)
  expect(said).not.toContain('ben@b.example')
  expect(await sent()).toEqual([])
})

test('the text may come from a file, and from standard input', async () => {
  write('page.html', '<h1>Welcome</h1>\n')
  await world.ok(...base, '--to', 'ada@patients.example', '--content-type', 'html', '--text', '@page.html')
  await world.run([...base, '--to', 'ada@patients.example', '--text', '-'], {stdin: 'pipe', input: 'Two\nlines\n'})
  expect((await sent()).map(({content}) => content)).toEqual([
    [{type: 'text', body: 'Two\nlines'}],
    [{type: 'html', body: '<h1>Welcome</h1>'}],
  ])
})

describe('attachments', () => {
  test('go with their names as ids, their types and their bytes', async () => {
    const bytes = Buffer.from(Array.from({length: 256}, (_, index) => index))
    write('logo.png', bytes)
    write('list.unknown', 'x')
    const args = mail('--attach', 'logo.png', '--attach', 'contacts.csv', '--attach', 'list.unknown')
    const {attachments} = await body(...args)
    expect(attachments).toMatchObject([
      {type: 'image/png', id: 'logo.png', body: bytes.toString('base64')},
      {type: 'text/csv', id: 'contacts.csv'},
      {type: 'application/octet-stream', id: 'list.unknown', body: 'eA=='},
    ])
    await world.ok(...args)
    expect((await sent())[0]?.attachments).toMatchObject([
      {name: 'logo.png', type: 'image/png', size: 256},
      {},
      {size: 1},
    ])
  })

  test('of many megabytes go, too', async () => {
    write('large.bin', Buffer.alloc(5_000_000, 7))
    await world.ok(...mail('--attach', 'large.bin'))
    expect((await sent())[0]?.attachments).toEqual([
      {name: 'large.bin', type: 'application/octet-stream', size: 5_000_000},
    ])
  })

  test('that cannot be read are all named, and nothing is sent', async () => {
    write('empty.txt', '')
    mkdirSync(join(world.home, 'folder'))
    execFileSync('mkfifo', [join(world.home, 'pipe')])
    const files = ['none.txt', 'empty.txt', 'folder', 'pipe', 'contacts.csv']
    const said = await world.fails(2, ...mail(...files.flatMap((file) => ['--attach', file])))
    expect(said).toContain('the file none.txt does not exist.')
    expect(said).toContain('the file empty.txt is empty.')
    expect(said).toContain('the file folder is a folder.')
    expect(said).toContain('the file pipe is a pipe or a device')
    expect(said).not.toContain('contacts.csv')
    expect(await sent()).toEqual([])
  })

  test('of the same name are refused', async () => {
    mkdirSync(join(world.home, 'other'))
    write('other/contacts.csv', 'x')
    const said = await world.fails(2, ...mail('--attach', 'contacts.csv', '--attach', 'other/contacts.csv'))
    expect(said).toContain('two files are called contacts.csv')
    expect(await sent()).toEqual([])
  })
})

test('an e-mail whose reply is lost is not sent again', async () => {
  await world.inside(({faults}) => faults.set({kind: 'drop', after: true, method: 'POST', path: '/email/*'}))
  expect(await world.fails(10, ...mail())).toContain('It was not sent a second time.')
  expect(await sent()).toHaveLength(1)
})
