import {accessSync, constants, existsSync, statSync} from 'node:fs'
import {statfs} from 'node:fs/promises'
import {dirname} from 'node:path'
import {ExitCode} from '../exit-code.ts'
import {fileFault} from '../file-faults.ts'
import {byteSize} from '../output/byte-size.ts'
import {folderVariables, type Paths} from '../profile/paths.ts'
import {failed, ok, type Outcome, warning} from './finding.ts'

/** With less than that, downloads, jobs and the sandbox soon have no room. */
const scarceBytes = 100_000_000

/** Whether what commands keep can be written, and has room. */
export function lookAtFolders({config, data, state, cache}: Paths): Promise<Outcome[]> {
  const folders = {config, data, state, cache}
  const names = Object.keys(folderVariables) as (keyof typeof folders)[]
  return Promise.all(names.map((name) => lookAt(name, folders[name])))
}

async function lookAt(subject: keyof typeof folderVariables, folder: string): Promise<Outcome> {
  const place = firstThere(folder)
  try {
    if (!statSync(place).isDirectory()) throw new Error(`${place} is no folder`)
    accessSync(place, constants.W_OK)
    const {bavail, bsize} = await statfs(place)
    return roomIn(folder, bavail * bsize, subject)
  } catch (error) {
    return failed(`${folder} cannot be written: ${fileFault(error)}.`, {
      ...{subject, exit: ExitCode.Usage},
      why: 'Commands keep what they need there.',
      mend: `Make it writable, or name another folder in ${folderVariables[subject]}: ls -ld ${place}`,
    })
  }
}

function roomIn(folder: string, free: number, subject: string): Outcome {
  const found = `${folder} can be written; ${byteSize(free)} free.`
  if (free >= scarceBytes) return ok(found, {subject})
  return warning(found, {
    subject,
    why: 'That is little: what is downloaded or kept may not fit.',
    mend: `df -h ${folder}`,
  })
}

/** The folder, or that in which it will be made. */
function firstThere(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : firstThere(dirname(folder))
}
