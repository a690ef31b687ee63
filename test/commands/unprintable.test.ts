import {afterAll, beforeAll, expect, test} from 'vitest'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {SandboxWorld} from '../support/sandbox-world.ts'

const number = '+19412340001'
const change = ['numbers', 'set-reference', number, '--reference-id']

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

test('-o id of a change whose reply has no id is refused before anything is sent', async () => {
  expect(await world.fails(2, ...change, 'unsent', '-o', 'id')).toContain('-o id: these rows have no id.')
  expect(await world.json('numbers', 'get', number)).not.toMatchObject({reference_id: 'unsent'})
})

test('-o id of a batch prints what the outcomes are of', async () => {
  writeFileSync(join(world.home, 'rows.csv'), `numbers\n${number}\n`)
  const file = ['--from-file', 'rows.csv', '--reference-id', 'many']
  expect(await world.ok('numbers', 'set-reference', ...file, '-o', 'id')).toBe(number)
})

test('--jq that fails on what a change has given prints the whole of it, and says that the change is made', async () => {
  const {exitCode, stdout, stderr} = await world.run([...change, 'sent', '--jq', '.[0].foo'])
  expect(exitCode).toBe(9)
  expect(JSON.parse(stdout)).toMatchObject({reference_id: 'sent'})
  expect(JSON.parse(stderr)).toMatchObject({
    code: 'jq',
    message: expect.stringMatching(/^--jq: Cannot index .* has been carried out\.$/) as string,
    exit: 9,
  })
})

test('--jq that fails on outcomes does not lose them', async () => {
  writeFileSync(join(world.home, 'rows.csv'), `numbers\n${number}\n+19412340002\n`)
  const file = ['--from-file', 'rows.csv', '--reference-id', 'many']
  const {exitCode, stdout} = await world.run(['numbers', 'set-reference', ...file, '--jq', '.outcome'])
  expect(exitCode).toBe(9)
  expect(JSON.parse(stdout)).toMatchObject([{outcome: 'changed'}, {outcome: 'changed'}])
})

test('--jq that fails on what was only read is wrong usage', async () => {
  await world.fails(2, 'numbers', 'get', number, '--jq', '.[0].foo')
})
