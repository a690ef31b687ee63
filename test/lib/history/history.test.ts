import {execa} from 'execa'
import {mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {addToHistory, readHistory} from '../../../src/lib/history/history-file.ts'
import {maskedArguments, type Token, withoutValues} from '../../../src/lib/history/masked-arguments.ts'
import {parameter} from '../../../src/lib/parameter.ts'
import {boolean, secret, text, uuid} from '../../../src/lib/parameters.ts'
import {entryAt} from './entry.ts'

const temporary = () => {
  const folder = mkdtempSync(join(tmpdir(), 'commsctl-history-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  return join(folder, 'history')
}

describe('the history', () => {
  test('is kept for 30 days, and its entries keep their numbers', () => {
    const folder = temporary()
    for (const day of ['2026-01-01', '2026-01-01', '2026-01-20', '2026-02-05'])
      addToHistory(folder, entryAt(day, `of ${day}`))
    expect(readHistory(folder).map(({number, command}) => [number, command])).toEqual([
      [4, 'of 2026-02-05'],
      [3, 'of 2026-01-20'],
    ])
    addToHistory(folder, entryAt('2026-04-01', 'later'))
    expect(readHistory(folder).map(({number}) => number)).toEqual([5])
  })

  test('belongs to its owner', () => {
    const folder = temporary()
    addToHistory(folder, entryAt('2026-01-01', 'x'))
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600])
  })

  test('loses nothing when many processes add to it', async () => {
    const folder = temporary()
    const script = join(import.meta.dirname, 'add-many.ts')
    const add = (name: string) => execa(process.execPath, ['--import', 'tsx', script, folder, name, '100'])
    await Promise.all(['a', 'b', 'c'].map(add))
    const entries = readHistory(folder)
    expect(entries).toHaveLength(300)
    expect(new Set(entries.map(({command}) => command)).size).toBe(300)
  })
})

describe('what is kept of a command line', () => {
  const parameters = {
    token: uuid('TOKEN', 'token'),
    name: text('--name', 'name'),
    pin: secret('--pin', 'pin'),
    body: parameter('--body', 'body', {}, {kind: 'body', check: (typed) => typed}),
    force: boolean('--force', 'force'),
  }
  const arg = (input: string): Token => ({type: 'arg', input})
  const flag = (name: string, input: string): Token => ({type: 'flag', flag: name, input})
  const kept = (...tokens: Token[]) => maskedArguments(tokens, parameters).join(' ')

  test('are its words, without secrets by kind and by name', () => {
    expect(kept(arg('CANARY'), flag('name', 'Ada'), flag('force', '--no-force'))).toBe('*** --name Ada --no-force')
    expect(kept(flag('pin', 'CANARY'), flag('force', '--force'))).toBe('--pin *** --force')
    expect(kept(flag('field', 'a.password=CANARY'), flag('field', 'b=1'))).toBe('--field a.password=*** --field b=1')
    expect(kept(flag('field', 'a={"secret":"CANARY"}'))).toBe('--field a={"secret":"***"}')
    expect(kept(flag('body', '{"client_secret":"CANARY","n":1}'))).toBe('--body {"client_secret":"***","n":1}')
    expect(kept(flag('name', 'https://a.example/?token=CANARY'))).toBe('--name https://a.example/?token=***')
  })

  test('has no value of a setting that is a secret, and no words too many', () => {
    const setting = {key: text('KEY', 'setting'), value: text('VALUE', 'value'), name: text('--name', 'name')}
    const keptOf = (...tokens: Token[]) => maskedArguments(tokens, setting).join(' ')
    for (const key of ['token', 'password', 'basic_token', 'basic-token', 'murano_token', 'murano_password']) {
      expect(keptOf(arg(key), flag('name', 'Ada'), arg('CANARY'))).toBe(`${key} --name Ada ***`)
      expect(keptOf(arg(`${key}=CANARY`))).toBe(`${key}=***`)
    }
    expect(keptOf(arg('account'), arg('a'), arg('CANARY'), arg('@CANARY'))).toBe('account a *** ***')
    expect(keptOf(arg('token'), arg('env:TOKEN'))).toBe('token env:TOKEN')
  })

  test('says where a secret came from', () => {
    expect(kept(flag('pin', '-'), flag('pin', 'env:PIN'), flag('body', '@file'))).toBe(
      '--pin - --pin env:PIN --body @file',
    )
  })

  test('has switches as they were typed', () => {
    expect(kept(flag('yes', '-y'), flag('debug', '--debug'), flag('output', 'json'))).toBe('-y --debug --output json')
  })

  test('has no values where it was not understood', () => {
    expect(withoutValues(['--pasword', 'CANARY', '--pin=CANARY', '-y'])).toEqual([
      '--pasword',
      '***',
      '--pin=***',
      '-y',
    ])
  })
})
