import {mkdir, readdir, writeFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {deviceId} from '../../../src/lib/profile/device-id.ts'
import {tempHome} from './temp-home.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

test('callers at the same time and later get the same uuid', async () => {
  const {paths} = await tempHome()
  const ids = await Promise.all(Array.from({length: 10}, () => deviceId(paths.deviceIdFile)))
  ids.push(await deviceId(paths.deviceIdFile))
  expect(new Set(ids).size).toBe(1)
  expect(ids[0]).toMatch(uuid)
  expect(await readdir(paths.state)).toEqual(['device-id'])
})

test('a damaged file is replaced', async () => {
  const {paths} = await tempHome()
  await mkdir(paths.state, {recursive: true})
  await writeFile(paths.deviceIdFile, 'garbage')
  const id = await deviceId(paths.deviceIdFile)
  expect(id).toMatch(uuid)
  expect(await deviceId(paths.deviceIdFile)).toBe(id)
})
