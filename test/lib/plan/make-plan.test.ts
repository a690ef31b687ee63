import {describe, expect, test} from 'vitest'
import {type JsonObject} from '../../../src/lib/client/wire.ts'
import {type Entry, type Existing, type Kind, type Planning} from '../../../src/lib/plan/kind.ts'
import {makePlan} from '../../../src/lib/plan/make-plan.ts'
import {stepsOf} from '../../../src/lib/plan/steps.ts'

const calls = {}

/** Boxes hold things by name; labels are made anew where they differ. */
function kindsWith(there: Record<string, Existing[]>): Kind[] {
  const base = {calls, fields: {}, needed: [], create: async () => [], remove: async () => undefined} as const
  return [
    {...base, section: 'things', noun: 'thing', key: 'name', id: 'uuid', read: async () => there['things'] ?? []},
    {
      ...{...base, section: 'boxes', noun: 'box', key: 'name', refers: {holds: 'things'}, sets: ['holds']},
      ...{change: async () => undefined, fixed: ['size'], read: async () => there['boxes'] ?? []},
    },
    {...base, section: 'labels', noun: 'label', key: 'name', replaced: true, read: async () => there['labels'] ?? []},
  ]
}

function thing(key: string, id: string, fields: JsonObject = {}): Existing {
  return {key, id, fields: {name: key, ...fields}}
}

function planOf(there: Record<string, Existing[]>, wanted: Record<string, JsonObject[]>, prune = false) {
  const kinds = kindsWith(there)
  const planning = {
    account: 'a',
    existing: async (section: string) => there[section] ?? [],
    kindOf: (section: string) => kinds.find((kind) => kind.section === section),
  } as unknown as Planning
  const sections = Object.entries(wanted).map(([section, entries]): [string, Entry[]] => [
    section,
    entries.map((fields, at) => ({fields, at: `${section}[${at}]`})),
  ])
  return makePlan(kinds, new Map(sections), planning, {prune})
}

async function shortly(plan: ReturnType<typeof planOf>): Promise<string[]> {
  return (await plan).map(({action, kind, key}) => `${action} ${kind.noun} ${key}`)
}

describe('a plan', () => {
  test('is empty where all that the file names is there, whatever else is', async () => {
    const there = {
      boxes: [thing('one', '1', {size: 3, holds: ['b', 'a']}), thing('two', '2')],
      things: [thing('a', 'A'), thing('b', 'B')],
    }
    expect(await shortly(planOf(there, {boxes: [{name: 'one', holds: ['a', 'b']}]}))).toEqual([])
  })

  test('creates, changes, replaces, and with prune releases only in sections of the file', async () => {
    const there = {
      boxes: [thing('one', '1', {color: 'red'}), thing('old', '2')],
      labels: [thing('tag', '3', {text: 'x'})],
      things: [thing('kept', 'K')],
    }
    const wanted: Record<string, JsonObject[]> = {
      boxes: [{name: 'one', color: 'blue'}, {name: 'new'}],
      labels: [{name: 'tag', text: 'y'}],
    }
    const changes = ['change box one', 'create box new', 'replace label tag']
    expect(await shortly(planOf(there, wanted))).toEqual(changes)
    expect(await shortly(planOf(there, wanted, true))).toEqual([
      'change box one',
      'create box new',
      'release box old',
      'replace label tag',
    ])
  })

  test('is refused where a name means several, and made where the entry says which', async () => {
    const there = {things: [thing('same', '1'), thing('same', '2')]}
    await expect(planOf(there, {things: [{name: 'same'}]})).rejects.toMatchObject({
      ...{code: 'ambiguous-name', exit: 2, message: 'things[0]: there are 2 of the name “same”: 1, 2.'},
      hint: 'Say which one is meant: uuid: 1',
    })
    expect(await shortly(planOf(there, {things: [{name: 'same', uuid: '2'}]}))).toEqual([])
    await expect(planOf(there, {boxes: [{name: 'one', holds: ['same']}]})).rejects.toMatchObject({
      code: 'ambiguous-name',
    })
  })

  test('takes the account’s own before what others have under the same name', async () => {
    const there = {things: [{...thing('same', '1'), isOthers: true}, thing('same', '2')]}
    expect(await shortly(planOf(there, {things: [{name: 'same'}]}))).toEqual([])
    expect(await shortly(planOf({things: [there.things[0]!]}, {things: []}, true))).toEqual([])
  })

  test('names all that is wrong at once: what is twice, what refers to nothing, what cannot be changed', async () => {
    const there = {boxes: [thing('one', '1', {size: 3})]}
    const wanted: Record<string, JsonObject[]> = {
      boxes: [{name: 'one', size: 4}, {name: 'two', holds: ['nothing']}, {name: 'two'}],
    }
    const error = await planOf(there, wanted).catch((caught: unknown) => caught as {details: string[]})
    expect((error as {details: string[]}).details).toEqual([
      'boxes[0]: size of a box cannot be changed, and it is not deleted to be made anew.',
      'boxes[1].holds: there is no “nothing” among things.',
      'boxes[2] is the same box as boxes[1]: two.',
    ])
  })
})

describe('steps', () => {
  test('of what is made come before what refers to it, and what refers to it lets go before it is released', async () => {
    const steps = stepsOf(await planOf({}, {boxes: [{name: 'one', holds: ['a']}], things: [{name: 'a'}, {name: 'b'}]}))
    const box = steps.find(({kind}) => kind.section === 'boxes')!
    expect([...box.needs].map(({changes}) => changes[0]!.key)).toEqual(['a'])

    const there = {boxes: [thing('one', '1', {holds: ['a']})], things: [thing('a', 'A')]}
    const letting = stepsOf(await planOf(there, {boxes: [{name: 'one', holds: []}], things: []}, true))
    const release = letting.find(({action}) => action === 'release')!
    expect([...release.needs].map(({action, changes}) => `${action} ${changes[0]!.key}`)).toEqual(['change one'])
  })
})
