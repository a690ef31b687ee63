import {type GlobalSettings} from '../profile/config-file.ts'
import {systemKeychain} from '../profile/keychain.ts'
import {type Paths} from '../profile/paths.ts'
import {firstProfile} from '../profile/profile.ts'
import {readSecretsFile} from '../profile/secrets-file.ts'
import {ExitCode} from '../exit-code.ts'
import {failed, ok, type Outcome} from './finding.ts'
import {within} from './within.ts'

interface Where {
  paths: Pick<Paths, 'secretsFile'>
  mode: NonNullable<GlobalSettings['secret-store']>
  /** Whose secrets are read. */
  profile: string | undefined
  timeoutMs: number
}

/** Whether secrets can be read from where they are kept. */
export async function lookAtSecrets({paths, mode, profile = firstProfile, timeoutMs}: Where): Promise<Outcome> {
  const inFile = mode === 'keychain' ? undefined : readSecretsFile(paths.secretsFile)
  if (mode === 'file' || inFile !== undefined) return ok(fileText(paths.secretsFile, inFile !== undefined))
  const isOpen = await within(systemKeychain.read(profile), timeoutMs, 'The keychain').then(
    () => true,
    () => false,
  )
  if (isOpen) return ok('The keychain of this system can be read.')
  if (mode === 'auto') return ok(`There is no keychain that can be used here. ${fileText(paths.secretsFile, false)}`)
  return failed('The keychain of this system cannot be used.', {
    exit: ExitCode.NotAuthenticated,
    why: 'There is none, or it is locked; secret-store insists on it.',
    mend: 'commsctl config set secret-store auto',
  })
}

function fileText(file: string, exists: boolean): string {
  return exists ? `${file} can be read, by you alone.` : `Secrets are kept in the file ${file}; there is none yet.`
}
