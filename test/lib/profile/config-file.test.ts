import {chmod, mkdir, readFile, stat, symlink, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {readConfig, updateConfig} from '../../../src/lib/profile/config-file.ts'
import {tempHome} from './temp-home.ts'

const empty = {version: 1, profiles: {}, settings: {}}

async function homeWith(content: string) {
  const {paths} = await tempHome()
  await mkdir(paths.config, {recursive: true})
  await writeFile(paths.configFile, content, {mode: 0o600})
  return paths.configFile
}

test('without a file the configuration is empty, and reading makes none', async () => {
  const {paths} = await tempHome()
  expect(readConfig(paths.configFile)).toEqual(empty)
  await expect(stat(paths.config)).rejects.toThrow('ENOENT')
})

test('what is written is read again, from a file that only its owner may read', async () => {
  const {paths} = await tempHome()
  await updateConfig(paths.configFile, (config) => {
    config.profiles.prod = {account: 'a-1'}
    config.current = 'prod'
  })
  expect(readConfig(paths.configFile)).toEqual({...empty, current: 'prod', profiles: {prod: {account: 'a-1'}}})
  expect((await stat(paths.configFile)).mode & 0o777).toBe(0o600)
  expect((await stat(paths.config)).mode & 0o777).toBe(0o700)
})

test('changes made at the same time are all kept', async () => {
  const {paths} = await tempHome()
  const names = Array.from({length: 8}, (_, index) => `p${index}`)
  await Promise.all(
    names.map((name) =>
      updateConfig(paths.configFile, (config) => {
        config.profiles[name] = {}
      }),
    ),
  )
  expect(Object.keys(readConfig(paths.configFile).profiles).sort()).toEqual(names)
})

test('fields, settings and entries of other versions survive a change', async () => {
  const known = {version: 1, profiles: {prod: {colour: 'red', extra: {a: 1}}}, settings: {later: 'on'}, more: [1]}
  const file = await homeWith(JSON.stringify(known))
  await updateConfig(file, (config) => {
    config.current = 'prod'
  })
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({...known, current: 'prod'})
})

test('a linked config file stays a link', async () => {
  const {paths} = await tempHome()
  const target = join(dirname(paths.config), 'dotfiles.json')
  await mkdir(paths.config, {recursive: true})
  await writeFile(target, JSON.stringify(empty))
  await symlink(target, paths.configFile)
  await updateConfig(paths.configFile, (config) => {
    config.current = 'sandbox'
  })
  expect(JSON.parse(await readFile(target, 'utf8'))).toMatchObject({current: 'sandbox'})
})

test.each([
  ['broken JSON', '{\n  "version": 1,\n  "profiles": {"prod": }\n}', /line 3, column 24/],
  ['an empty file', '', /line 1, column 1/],
  ['no object', '[]', /JSON object/],
  ['no version', '{}', /"version"/],
  ['a newer version', '{"version": 2, "profiles": {}}', /newer commsctl: it has version 2/],
  ['an impossible version', '{"version": 0}', /version 0/],
  ['a wrong current', '{"version": 1, "current": 7}', /"current"/],
  ['profiles that are a list', '{"version": 1, "profiles": []}', /"profiles"/],
  ['a profile that is text', '{"version": 1, "profiles": {"prod": "x"}}', /"profiles.prod"/],
  ['a field that is a number', '{"version": 1, "profiles": {"prod": {"account": 7}}}', /"profiles.prod.account"/],
  ['a profile with a bad name', '{"version": 1, "profiles": {"__proto__": {}}}', /"__proto__"/],
  ['settings that are text', '{"version": 1, "settings": "x"}', /"settings"/],
  ['a setting with a wrong value', '{"version": 1, "settings": {"secret-store": "cloud"}}', /"settings.secret-store"/],
])('%s is an error that names the file and the place, and nothing is overwritten', async (_, content, place) => {
  const file = await homeWith(content)
  const failure = expect.objectContaining({
    exit: 2,
    message: expect.stringMatching(place) as string,
    hint: expect.any(String) as string,
  }) as Error
  expect(() => readConfig(file)).toThrow(failure)
  expect(() => readConfig(file)).toThrow(file)
  await expect(updateConfig(file, () => undefined)).rejects.toThrow(failure)
  expect(await readFile(file, 'utf8')).toBe(content)
})

test('a read-only file is not replaced', async () => {
  const content = JSON.stringify(empty)
  const file = await homeWith(content)
  await chmod(file, 0o400)
  const change = updateConfig(file, (config) => {
    config.current = 'sandbox'
  })
  await expect(change).rejects.toMatchObject({
    exit: 2,
    message: `The config file ${file} cannot be written: it is read-only.`,
  })
  expect(await readFile(file, 'utf8')).toBe(content)
})

test('a folder in place of the file is an error', async () => {
  const {paths} = await tempHome()
  await mkdir(paths.configFile, {recursive: true})
  expect(() => readConfig(paths.configFile)).toThrow(`${paths.configFile} cannot be read: it is a folder.`)
  await expect(updateConfig(paths.configFile, () => undefined)).rejects.toMatchObject({exit: 2, code: 'bad-file'})
})

test('a file in place of the folder is an error', async () => {
  const {paths} = await tempHome()
  await mkdir(dirname(paths.config), {recursive: true})
  await writeFile(paths.config, '')
  expect(() => readConfig(paths.configFile)).toThrow('a part of its path is a file')
  await expect(updateConfig(paths.configFile, () => undefined)).rejects.toMatchObject({exit: 2, code: 'bad-file'})
})
