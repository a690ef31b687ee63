import {homedir} from 'node:os'
import {isAbsolute, join} from 'node:path'

/** The folders and files of this user, all absolute. None of them need exist. */
export interface Paths {
  config: string
  data: string
  state: string
  cache: string
  configFile: string
  secretsFile: string
  sandboxDatabase: string
  deviceIdFile: string
  history: string
  /** Lines that were typed into the shell. */
  shellHistory: string
  locks: string
  /** A folder for each batch, and for each account that plans are applied to. */
  jobs: string
  ledger: string
}

/** What moves the folders to another place. */
export const folderVariables = {
  config: 'XDG_CONFIG_HOME',
  data: 'XDG_DATA_HOME',
  state: 'XDG_STATE_HOME',
  cache: 'XDG_CACHE_HOME',
} as const

/** The XDG base directories, each with /commsctl. As XDG demands, a relative path in a variable is ignored. */
export function resolvePaths(env: NodeJS.ProcessEnv = process.env): Paths {
  const home = env.HOME || homedir()
  const folder = (variable: string, fallback: string): string => {
    const value = env[variable]
    return join(value && isAbsolute(value) ? value : join(home, fallback), 'commsctl')
  }
  const config = folder(folderVariables.config, '.config')
  const data = folder(folderVariables.data, '.local/share')
  const state = folder(folderVariables.state, '.local/state')
  return {
    config,
    data,
    state,
    cache: folder(folderVariables.cache, '.cache'),
    configFile: join(config, 'config.json'),
    secretsFile: join(data, 'secrets.json'),
    sandboxDatabase: join(data, 'sandbox.db'),
    deviceIdFile: join(state, 'device-id'),
    history: join(state, 'history'),
    shellHistory: join(state, 'shell-history'),
    locks: join(state, 'locks'),
    jobs: join(state, 'jobs'),
    ledger: join(state, 'ledger'),
  }
}
