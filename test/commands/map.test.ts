import {afterAll, beforeAll, expect, test} from 'vitest'
import {type CommandEntry} from '../../src/lib/map/command-entry.ts'
import {loadCommands} from '../../src/lib/catalogue.ts'
import {join} from 'node:path'
import {SandboxWorld} from '../support/sandbox-world.ts'
import {root} from '../support/world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

test('the map has every command', async () => {
  const entries = await world.json<CommandEntry[]>('map')
  const commands = await loadCommands(join(root, 'src/commands'), '.ts')
  expect(entries.map(({command}) => command).sort()).toEqual(commands.map(({id}) => id).sort())
})

test('an entry has all that can be typed, what is sent, and what it does', async () => {
  const entries = await world.json<CommandEntry[]>('map', 'numbers')
  const entry = entries.find(({command}) => command === 'numbers release')
  expect(entry).toMatchObject({
    summary: 'Release numbers from an account or user',
    arguments: [{name: 'NUMBERS', kind: 'phone', required: true, repeats: true}],
    nature: ['changes', 'destructive'],
    calls: [{operation: 'Numbers.deprovisionNumbers', request: 'POST /sms/deprovision'}],
    reply: {kind: 'outcomes', columns: ['number', 'outcome', 'message'], id: 'number'},
    examples: [{title: 'One number', command: 'commsctl numbers release +19412340002'}],
  })
  expect(entry?.flags.find(({name}) => name === 'account')).toMatchObject({takesValue: true, kind: 'uuid'})
  expect(entry?.flags.find(({name}) => name === 'output')).toMatchObject({takesValue: true, char: 'o'})
})

test('a topic that there is not names the near one', async () => {
  expect(await world.fails(2, 'map', 'nubmers')).toContain('Did you mean numbers?')
})

test('commands are found by one of several natures', async () => {
  const entries = await world.json<CommandEntry[]>('map', '--where', 'nature=billable')
  expect(entries.length).toBeGreaterThan(3)
  expect(entries.filter(({nature}) => !nature.includes('billable'))).toEqual([])
})
