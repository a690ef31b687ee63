import {describe, expect, test} from 'vitest'
import {subtopics, topicGroups} from '../../src/topics.ts'
import {runBatch} from '../support/batch.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {commands} from './commands.ts'

const topics = [
  ...new Set(commands.flatMap(({words}) => words.slice(0, -1).map((_, at) => words.slice(0, at + 1).join(' ')))),
]

const pages = ['', ...topics, ...commands.map(({id}) => id)]

async function helpPages(columns: number): Promise<{id: string; exitCode: number; page: string}[]> {
  const [world] = freshWorlds(1)
  const {env, home: cwd} = world!
  const jobs = pages.map((id) => ({args: [...id.split(' ').filter(Boolean), '--help'], env, cwd}))
  const outcomes = await runBatch(jobs, {columns, env: {NO_COLOR: '1'}})
  return outcomes.map(({exitCode, stdout}, at) => ({id: pages[at]!, exitCode, page: stdout}))
}

/** Lines that are too wide and could be broken. Command lines to be copied stay whole. */
function tooWide(page: string, columns: number): string[] {
  return page
    .split('\n')
    .filter((line) => line.length > columns && /\S\s+\S/.test(line) && !line.trimStart().startsWith('$ commsctl'))
}

test.each([40, 200])('help fits into %i columns', async (columns) => {
  const help = await helpPages(columns)
  expect(help.filter(({exitCode, page}) => exitCode !== 0 || page === '')).toEqual([])
  expect(
    help.flatMap(({id, page}) => tooWide(page, columns).map((line) => ({id, line}))),
    'lines that do not fit',
  ).toEqual([])
})

test('help of a command has its summary, usage and examples', async () => {
  const help = new Map((await helpPages(200)).map(({id, page}) => [id, page]))
  for (const {id, shape} of commands) {
    const page = help.get(id)!
    expect(page.startsWith(`${shape.summary}\n`), id).toBe(true)
    expect(page, id).toContain(`USAGE\n  $ commsctl ${id}`)
    for (const {usage} of Object.values(shape.parameters)) expect(page, id).toContain(usage.replace('--', ''))
    for (const [title, line] of shape.examples) {
      expect(page, id).toContain(title)
      expect(page, id).toContain(`$ commsctl ${id} ${line}`.trim())
    }
  }
})

test('every topic has a line about it', () => {
  const described = {...Object.assign({}, ...Object.values(topicGroups)), ...subtopics} as Record<string, string>
  expect(topics.filter((topic) => described[topic] === undefined)).toEqual([])
})

describe('texts', () => {
  const texts = commands.flatMap(({id, shape}) => [
    {id, text: shape.summary, most: 80},
    ...Object.values(shape.parameters).map(({usage, summary}) => ({id: `${id} ${usage}`, text: summary, most: 200})),
    ...shape.examples.map(([title]) => ({id: `${id}, an example`, text: title, most: 80})),
  ])

  test('are short and end without a full stop', () => {
    expect(texts.filter(({text, most}) => text === '' || text.length > most || text.endsWith('.'))).toEqual([])
  })

  test('hold nothing that a shell would expand', () => {
    const descriptions = commands.map(({id, shape}) => ({id, text: shape.description ?? ''}))
    expect([...texts, ...descriptions].filter(({text}) => /[`$]/.test(text))).toEqual([])
  })

  test('of commands are sentences that begin with a verb, of flags fragments', () => {
    expect(commands.filter(({shape}) => !/^[A-Z][a-z]+ /.test(shape.summary)).map(({id}) => id)).toEqual([])
  })
})

test.each([
  [['--verbsoe'], 'Unknown flag --verbsoe'],
  [['media', '--prfile', 'x'], 'Did you mean --profile?'],
  [['loign'], 'Did you mean “commsctl login”?'],
])('%j is no reason for help', async (typed, said) => {
  const [world] = freshWorlds(1)
  expect(await world!.fails(2, ...typed)).toContain(said)
})
