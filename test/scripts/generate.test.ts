import {execa} from 'execa'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {generatedFiles, type Named, outdated, projectFiles, write} from '../../scripts/reference/files.ts'
import {schemas} from '../../scripts/reference/schemas.ts'
import {loadCommands} from '../../src/lib/catalogue.ts'
import {Command} from '../../src/lib/command.ts'
import {object, type Shape} from '../../src/lib/operation/declaration.ts'
import {operation} from '../../src/lib/operation.ts'
import {boolean, phoneNumbers, uuid} from '../../src/lib/parameters.ts'
import {root} from '../support/world.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'commsctl-generate-'))))
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const release = operation({
  operation: 'Numbers.deprovisionNumbers',
  summary: 'Release numbers',
  request: 'POST /sms/deprovision',
  parameters: {numbers: phoneNumbers('NUMBERS...', 'numbers to release'), user_uuid: uuid('--user', 'who has them')},
  effect: {changes: 'release', destructive: true},
  reply: object({columns: [], pending: true}),
  examples: [['One', '+19412340001']],
})

const parameters = {quick: boolean('--quick', 'do it in a hurry', {char: 'q'})}

class Tidy extends Command {
  static override readonly shape = {
    summary: 'Tidy up',
    parameters,
    online: false,
    examples: [],
  } satisfies Shape<typeof parameters>
  static override readonly calls = [release]
  async run(): Promise<void> {}
}

const commands: Named[] = [
  {id: 'numbers release', command: release},
  {id: 'tidy', command: Tidy},
]

function writeAll(files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) write(folder, path, content)
}

test('the committed snapshot, documents and schemas are those of the commands', async () => {
  const files = await projectFiles(root, await loadCommands(join(root, 'src/commands'), '.ts'))
  expect(outdated(root, files)).toEqual([])
})

test('--check says so, and exits with 0', async () => {
  const {exitCode, stderr} = await execa(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check'], {
    cwd: root,
    reject: false,
  })
  expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''})
})

test('nothing is outdated where everything was just written', () => {
  writeAll(generatedFiles(commands))
  expect(outdated(folder, generatedFiles(commands))).toEqual([])
})

test('a changed summary makes the page of its area outdated, and no other', () => {
  writeAll(generatedFiles(commands))
  const shape = {...Tidy.shape, summary: 'Tidy everything up'}
  const changed = class extends Tidy {
    static override readonly shape = shape
  }
  const files = generatedFiles([commands[0]!, {id: 'tidy', command: changed}])
  expect(outdated(folder, files)).toEqual(['docs/reference/README.md', 'docs/reference/tidy.md'])
})

test('a changed flag makes the snapshot outdated', () => {
  writeAll(generatedFiles(commands))
  const shape = {...Tidy.shape, parameters: {quick: boolean('--quick', 'do it in a hurry')}} as typeof Tidy.shape
  const changed = class extends Tidy {
    static override readonly shape = shape
  }
  const files = generatedFiles([commands[0]!, {id: 'tidy', command: changed}])
  expect(outdated(folder, files)).toEqual(['command-snapshot.json', 'docs/reference/tidy.md'])
})

test('a missing file, an edited file and a page of no area are outdated', () => {
  const files = generatedFiles(commands)
  writeAll(files)
  rmSync(join(folder, 'docs/coverage.md'))
  write(folder, 'command-snapshot.json', '{}\n')
  write(folder, 'docs/reference/gone.md', '# gone\n')
  expect(outdated(folder, files)).toEqual(['command-snapshot.json', 'docs/coverage.md', 'docs/reference/gone.md'])
})

test('the snapshot holds arguments, flags and nature of each command', () => {
  const snapshot = JSON.parse(generatedFiles(commands).get('command-snapshot.json')!) as Record<string, unknown>
  expect(snapshot['tidy']).toEqual({
    arguments: [],
    flags: {quick: {char: 'q', takesValue: false, negatable: true}},
    aliases: [],
    nature: ['idempotent', 'offline'],
  })
  expect(snapshot['numbers release']).toMatchObject({
    arguments: [{name: 'NUMBERS', required: true, repeats: true}],
    flags: {
      user: {takesValue: true},
      wait: {takesValue: false, negatable: true},
      output: {char: 'o', takesValue: true},
    },
    nature: ['changes', 'destructive', 'asynchronous'],
  })
})

test('the coverage table tells a call’s own command from one that makes it on the way', () => {
  const table = generatedFiles(commands).get('docs/coverage.md')
  expect(table).toContain('| Numbers.deprovisionNumbers | `numbers release` | `POST /sms/deprovision` | `tidy` |')
  expect(table).toContain('1 of the 310 calls')
})

test('a call that another does all of has the same command', () => {
  const {shape} = release
  const both = operation({...shape, request: 'POST /sms/deprovision', also: ['Numbers.releaseOne'], reply: shape.reply})
  const table = generatedFiles([{id: 'numbers release', command: both}]).get('docs/coverage.md')
  expect(table).toContain('| Numbers.releaseOne | `numbers release` | `POST /sms/deprovision` |  |')
  expect(table).toContain('2 of the 310 calls')
})

test('a page has the usage, the arguments, the flags, the examples, the nature and the request', () => {
  const page = generatedFiles(commands).get('docs/reference/numbers.md')
  for (const part of [
    '## numbers release',
    'commsctl numbers release NUMBERS... [FLAGS]',
    '- `NUMBERS`: numbers to release',
    '- `--user UUID`: who has them',
    'commsctl numbers release +19412340001',
    'Cannot be undone',
    '`POST /sms/deprovision` (Numbers.deprovisionNumbers)',
  ]) {
    expect(page).toContain(part)
  }
})

test('a schema has the fields of a result with their words, and says which are always there', async () => {
  const all = await loadCommands(join(root, 'src/commands'), '.ts')
  const made = schemas(
    root,
    all.filter(({id}) => ['accounts get', 'numbers states', 'logout', 'api'].includes(id)),
  )
  const schemaOf = (name: string) => JSON.parse(made.get(`schemas/${name}.json`)!) as Record<string, unknown>
  expect(schemaOf('accounts-get')).toMatchObject({
    type: 'object',
    properties: {
      number: {type: ['number', 'string'], description: 'The customer number; no two accounts have the same.'},
      status: {enum: ['Active', 'Inactive']},
    },
  })
  expect(schemaOf('accounts-get')['required']).not.toContain('parent_uuid')
  expect(schemaOf('numbers-states')).toMatchObject({type: 'array', items: {type: 'string'}})
  expect(schemaOf('api')).not.toHaveProperty('type')
})
