import {afterAll, beforeAll, expect, test} from 'vitest'
import {SandboxWorld} from '../support/sandbox-world.ts'

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
