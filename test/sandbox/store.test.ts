import {once} from 'node:events'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {execa} from 'execa'
import {describe, expect, onTestFinished, test} from 'vitest'
import {Database} from '../../src/sandbox/database.ts'
import {openSandbox} from '../../src/sandbox/sandbox.ts'
import {Store} from '../../src/sandbox/store.ts'
import {freshSandbox, temporaryFolder} from './support.ts'

function run(script: string, ...parameters: string[]) {
  const path = join(import.meta.dirname, 'processes', script)
  return execa('node', ['--import', 'tsx', path, ...parameters])
}

describe('durability', () => {
  test('everything that a process reported done survives its being killed in the middle of writing', async () => {
    const file = join(temporaryFolder(), 'sandbox.db')
    const writer = run('write-forever.ts', file)
    writer.catch(() => undefined)
    let reported = ''
    writer.stdout.on('data', (chunk: Buffer) => (reported += chunk.toString()))
    while (reported.split('\n').length < 50) await once(writer.stdout, 'data')
    writer.kill('SIGKILL')
    const {signal} = await writer.then(
      () => ({signal: undefined}),
      (error: {signal?: string}) => ({signal: error.signal}),
    )
    expect(signal).toBe('SIGKILL')

    const sandbox = openSandbox({file})
    onTestFinished(() => sandbox.close())
    const notes = sandbox.store.collection<{id: string}>({name: 'notes', id: 'id', indexes: []})
    const ids = reported.split('\n').slice(0, -1)
    expect(ids.length).toBeGreaterThan(40)
    expect(ids.filter((id) => !notes.get(id))).toEqual([])
    expect(sandbox.status().counts.accounts).toBe(8)
    expect(sandbox.store.db.value('PRAGMA integrity_check')).toBe('ok')
  })

  test('processes that open a new sandbox together seed it once and never take the same number twice', async () => {
    const file = join(temporaryFolder(), 'sandbox.db')
    const runs = await Promise.all(['a', 'b', 'c', 'd'].map((name) => run('take-all.ts', file, name)))
    const taken = runs.flatMap(({stdout}) => JSON.parse(stdout) as string[])
    expect(new Set(taken).size).toBe(taken.length)
    expect(taken).toHaveLength(386)

    const sandbox = openSandbox({file})
    onTestFinished(() => sandbox.close())
    expect(sandbox.status().counts.numbers).toEqual({total: 400, provisioned: 400})
    expect(sandbox.store.setting('counter')).toBe(386)
  })
})

