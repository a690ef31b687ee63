import {expect, test} from 'vitest'
import {playWrite, reportedValues} from '../../src/sandbox/murano/play-device.ts'
import {seededMurano} from '../../src/sandbox/murano/seeded.ts'
import {freshSandbox} from './support.ts'

const {active, waiting, locked} = seededMurano.devices

test('a played device is activated when it has to be, and refused as a real one is', async () => {
  const sandbox = freshSandbox(10)
  const write = (identity: string, values: Record<string, string>, product = 'fridge') =>
    playWrite(sandbox, {product, identity, values})
  expect(await write(waiting, {temperature: '4'})).toMatchObject({
    identity: waiting,
    status: 'provisioned',
    state: {temperature: {reported: '4'}},
  })
  await expect(write(locked, {temperature: '4'})).rejects.toMatchObject({code: 'device-refused', exit: 4})
  await expect(write('nonesuch', {temperature: '4'})).rejects.toMatchObject({exit: 5})
  await expect(write(active, {temperature: 'cold'})).rejects.toMatchObject({exit: 6})
  await expect(write(active, {temperature: '4'}, 'nonesuch')).rejects.toMatchObject({code: 'unknown-product'})
})

test('values are ALIAS=VALUE, each alias once', () => {
  expect(reportedValues(['a=1', 'b=x=y', 'c='])).toEqual({a: '1', b: 'x=y', c: ''})
  expect(() => reportedValues(['a'])).toThrow('ALIAS=VALUE')
  expect(() => reportedValues(['a=1', 'a=2'])).toThrow('twice')
})
