import {statSync} from 'node:fs'
import {readConfig} from '../profile/config-file.ts'
import {type Outcome, ok, warning} from './finding.ts'

/** Whether the config file can be used, and nobody else can change it. */
export async function lookAtConfiguration(file: string): Promise<Outcome> {
  const {profiles} = readConfig(file)
  const mode = statSync(file, {throwIfNoEntry: false})?.mode
  if (mode === undefined) return ok(`There is no file ${file} yet: variables and defaults hold.`)
  if (process.platform !== 'win32' && (mode & 0o022) !== 0) {
    return warning(`Others than you may change ${file} (mode ${(mode & 0o777).toString(8)}).`, {
      why: 'Whoever changes it decides where your credentials go.',
      mend: `chmod 600 ${file}`,
    })
  }
  const count = Object.keys(profiles).length
  return ok(`${file} can be read; ${count === 1 ? '1 profile' : `${count} profiles`}.`)
}
