import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {type Paths, resolvePaths} from '../../../src/lib/profile/paths.ts'

/** The environment of a user with nothing but an empty home, and no keychain. It is gone after the test. */
export async function tempHome(): Promise<{env: NodeJS.ProcessEnv; paths: Paths}> {
  const home = await mkdtemp(join(tmpdir(), 'commsctl-profile-'))
  onTestFinished(() => rm(home, {recursive: true, force: true}))
  const env: NodeJS.ProcessEnv = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
  }
  return {env, paths: resolvePaths(env)}
}
