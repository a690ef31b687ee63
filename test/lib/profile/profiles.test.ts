import {expect, test} from 'vitest'
import {readConfig} from '../../../src/lib/profile/config-file.ts'
import {deleteProfile, saveGlobalSetting, saveProfile, useProfile} from '../../../src/lib/profile/profiles.ts'
import {createSecretStore} from '../../../src/lib/profile/secrets.ts'
import {tempHome} from './temp-home.ts'

async function home() {
  const {paths} = await tempHome()
  const store = createSecretStore({paths, mode: 'file', note: () => undefined})
  return {paths, store, config: () => readConfig(paths.configFile)}
}

test('fields are set, changed and taken out one by one', async () => {
  const {paths, config} = await home()
  await saveProfile(paths, 'prod', {api_host: 'https://a.example/', account: 'a-1', user: 'u-1'})
  await saveProfile(paths, 'prod', {account: 'a-2', user: undefined})
  expect(config().profiles).toEqual({prod: {api_host: 'https://a.example', account: 'a-2'}})
})

test.each(['', '.x', '-x', 'a b', 'a/b', 'x'.repeat(65), '__proto__', 'ü'])('%j cannot be a profile', async (name) => {
  const {paths, config} = await home()
  expect(() => saveProfile(paths, name, {})).toThrow(expect.objectContaining({exit: 2}))
  expect(config().profiles).toEqual({})
})

test.each(['constructor', 'a', 'A.b_c-9', 'x'.repeat(64)])('%s can be a profile', async (name) => {
  const {paths, config} = await home()
  await saveProfile(paths, name, {account: 'a-1'})
  expect(config().profiles[name]).toEqual({account: 'a-1'})
})

test('a host that cannot be used is not stored', async () => {
  const {paths} = await home()
  expect(() => saveProfile(paths, 'prod', {api_host: 'http://a.example'})).toThrow(expect.objectContaining({exit: 2}))
})

test('a profile in use that is deleted takes its secrets along and is no longer the current one', async () => {
  const {paths, store, config} = await home()
  await saveProfile(paths, 'prod', {})
  await useProfile(paths, 'prod')
  await store.set('prod', {basic_token: {value: 'x', origins: []}})
  await deleteProfile(paths, store, 'prod')
  expect(config()).toEqual({version: 1, profiles: {}, settings: {}})
  expect(await store.get('prod', 'basic_token')).toBeUndefined()
})

test('an unknown profile is neither used nor deleted', async () => {
  const {paths, store} = await home()
  await saveProfile(paths, 'prod', {})
  const failure = {exit: 2, message: expect.stringContaining('Did you mean prod?') as string}
  await expect(useProfile(paths, 'prd')).rejects.toMatchObject(failure)
  await expect(deleteProfile(paths, store, 'prd')).rejects.toMatchObject(failure)
})

test('the sandbox holds an account, but its hosts stay and it cannot be deleted', async () => {
  const {paths, store, config} = await home()
  await saveProfile(paths, 'sandbox', {account: 'a-1', output: 'json'})
  await useProfile(paths, 'sandbox')
  expect(config()).toMatchObject({current: 'sandbox', profiles: {sandbox: {account: 'a-1', output: 'json'}}})
  expect(() => saveProfile(paths, 'sandbox', {auth_host: 'https://a.example'})).toThrow(/cannot be changed/)
  await expect(deleteProfile(paths, store, 'sandbox')).rejects.toMatchObject({exit: 2})
})

test('global settings are checked, stored and taken back', async () => {
  const {paths, config} = await home()
  await saveGlobalSetting(paths, 'secret-store', 'file')
  expect(config().settings).toEqual({'secret-store': 'file'})
  await saveGlobalSetting(paths, 'secret-store', undefined)
  expect(config().settings).toEqual({})
  expect(() => saveGlobalSetting(paths, 'secret-store', 'cloud')).toThrow(/"cloud" is no value/)
  expect(() => saveGlobalSetting(paths, 'colour', 'red')).toThrow(/no setting "colour"/)
})
