import {statSync} from 'node:fs'
import {usageError} from '../errors.ts'
import {ensureWritable, fileError, type JsonFileKind, readJsonFile, writeJsonFile} from './json-file.ts'
import {type ProfileSecrets} from './secrets.ts'

const kind: JsonFileKind = {
  name: 'secrets file',
  remedy: (path) => `It was left as it is. Repair it, or move it away and log in again: mv ${path} ${path}.bad`,
}

type AllSecrets = Record<string, ProfileSecrets>

/** The secrets of all profiles; undefined when there is no file. Throws when others than its owner may read it. */
export function readSecretsFile(path: string): AllSecrets | undefined {
  refuseOpenMode(path)
  const value = readJsonFile(path, kind)
  if (value === undefined) return undefined
  const {version, profiles} = (value ?? {}) as {version?: unknown; profiles?: unknown}
  if (typeof version === 'number' && version > 1) throw fileError(path, kind, 'was written by a newer commsctl')
  if (version !== 1 || typeof profiles !== 'object' || profiles === null) {
    throw fileError(path, kind, 'does not hold secrets of commsctl')
  }
  return profiles as AllSecrets
}

/** Call it inside the lock, with what was read inside the lock. */
export async function writeSecretsFile(path: string, profiles: AllSecrets): Promise<void> {
  ensureWritable(path, kind)
  await writeJsonFile(path, kind, {version: 1, profiles})
}

function refuseOpenMode(path: string): void {
  if (process.platform === 'win32') return
  const mode = modeOf(path)
  if (mode === undefined || (mode & 0o077) === 0) return
  throw usageError(`Others than you may read the secrets file ${path} (mode ${(mode & 0o777).toString(8)}).`, {
    code: 'open-secrets-file',
    hint: `Run: chmod 600 ${path}`,
  })
}

/** Undefined also where its folder is none, or closed: reading it says so. */
function modeOf(path: string): number | undefined {
  try {
    return statSync(path, {throwIfNoEntry: false})?.mode
  } catch {
    return undefined
  }
}
