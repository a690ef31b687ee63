import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {wholeBody} from '../../../src/lib/body-parameter.ts'
import {resolveCommand} from '../../../src/lib/command-files.ts'
import {bytes, empty, list, object, plainText, type Shape} from '../../../src/lib/operation/declaration.ts'
import {filters, integer, text, texts} from '../../../src/lib/parameters.ts'
import {surfaceOf} from '../../../src/lib/surface.ts'
import {fixture} from './program.ts'

const shape = (own: Partial<Shape>): Shape => ({summary: 'A command', parameters: {}, examples: [], ...own})
const flagsOf = (own: Partial<Shape>) => Object.keys(surfaceOf(shape(own)).flags)
const online = ['profile', 'timeout', 'debug', 'include', 'har', 'trace-id']

describe('the flags of a command', () => {
  it('follow from what it replies and does', () => {
    const columns = {columns: []}
    expect(flagsOf({reply: empty('Done.')})).toEqual(['output', 'jq', ...online])
    expect(flagsOf({reply: plainText()})).toEqual(['output', 'jq', 'watch', 'until', ...online])
    expect(flagsOf({reply: bytes()})).toEqual(['out', 'overwrite', ...online])
    expect(flagsOf({reply: object({...columns, pending: true})})).toEqual([
      'wait',
      'output',
      'jq',
      'columns',
      'watch',
      'until',
      ...online,
    ])
    const rows = ['output', 'jq', 'columns', 'sort-by', 'where', 'watch', 'until', ...online]
    expect(flagsOf({reply: list({...columns, noun: 'rows'})})).toEqual(['limit', 'all', 'offset', ...rows])
    expect(flagsOf({reply: list({...columns, noun: 'rows', paging: {limit: 'max'}})})).toEqual([
      'limit',
      'all',
      ...rows,
    ])
    expect(flagsOf({reply: list({...columns, noun: 'rows', paging: 'none'})})).toEqual(['limit', 'all', ...rows])
    expect(flagsOf({effect: {changes: 'x'}, online: false})).toEqual(['yes'])
    const local = ['output', 'jq', 'columns', 'watch', 'until', 'timeout']
    expect(flagsOf({reply: object(columns), online: false})).toEqual(local)
    expect(flagsOf({reply: object(columns), goesOn: true})).toEqual(['output', 'jq', 'columns', ...online])
  })

  it('follow from its parameters, in their order; an array has no -F', () => {
    const parameters = {
      id: text('ID', 'id'),
      names: texts('NAMES...', 'names'),
      tags: texts('--tag', 'tag'),
      filter: filters(),
      tier: integer('--tier', 'tier', {default: 1}),
      body: wholeBody('all'),
    }
    const {args, flags} = surfaceOf(shape({parameters, online: false}))
    expect(Object.values(args).map(({name, multiple}) => [name, multiple])).toEqual([
      ['ID', false],
      ['NAMES', true],
    ])
    expect(Object.keys(flags)).toEqual(['tag', 'filter', 'tier', 'body', 'field', 'edit', 'template'])
    expect(flags['tier']?.description).toBe('[default: 1] tier')
    expect(flagsOf({parameters: {body: wholeBody('all', {items: {}})}, online: false})).toEqual([
      'body',
      'edit',
      'template',
    ])
  })
})

describe('the words of a command line', () => {
  it('name the longest command there is; the rest are its arguments', () => {
    const folder = mkdtempSync(join(tmpdir(), 'commsctl-commands-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    mkdirSync(join(folder, 'a/b'), {recursive: true})
    for (const file of ['a.ts', 'a/list.ts', 'a/b/c.ts']) writeFileSync(join(folder, file), '')
    const resolve = (line: string) => {
      const {id, file, rest} = resolveCommand(line.split(' '), folder, '.ts')
      return [id, file?.slice(folder.length + 1), rest.join(' ')]
    }
    expect(resolve('a list x')).toEqual(['a list', 'a/list.ts', 'x'])
    expect(resolve('a b c d')).toEqual(['a b c', 'a/b/c.ts', 'd'])
    expect(resolve('a lost')).toEqual(['a', 'a.ts', 'lost'])
    expect(resolve('a --x list')).toEqual(['a', 'a.ts', '--x list'])
    expect(resolve('x y')).toEqual(['', undefined, 'x y'])
    expect(resolve('../a list')).toEqual(['', undefined, '../a list'])
  })
})

describe('help', () => {
  it('shows a command, a topic and the whole program, without a server', async () => {
    const {server, run} = await fixture()
    const [command, topic, bare, root] = await Promise.all([
      run(['bodies', 'whole', '--help']),
      run(['lists', '--help']),
      run(['lists']),
      run(['--help']),
    ])
    for (const {exitCode, stderr} of [command, topic, bare, root]) expect([exitCode, stderr]).toEqual([0, ''])
    expect(command.stdout).toContain('commsctl bodies whole ID --body JSON|@FILE|- [FLAGS]')
    expect(command.stdout).toContain('-F, --field=PATH=VALUE')
    expect(topic.stdout).toMatch(/lists all +List things/)
    expect(bare.stdout).toBe(topic.stdout)
    expect(root.stdout).toContain('LEARN MORE')
    expect(server.seen).toEqual([])
  })
})
