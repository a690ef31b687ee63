import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readSession} from '../support/session.ts'
import {root, World} from '../support/world.ts'
import {problemOfCode, surfaces} from './named-commands.ts'
import {readDocument} from './markdown.ts'
import {typeAll} from './reader.ts'

/** Made by scripts. */
const generated = [
  ...markdownIn('docs/reference'),
  'docs/coverage.md',
  'docs/10dlc-rules.md',
  'docs/benchmarks.md',
].filter(exists)
/** Guides, whose commands are run. */
const guides = ['README.md', 'CONTRIBUTING.md', ...markdownIn('docs').filter((path) => !generated.includes(path))]
const records = [...markdownIn('docs/decisions'), 'CHANGELOG.md']

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}

function exists(path: string): boolean {
  return existsSync(join(root, path))
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

const documents = new Map([...guides, ...records, ...generated].map((path) => [path, readDocument(read(path))]))

describe('what the guides tell to type does what they say', () => {
  const withSteps = guides.filter((path) => readSession(read(path)).length > 0)

  test.concurrent.for(withSteps)('%s', async (path, {onTestFinished}) => {
    const world = new World()
    onTestFinished(() => world.dispose())
    await typeAll(world, readSession(read(path)), onTestFinished)
  })

  test('README has a session', () => expect(withSteps).toContain('README.md'))
})

describe('commands for this checkout exist', () => {
  const lines = guides.flatMap((path) =>
    documents
      .get(path)!
      .blocks.filter(({language}) => language === 'bash')
      .flatMap(({lines}) => lines.flatMap((line) => line.split(' && ')))
      .map((line) => [path, line.replace(/ +#.*/, '')] as const),
  )

  test.each(lines)('%s: %s', (_, line) => {
    const {scripts} = JSON.parse(read('package.json')) as {scripts: Record<string, string>}
    const [program, verb = '', name = ''] = line.split(' ')
    if (program === 'npm' && (verb === 'run' || verb === 'test')) expect(scripts).toHaveProperty([name || verb])
    else if (program === 'npm') expect(['ci', 'pack', 'install']).toContain(verb)
    else if (program === 'npx') expect(exists(line.split(' ').at(-1)!), line).toBe(true)
    else expect(line).toMatch(/^node bin\/dev\.js /)
  })
})

describe('links lead somewhere', () => {
  test.each([...documents])('%s', (path, {links}) => {
    const broken = links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(path, link))
    expect(broken).toEqual([])
  })

  function leadsSomewhere(from: string, link: string): boolean {
    const [file = '', anchor] = link.split('#')
    const target = file === '' ? from : join(dirname(from), file)
    if (!exists(target)) return false
    return anchor === undefined || readDocument(read(target)).anchors.includes(anchor)
  }
})

describe('commands and flags that are named exist', async () => {
  const known = await surfaces()

  test.each([...guides, ...records])('%s', (path) => {
    const {codes} = documents.get(path)!
    expect(codes.flatMap((code) => problemOfCode(code, known) ?? [])).toEqual([])
  })
})

describe('code that is shown is the project’s', () => {
  const shown = guides.flatMap((path) =>
    documents
      .get(path)!
      .blocks.filter(({lines}) => /^\/\/ (src|test)\/.*\.ts$/.test(lines[0] ?? ''))
      .map(({lines: [first = '', ...lines]}) => [path, first.slice(3), lines.join('\n')] as const),
  )

  test.each(shown)('%s: %s', (_, file, code) => expect(read(file).trim()).toBe(code.trim()))

  test('there is some', () => expect(shown.length).toBeGreaterThan(0))
})