describe('files that are not ours', () => {
  test('a file of a newer schema is refused and stays as it is', async () => {
    const file = join(temporaryFolder(), 'sandbox.db')
    const sandbox = openSandbox({file, numbers: 10})
    sandbox.store.setSetting('schema', 999)
    await sandbox.close()
    const before = readFileSync(file)
    expect(() => openSandbox({file})).toThrow(/newer version of commsctl \(schema 999/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a file that is no database is refused and stays as it is', () => {
    const file = join(temporaryFolder(), 'notes.txt')
    writeFileSync(file, 'these are my notes, not a database\n'.repeat(100))
    expect(() => openSandbox({file})).toThrow(`${file} is not a sandbox file.`)
    expect(readFileSync(file, 'utf8')).toMatch(/^these are my notes/)
  })

  test('a database of another program is refused', () => {
    const file = join(temporaryFolder(), 'other.db')
    const other = new Database(file)
    other.execute('CREATE TABLE songs (title TEXT)')
    other.close()
    expect(() => openSandbox({file})).toThrow('is not a sandbox file')
  })
})

interface Pet {
  name: string
  kind: string
  age: number
  tame: boolean
  owner?: {name: string}
}

const pets = {name: 'pets', id: 'name', indexes: ['kind', 'owner.name']} as const

function petStore() {
  const store = new Store(join(temporaryFolder(), 'sandbox.db'))
  onTestFinished(() => store.close())
  const collection = store.collection<Pet>(pets)
  collection.put({name: 'Rex', kind: 'dog', age: 3, tame: true, owner: {name: 'Ann'}})
  collection.put({name: 'Tom', kind: 'cat', age: 5, tame: false})
  collection.put({name: 'Kit', kind: 'cat', age: 5, tame: true, owner: {name: 'Bob'}})
  return {store, collection}
}

describe('collections', () => {
  test.each([
    [{where: {kind: 'cat'}}, ['Tom', 'Kit']],
    [{where: {kind: 'cat', tame: true}}, ['Kit']],
    [{where: {'owner.name': 'Ann'}}, ['Rex']],
    [{where: {owner: null}}, ['Tom']],
    [{where: {kind: ['dog', 'bird']}}, ['Rex']],
    [{where: {kind: []}}, []],
    [{anyOf: {name: 'Rex', age: 5}}, ['Rex', 'Tom', 'Kit']],
    [{where: {tame: true}, anyOf: {name: 'Tom', age: 5}}, ['Kit']],
    [{}, ['Rex', 'Tom', 'Kit']],
  ])('%j finds %j', (query, names) => {
    const {collection} = petStore()
    expect(collection.find(query).map((pet) => pet.name)).toEqual(names)
    expect(collection.count(query)).toBe(names.length)
  })

  test('a condition on an indexed path uses the index', () => {
    const {store} = petStore()
    const plan = store.db.rows<{detail: string}>(
      "EXPLAIN QUERY PLAN SELECT body FROM items_pets WHERE json_extract(body, '$.kind') = ? ORDER BY seq",
      ['cat'],
    )
    expect(plan.map((step) => step.detail).join()).toContain('items_pets_by_kind')
  })

  test('a changed record keeps its place, and its id is there once', () => {
    const {collection} = petStore()
    collection.update('Tom', (pet) => ({...pet, age: 6}))
    expect(collection.find().map((pet) => [pet.name, pet.age])).toEqual([
      ['Rex', 3],
      ['Tom', 6],
      ['Kit', 5],
    ])
    expect(collection.add({name: 'Tom', kind: 'fish', age: 1, tame: false})).toBe(false)
    expect(collection.get('Tom')?.kind).toBe('cat')
  })

  test('nothing of a transaction that throws is kept', () => {
    const {store, collection} = petStore()
    const failing = () =>
      store.transaction(() => {
        collection.delete('Rex')
        store.transaction(() => collection.delete('Tom'))
        throw new Error('changed my mind')
      })
    expect(failing).toThrow('changed my mind')
    expect(collection.count()).toBe(3)
  })

  test('a collection that was first used in a transaction that throws can be used afterwards', () => {
    const {store} = petStore()
    const toys = {name: 'toys', id: 'name', indexes: []} as const
    const failing = () =>
      store.transaction(() => {
        store.collection<{name: string}>(toys).put({name: 'ball'})
        throw new Error('changed my mind')
      })
    expect(failing).toThrow('changed my mind')
    expect(store.collection<{name: string}>(toys).add({name: 'ball'})).toBe(true)
  })

  test('pages add up to the whole, and totals follow what is written in between', () => {
    const {collection} = petStore()
    for (let index = 0; index < 1000; index++) {
      collection.put({name: `pet ${index}`, kind: 'bee', age: index, tame: false})
    }
    const seen: number[] = []
    for (const offset of [0, 300, 100, 200, 400, 500, 600, 900, 800, 700]) {
      const page = collection.page({where: {kind: 'bee'}}, {offset, limit: 100})
      expect(page.total).toBe(1000)
      seen.push(...page.items.map((pet) => pet.age))
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({length: 1000}, (_, index) => index))
    collection.delete('pet 0')
    const page = collection.page({where: {kind: 'bee'}}, {offset: 100, limit: 2})
    expect([page.total, ...page.items.map((pet) => pet.age)]).toEqual([999, 101, 102])
    expect(collection.page({where: {kind: 'bee'}}, {offset: 999, limit: 10})).toEqual({total: 999, items: []})
  })

  test('what another connection writes shows at once, in totals and pages', () => {
    const {store, collection} = petStore()
    expect(collection.page({}, {offset: 0, limit: 2}).total).toBe(3)
    const other = new Store(store.file)
    onTestFinished(() => other.close())
    other.collection<Pet>(pets).delete('Rex')
    const page = collection.page({}, {offset: 0, limit: 2})
    expect([page.total, ...page.items.map((pet) => pet.name)]).toEqual([2, 'Tom', 'Kit'])
  })
})

describe('the number inventory', () => {
  test('a number is taken once, shows with its owner, and can be sold again', () => {
    const {store} = freshSandbox()
    const [number = ''] = store.numbers.available({state: 'FL', rate_center: 'SARASOTA', npa: 941, tier: 1}, 1)
    expect(store.numbers.provision(number, {account_uuid: 'a', is_campaign: true}, 5)).toBe(true)
    expect(store.numbers.provision(number, {account_uuid: 'b'}, 6)).toBe(false)
    expect(store.numbers.available({npa: 941, tier: 1}, 1000)).not.toContain(number)
    store.numbers.update(number, {help_text: 'call us'})
    expect(store.numbers.provisioned({account_uuid: 'a'}, {offset: 0, limit: 10})).toMatchObject({
      total: 1,
      items: [{number, account_uuid: 'a', is_campaign: true, help_text: 'call us', provisioned_at: 5, provider: null}],
    })
    expect(store.numbers.release(number)).toBe(true)
    expect(store.numbers.release(number)).toBe(false)
    expect(store.numbers.get(number)).toMatchObject({account_uuid: null, help_text: null, provisioned_at: null})
  })

  test('numbers that are not there are neither taken nor changed', () => {
    const {numbers} = freshSandbox().store
    expect(numbers.provision('+19990000000', {}, 1)).toBe(false)
    expect(numbers.update('+19412340100', {help_text: 'x'})).toBe(false)
    expect(numbers.get('+19990000000')).toBeUndefined()
  })
})
