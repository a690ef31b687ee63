import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {kinds} from '../../src/kinds/kinds.ts'
import {ExitCode} from '../../src/lib/exit-code.ts'
import {outputFormats} from '../../src/lib/output/format.ts'
import {settingDefinition, settingKeys} from '../../src/lib/profile/settings-table.ts'
import {sandboxEnvironment, seededUsers} from '../../src/sandbox/environment.ts'
import {faultKinds} from '../../src/sandbox/faults.ts'
import {platformEvents} from '../../src/lib/pubsub/platform-events.ts'
import {accountUuid} from '../../src/sandbox/seeded-access.ts'
import {topicGroups} from '../../src/topics.ts'
import {root} from '../support/world.ts'
import {tableBelow} from './markdown.ts'

function table(path: string, heading: string): string[][] {
  return tableBelow(readFileSync(join(root, path), 'utf8'), heading)
}

function code(text: string | undefined): string {
  return text === undefined ? '' : `\`${text}\``
}

test('README lists the areas that help lists, in its words', () => {
  const areas = Object.values(topicGroups).flatMap((group) => Object.entries(group))
  expect(table('README.md', 'Areas')).toEqual(areas.map(([area, line]) => [code(area), line]))
})

test('README’s areas are the folders of the commands', () => {
  const folders = readdirSync(join(root, 'src/commands'), {withFileTypes: true}).filter((entry) => entry.isDirectory())
  const listed = table('README.md', 'Areas').map(([area]) => area)
  expect(listed.toSorted()).toEqual(folders.map(({name}) => code(name)).toSorted())
})

test('scripting has every exit code, in order', () => {
  const codes = table('docs/scripting.md', 'Exit codes').map(([code]) => code)
  expect(codes).toEqual(Object.values(ExitCode).map(String))
})

test('scripting has every output format', () => {
  expect(table('docs/scripting.md', 'Formats').map(([format]) => format)).toEqual(outputFormats.map(code))
})

test('configuration has every setting as the program has it', () => {
  const settings = settingKeys.map((key) => {
    const {env, inProfile, default: value, summary} = settingDefinition(key)
    return [code(key), code(env), inProfile ? 'yes' : 'secret', code(value), summary]
  })
  expect(table('docs/configuration.md', 'Settings')).toEqual(settings)
})

test('the guide to plans has every kind, in order, and what it comes after', () => {
  const shown = table('docs/plan.md', 'What the file says').map(([section, , after]) => [section, after])
  const known = kinds.map(({section, after = [], refers = {}}) => {
    const before = [...new Set([...after, ...Object.values(refers)])]
    return [code(section), before.map(code).join(', ')]
  })
  expect(shown).toEqual(known)
})

test('the sandbox’s users are those of a fresh one', () => {
  const rows = table('docs/sandbox.md', 'What is in a fresh one')
  const shown = rows.map(([name, email, password]) => [name, email, password])
  const users = Object.entries(seededUsers)
  expect(shown).toEqual(users.map(([name, {email, password}]) => [code(name), code(email), code(password)]))
  const accounts = users.map(([, user]) => sandboxEnvironment(1, user)['COMMSCTL_ACCOUNT'])
  expect(accounts).toEqual(rows.map((row) => accountUuid(row[3] ?? '')))
})

test('the sandbox’s accounts have the uuids that are given', () => {
  const text = readFileSync(join(root, 'docs/sandbox.md'), 'utf8')
  const accounts = [
    ...text.matchAll(/^\| ([A-Z][\w ]+?) +\| (?:MasterReseller|Reseller|Customer|Location) .*`(.+)` \|$/gm),
  ]
  expect(accounts).toHaveLength(8)
  for (const [, name = '', uuid] of accounts) expect({name, uuid}).toEqual({name, uuid: accountUuid(name)})
})

test('the sandbox’s faults are all there', () => {
  expect(table('docs/sandbox.md', 'Faults').map(([kind]) => kind)).toEqual(faultKinds.map(code))
})

test('the sandbox’s events are all there', () => {
  const rows = table('docs/events.md', 'What is posted').map(([service, event]) => [service, event])
  const events = Object.entries(platformEvents).flatMap(([service, names]) => names.map((name) => [service, name]))
  expect(rows).toEqual(events.map((row) => row.map(code)))
})

test('architecture names every folder of the library, and none that is not there', () => {
  const folders = table('docs/architecture.md', 'Folders').map(([folder = '']) => folder.replaceAll('`', ''))
  expect(folders.filter((folder) => !existsSync(join(root, folder)))).toEqual([])
  const library = readdirSync(join(root, 'src/lib'), {withFileTypes: true}).filter((entry) => entry.isDirectory())
  expect(folders).toEqual(expect.arrayContaining(library.map(({name}) => `src/lib/${name}`)))
})

test('the record of dependencies has each package that the program imports', () => {
  const recorded = table('docs/decisions/0010-dependencies.md', '0010: Dependencies').flatMap(([names = '']) =>
    names.split(', '),
  )
  const sources = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'}).filter((file) =>
    file.endsWith('.ts'),
  )
  const imported = sources.flatMap((file) =>
    [
      ...readFileSync(join(root, 'src', file), 'utf8').matchAll(
        /(?:from |import\()'((?:@[^/']+\/)?[^/'.][^/']*)[^']*'/g,
      ),
    ].flatMap(([, name = '']) => (name.startsWith('node:') ? [] : [name])),
  )
  expect(recorded.toSorted()).toEqual([...new Set(imported)].toSorted())
})

test('the list of decisions has each record', () => {
  const files = readdirSync(join(root, 'docs/decisions')).filter((name) => name !== 'README.md')
  const list = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8')
  expect(files.filter((name) => !list.includes(name))).toEqual([])
})
