/** Writes what each kind of command loads, measured on the built program, where that has moved since it was written. */
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {served} from './bench/served.ts'
import {bin, home, root, userIn} from './bench/user.ts'
import {writeFiling} from './starts/filing.ts'
import {kinds} from './starts/kinds.ts'
import {loadedBy, moved, type Snapshot} from './starts/loaded.ts'

const file = join(root, 'start-snapshot.json')
const user = join(home, 'loaded')
mkdirSync(user)
try {
  const now = await served(userIn(user), async (env) => loadedBy(bin, kinds(writeFiling(user)), env))
  const before = JSON.parse(readFileSync(file, 'utf8')) as Snapshot
  const others = moved(now, before)
  const kept = Object.entries(now).map(([what, loaded]) => [what, others.includes(what) ? loaded : before[what]])
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`)
  for (const what of others) process.stdout.write(`moved: ${what}\n`)
} finally {
  rmSync(home, {recursive: true, force: true})
}
