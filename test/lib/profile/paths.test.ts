import {expect, test} from 'vitest'
import {resolvePaths} from '../../../src/lib/profile/paths.ts'

test('each XDG variable moves its folder', () => {
  const env = {HOME: '/h', XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d', XDG_STATE_HOME: '/s', XDG_CACHE_HOME: '/k'}
  expect(resolvePaths(env)).toMatchObject({
    configFile: '/c/commsctl/config.json',
    secretsFile: '/d/commsctl/secrets.json',
    sandboxDatabase: '/d/commsctl/sandbox.db',
    deviceIdFile: '/s/commsctl/device-id',
    cache: '/k/commsctl',
  })
})

test('folders are below the home folder where variables are missing, empty or relative', () => {
  expect(resolvePaths({HOME: '/h', XDG_CONFIG_HOME: '', XDG_DATA_HOME: 'relative'})).toMatchObject({
    config: '/h/.config/commsctl',
    data: '/h/.local/share/commsctl',
    state: '/h/.local/state/commsctl',
    cache: '/h/.cache/commsctl',
  })
})
