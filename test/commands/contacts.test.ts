import {lstatSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {type Contact, contentOf} from '../../src/lib/contacts/contact.ts'
import {type ContactOutcome} from '../../src/lib/contacts/contact-import.ts'
import {contacts as records} from '../../src/sandbox/contacts.ts'
import {type FaultRule} from '../../src/sandbox/faults.ts'
import {seededAccess, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'
import {servedSandbox} from '../support/served-sandbox.ts'

const creating = {method: 'POST', path: '/contacts/users/*'} as const
const reader = seededReader.userUuid

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

function write(name: string, text: string): string {
  writeFileSync(join(world.home, name), text)
  return name
}

function csv(count: number): string {
  return ['name.first', ...Array.from({length: count}, (_, at) => `Person ${at + 1}`)].join('\n')
}

const read = (name: string) => readFileSync(join(world.home, name), 'utf8')

/** How many contacts there are with each given name, beside the seeded ones. */
function people(user: string = seededAccess.userUuid): Promise<string[]> {
  return world.inside(({store}) => {
    const all = store.collection(records).find({where: {user_uuid: user}})
    return all
      .map(({name}) => name?.first ?? '')
      .filter((first) => !['Ingrid', 'Marcus', 'Dental Supply'].includes(first))
  })
}

async function imported(...args: string[]) {
  const {exitCode, stdout, stderr} = await world.run(['contacts', 'import', ...args, '-o', 'json'])
  return {exitCode, stderr, rows: stdout === '' ? [] : (JSON.parse(stdout) as ContactOutcome[])}
}

test('a contact lives: created, found, changed in part, deleted', async () => {
  const fields = ['name.first=Eve', 'phone_numbers[0].number=+19415550177', 'company=Acme']
  const uuid = await world.ok('contacts', 'create', ...fields.flatMap((field) => ['-F', field]), '-o', 'id')
  expect(await world.ok('contacts', 'list', '--filter', 'search=(941) 555-0177', '-o', 'id')).toBe(uuid)
  await world.ok('contacts', 'update', uuid, '-F', 'name.last=Berg')
  expect(await world.json('contacts', 'get', uuid)).toEqual({
    uuid,
    user_uuid: seededAccess.userUuid,
    name: {first: 'Eve', last: 'Berg'},
    phone_numbers: [{number: '+19415550177'}],
    company: 'Acme',
  })
  await world.ok('contacts', 'delete', uuid, '--yes')
  await world.fails(5, 'contacts', 'get', uuid)
})

test('a wrong field is named before anything is sent; any other is warned of', async () => {
  const wrong = ['-F', 'phone_numbers[0].preferred=yes', '-F', 'anything=1']
  const {exitCode, stderr} = await world.run(['contacts', 'create', ...wrong])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('phone_numbers[0].preferred is “yes”, and must be true or false.')
  expect(stderr).toContain('phone_numbers[0].number is missing.')
  const warned = await world.run(['contacts', 'create', '-F', 'nmae.last=B'])
  expect(warned.exitCode).toBe(0)
  expect(warned.stderr).toContain('nmae is not a field that commsctl knows here.')
  const inner = await world.run(['contacts', 'create', '-F', 'name.frist=Eva', '-F', 'phone_numbers[].number=1'])
  expect(inner.stderr).toContain(
    'name.frist is not a field that commsctl knows here. It is sent as it is; did you mean first?',
  )
})

test('rows are not edited: --edit with --from-file is refused', async () => {
  write('rows.json', '[{}]')
  expect(await world.fails(2, 'contacts', 'create', '--edit', '--from-file', 'rows.json')).toContain('--edit is for')
})

describe('export and import', () => {
  test.each(['contacts.csv', 'contacts.vcf', 'contacts.json'])('by %s lose nothing', async (file) => {
    const {stderr} = await world.run(['contacts', 'export', '--out', file, '--overwrite'])
    expect(stderr).toMatch(new RegExp(`^Saved ${file} \\(\\d+ bytes\\).$`))
    const {exitCode, rows} = await imported(file, '--user', reader)
    expect([exitCode, rows.map(({outcome}) => outcome)]).toEqual([0, ['created', 'created', 'created']])
    const of = async (...args: string[]) => {
      const all = await world.json<Contact[]>('contacts', 'list', ...args)
      return all.map(contentOf)
    }
    expect(await of('--user', reader)).toEqual(await of())
  })

  test('--format goes before the name of the file', async () => {
    await world.ok('contacts', 'export', '--format', 'json', '--out', 'all.txt')
    expect(JSON.parse(read('all.txt'))).toHaveLength(3)
    expect((await imported('all.txt')).stderr).toContain('--format')
    expect((await imported('all.txt', '--format', 'json')).exitCode).toBe(0)
  })

  test('goes through all pages', async () => {
    await world.inside(({store}) => {
      for (let at = 0; at < 240; at++) {
        store
          .collection(records)
          .put({uuid: `u-${at}`, user_uuid: seededAccess.userUuid, name: {first: `Person ${at}`}})
      }
    })
    const lines = (await world.ok('contacts', 'export')).split('\n')
    expect(lines).toHaveLength(244)
    expect(lines[0]).toContain('name.first,name.last,phone_numbers[0].number')
  })

  test('that breaks off leaves nothing half, and what was there', async () => {
    write('all.json', 'before')
    await world.inside(({faults}) => faults.set({kind: 'status', status: 500, path: '/contacts/users/*'}))
    await world.fails(10, 'contacts', 'export', '--out', 'all.json', '--overwrite')
    expect(read('all.json')).toBe('before')
    expect(readdirSync(world.home).filter((name) => name.startsWith('all'))).toEqual(['all.json'])
  })
})

test('an export into a folder that there is not is exit 2', async () => {
  const said = await world.fails(2, 'contacts', 'export', '--out', 'none/all.csv')
  expect(said).toContain('The file none/all.csv cannot be written: its folder does not exist.')
})

describe('import', () => {
  test('tells the outcome of each contact, with its line', async () => {
    const {exitCode, rows} = await imported('contacts.csv')
    expect(exitCode).toBe(0)
    expect(rows).toMatchObject([
      {line: 2, name: 'Ada Lund', outcome: 'created', uuid: expect.any(String) as string, message: null},
      {line: 3, name: 'Ben Ortiz', outcome: 'created', uuid: expect.any(String) as string, message: null},
    ])
    expect(await people()).toEqual(['Ada', 'Ben'])
  })

  test('reads standard input, when it is told the format', async () => {
    const options = {stdin: 'pipe', input: '[{"name": {"first": "Eve"}}]'} as const
    expect((await world.run(['contacts', 'import', '-'], options)).stderr).toContain('Missing --format')
    const {exitCode} = await world.run(['contacts', 'import', '-', '--format', 'json'], options)
    expect([exitCode, await people()]).toEqual([0, ['Eve']])
  })

  test('of a file with bad rows lists all of them, and sends nothing', async () => {
    const {exitCode, stderr} = await imported(write('bad.csv', 'name.first,age:json\nEve,x\nFinn,1\n,\n'))
    expect(exitCode).toBe(2)
    expect(JSON.parse(stderr)).toMatchObject({
      code: 'bad-contacts',
      details: ['line 2: age:json is not JSON.', 'line 4: holds nothing.'],
    })
    expect(await people()).toEqual([])
  })

  test('of a file whose columns are none of contacts is refused, with the names that they have', async () => {
    const {exitCode, stderr} = await imported(write('people.csv', 'First Name,Phone\nEve,+19415550177\n'))
    expect(exitCode).toBe(2)
    expect(JSON.parse(stderr)).toMatchObject({
      code: 'unknown-columns',
      message: 'people.csv has no column with a name or a number.',
      hint: expect.stringContaining('name.first, name.last, phone_numbers[0].number') as string,
    })
    expect(await people()).toEqual([])
  })

  test('warns of a column that is most likely a slip', async () => {
    const {exitCode, stderr} = await world.run([
      'contacts',
      'import',
      write('slip.csv', 'name.first,name.lst\nEve,Berg\n'),
    ])
    expect([exitCode, await people()]).toEqual([0, ['Eve']])
    expect(stderr).toContain('Warning: The column “name.lst” becomes a field of that name. Did you mean name.last?')
  })

  test.each([
    ['missing.csv', 'does not exist'],
    ['bin', 'is a folder'],
  ])('of %s is exit 2', async (file, message) => {
    expect((await imported(file)).exitCode).toBe(2)
    expect((await imported(file)).stderr).toContain(message)
  })

  test('--dry-run shows a request for each contact, and creates none', async () => {
    const curl = await world.ok('contacts', 'import', 'contacts.csv', '--dry-run')
    expect(curl.match(/^curl /gm)).toHaveLength(2)
    expect(curl).toContain('"first":"Ada"')
    expect(await people()).toEqual([])
  })

  test('goes on past one that is refused: exit 9', async () => {
    const file = write(
      'some.json',
      '[{"name": {"first": "Eve"}},\n{"name": {"first": "x", "last": "Finn"}},\n{"name": {"first": "Gil"}}]',
    )
    await world.inside(({faults}) => faults.set({...creating, kind: 'status', status: 400, times: 1}))
    const {exitCode, rows, stderr} = await imported(file)
    expect(exitCode).toBe(9)
    expect(rows.map(({outcome}) => outcome).toSorted()).toEqual(['created', 'created', 'refused'])
    expect(stderr).toContain('1 of 3 contacts were not created.')
    expect(await people()).toHaveLength(2)
  })

  test('into an address book that is not ours to change does nothing: exit 4', async () => {
    await world.inside(({faults}) => faults.set({...creating, kind: 'status', status: 403}))
    const {exitCode, rows} = await imported(write('many.csv', csv(12)))
    expect(exitCode).toBe(4)
    expect(rows.map(({outcome}) => outcome)).toEqual([
      ...Array<string>(5).fill('failed'),
      ...Array<string>(7).fill('not sent'),
    ])
  })

  const lost: readonly (readonly [string, FaultRule])[] = [
    ['connections break when it is done', {...creating, kind: 'drop', after: true, rate: 0.4}],
    ['connections break before', {...creating, kind: 'drop', rate: 0.4}],
    ['replies break off', {...creating, kind: 'truncate', rate: 0.4}],
    ['a gateway answers in their place', {...creating, kind: 'status', status: 502, after: true, rate: 0.4}],
  ]

  test.each(lost)('creates none twice when %s, and says of each what is true', async (_, rule) => {
    await world.inside(({faults, store}) => {
      faults.set(rule)
      // One that is like a row of the file was there before.
      store.collection(records).put({uuid: 'before', user_uuid: seededAccess.userUuid, name: {first: 'Person 1'}})
    })
    // The same person twice is two contacts.
    const {rows} = await imported(write('many.csv', `${csv(25)}\nPerson 2\n`))
    const created = rows.filter(({outcome}) => outcome === 'created')
    expect(rows.filter(({outcome}) => !['created', 'failed'].includes(outcome))).toEqual([])
    expect((await people()).toSorted()).toEqual(['Person 1', ...created.map(({name}) => name)].toSorted())
    expect(new Set(created.map(({uuid}) => uuid)).size).toBe(created.length)
    const [struck] = await world.inside(({faults}) => faults.list())
    expect(struck?.struck).toBeGreaterThan(3)
  })

  test('that is interrupted says what was done and what was not: exit 130', async () => {
    const {sandbox, world: other} = await servedSandbox()
    writeFileSync(join(other.home, 'many.csv'), csv(40))
    sandbox.faults.set({...creating, kind: 'latency', latencyMs: 600_000})
    const running = other.run(['contacts', 'import', 'many.csv', '-o', 'json'])
    const child = running as unknown as {kill: (signal: string) => void}
    while (sandbox.faults.list()[0]?.struck !== 5) await new Promise((resolve) => setImmediate(resolve))
    child.kill('SIGINT')
    const {exitCode, stdout, stderr} = await running
    expect(exitCode).toBe(130)
    const rows = JSON.parse(stdout) as ContactOutcome[]
    expect(rows.map(({outcome}) => outcome)).toEqual([
      ...Array<string>(5).fill('unknown'),
      ...Array<string>(35).fill('not sent'),
    ])
    expect(stderr).toContain('40 of 40 contacts were not created. Those not sent are as they were')
  })
})

test('an export is not put in the place of a file, unless --overwrite says so', async () => {
  write('taken.csv', 'mine')
  const said = await world.fails(2, 'contacts', 'export', '--out', 'taken.csv')
  expect(said).toContain('--overwrite')
  expect(read('taken.csv')).toBe('mine')
  await world.ok('contacts', 'export', '--out', 'taken.csv', '--overwrite')
  expect(read('taken.csv')).toContain('name.first')
})

test('an export goes through a link to its file, also to one that is not there yet', async () => {
  write('target.csv', 'mine')
  symlinkSync('target.csv', join(world.home, 'link.csv'))
  symlinkSync('new.csv', join(world.home, 'dangling.csv'))
  await world.fails(2, 'contacts', 'export', '--out', 'link.csv')
  await world.ok('contacts', 'export', '--out', 'link.csv', '--overwrite')
  await world.ok('contacts', 'export', '--out', 'dangling.csv')
  expect(readlinkSync(join(world.home, 'link.csv'))).toBe('target.csv')
  expect(read('target.csv')).toContain('name.first')
  expect(readlinkSync(join(world.home, 'dangling.csv'))).toBe('new.csv')
  expect(read('new.csv')).toContain('name.first')
})

test('an export takes the place of no pipe and no folder, whatever --overwrite says', async () => {
  await world.shell('mkfifo pipe.csv; mkdir folder.csv')
  for (const [name, reason] of [
    ['pipe.csv', 'it is a pipe or a device'],
    ['folder.csv', 'it is a folder'],
  ] as const)
    expect(await world.fails(2, 'contacts', 'export', '--out', name, '--overwrite')).toContain(reason)
  expect(lstatSync(join(world.home, 'pipe.csv')).isFIFO()).toBe(true)
})
