import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type CommandEntry} from '../../src/lib/map/command-entry.ts'
import {commandsOfCall} from '../../src/lib/map/commands-of-call.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'
import {root} from '../support/world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

/** Up to three commands that are found, best first. */
async function found(words: string): Promise<string[]> {
  return (await world.ok('search', ...words.split(' '), '-o', 'id', '--limit', '3')).split('\n')
}

test.each([
  ['buy a number', 'numbers provision'],
  ['release numbers', 'numbers release'],
  ['reset password', 'identities password reset'],
  ['create user', 'identities create'],
  ['send SMS', 'sms send'],
  ['Delete a Brand', '10dlc brands delete'],
  ['createCampaign', '10dlc campaigns register'],
  ['Lambda.invokeLambda', 'lambdas invoke'],
  ['startworkflowflat', 'workflows start'],
  ['log in', 'login'],
  ['numers relase', 'numbers release'],
  ['MrMurano usage', 'murano usage'],
  ['murano application create', 'murano solutions create'],
  ['mrmurano eventhandler list', 'murano handlers list'],
])('“%s” finds %s first', async (words, command) => {
  expect((await found(words))[0]).toBe(command)
})

test('commands with some of the words are found where none has all', async () => {
  expect(await found('brand zebra')).toContain('10dlc brands get')
})

test('what nothing does finds nothing', async () => {
  expect(await world.json('search', 'zebra')).toEqual([])
})

/** Every call of public clients, with its command. */
const calls = JSON.parse(readFileSync(join(root, 'test/contract/calls.json'), 'utf8')) as Record<
  'operation' | 'command',
  string
>[]

test('every call of public clients has a command that is found first', async () => {
  const entries = await world.json<CommandEntry[]>('map')
  const first = calls.map(({operation}) => ({operation, command: commandsOfCall(entries, operation)[0]?.command}))
  expect(first).toEqual(calls.map(({operation, command}) => ({operation, command})))
})

test('the name of a function alone finds the commands of all calls of that name', async () => {
  const entries = await world.json<CommandEntry[]>('map')
  const late = calls.filter(({operation, command}) => {
    const found = commandsOfCall(entries, operation.split('.')[1]!)
    return !found.some((entry) => entry.command === command)
  })
  expect(late).toEqual([])
})
