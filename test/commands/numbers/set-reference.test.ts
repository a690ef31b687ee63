import {afterAll, beforeAll, expect, test} from 'vitest'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

test('the reference id is on the number from then on, with its note', async () => {
  await world.ok('numbers', 'set-reference', '+19412340001', '--reference-id', 'desk', '--reference-text', 'Front')
  expect(await world.json('numbers', 'get', '+19412340001')).toMatchObject({
    reference_id: 'desk',
    reference_text: 'Front',
  })
})

test('a number of somebody else is not found', async () => {
  await world.fails(5, 'numbers', 'set-reference', '+19412350001', '--reference-id', 'desk')
})
