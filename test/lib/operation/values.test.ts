import {PassThrough} from 'node:stream'
import {describe, expect, it} from 'vitest'
import {InputReader} from '../../../src/lib/input/read-value.ts'
import {collectValues, complete, type Typed, type ValueSources} from '../../../src/lib/operation/values.ts'
import {Terminal} from '../../../src/lib/output/terminal.ts'
import {type Parameters} from '../../../src/lib/parameter.ts'
import {account, boolean, integer, jsons, phoneNumbers, text, user, uuid} from '../../../src/lib/parameters.ts'
import {failure} from '../client/support.ts'

function sources(own: Partial<ValueSources> = {}): ValueSources {
  const streams = {stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough()}
  return {input: new InputReader(new Terminal(streams), {}), fallback: async () => undefined, ...own}
}

const collect = (parameters: Parameters, typed: Partial<Typed>, own?: Partial<ValueSources>) =>
  collectValues(parameters, {args: {}, flags: {}, ...typed}, sources(own))

describe('values', () => {
  it('come from the command line, else from the default, else from the profile', async () => {
    const parameters = {
      account_uuid: account(),
      user_uuid: user({required: false}),
      tier: integer('--tier', 'tier', {default: 1}),
      active: boolean('--active', 'active', {default: true}),
      other: uuid('--other', 'another account'),
    }
    const fallback = async (which: string) => `the ${which}`
    expect(await collect(parameters, {}, {fallback})).toEqual({
      account_uuid: 'the account',
      user_uuid: 'the user',
      tier: 1,
      active: true,
    })
    const id = '44444444-4444-4444-8444-444444444444'
    const flags = {account: id.toUpperCase(), tier: '3', active: false}
    expect(await collect(parameters, {flags}, {fallback})).toMatchObject({account_uuid: id, tier: 3, active: false})
  })

  it('that are optional may be unknown; those that are required may not', async () => {
    const optional = await collect({user_uuid: user({required: false})}, {})
    expect(optional['user_uuid']).toBeUndefined()
    const {message, hint, exit} = await failure(collect({name: text('NAME', 'name'), user_uuid: user()}, {}))
    expect({message, exit}).toEqual({message: 'Missing NAME, --user.', exit: 2})
    expect(hint).toBe('Give --user, or set it once: commsctl config set user UUID')
  })

  it('may follow from others, and need one of several to be there', async () => {
    const derived = ({name}: Readonly<Record<string, unknown>>) => `${String(name)}-copy`
    const parameters = {
      name: text('NAME', 'name'),
      copy: text('--copy', 'copy', {derived}),
      user_uuid: uuid('--user', 'user', {orElse: ['account_uuid'], excludes: ['account_uuid']}),
      account_uuid: uuid('--account', 'account'),
    }
    const id = '44444444-4444-4444-8444-444444444444'
    const args = {name: 'a'}
    expect(await collect(parameters, {args, flags: {account: id}})).toEqual({
      name: 'a',
      copy: 'a-copy',
      account_uuid: id,
    })
    expect(await collect(parameters, {args, flags: {user: id, copy: 'b'}})).toMatchObject({copy: 'b', user_uuid: id})
    const said = async (typed: Partial<Typed>) => (await failure(collect(parameters, typed))).message
    expect(await said({args})).toBe('Missing --user or --account.')
    expect(await said({})).toBe('Missing NAME, --user or --account.')
    expect(await said({args, flags: {user: id, account: id}})).toBe('--user and --account cannot be given together.')
  })

  it('that are lists themselves are told from lists of them', async () => {
    const schema = {type: 'array', items: {type: 'object'}} as const
    const parameters = {limits: jsons('--limits', 'limits', {schema})}
    const limits = async (...typed: string[]) => (await collect(parameters, {flags: {limits: typed}}))['limits']
    expect(await limits('[{"a": 1}]')).toEqual([[{a: 1}]])
    expect(await limits('[[{"a": 1}], [{"b": 2}]]')).toEqual([[{a: 1}], [{b: 2}]])
    expect(await limits('[{"a": 1}, {"b": 2}]', '[{"c": 3}]')).toEqual([[{a: 1}, {b: 2}], [{c: 3}]])
  })

  it('of phone numbers are in E.164, each once', async () => {
    const numbers = ['+1 941 234 0001', '(941) 234-0001', '941-234-0002']
    const {tns} = await collect({tns: phoneNumbers('NUMBERS...', 'numbers')}, {args: {tns: numbers}})
    expect(tns).toEqual(['+19412340001', '+19412340002'])
  })

  it('are asked for one after another where somebody can be asked', async () => {
    const asked: string[] = []
    const ask = async ({usage}: {usage: string}) => {
      asked.push(usage)
      return usage === 'SIZE' ? '7' : 'desk'
    }
    const parameters = {size: integer('SIZE', 'size'), name: text('--name', 'name', {required: true})}
    expect(await collect(parameters, {}, {ask})).toEqual({size: 7, name: 'desk'})
    expect(asked).toEqual(['SIZE', '--name'])
  })

  it('that code hands in are completed, too, and nobody is asked', async () => {
    const parameters = {name: text('NAME', 'name'), account_uuid: account()}
    const own = {fallback: async () => 'the account'}
    expect(await complete(parameters, {name: 'desk'}, own)).toEqual({name: 'desk', account_uuid: 'the account'})
    expect((await failure(complete(parameters, {}, own))).message).toBe('Missing NAME.')
  })
})
