import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'vitest'
import {readSession, runStep} from '../support/session.ts'
import {World} from '../support/world.ts'

const folder = import.meta.dirname
const sessions = readdirSync(folder).filter((name) => name.endsWith('.md'))

/** Each file is one sitting of one user, with the sandbox as the profile in force and nothing else set up. */
test.concurrent.for(sessions)('%s', async (name, {onTestFinished}) => {
  const world = new World({COMMSCTL_PROFILE: 'sandbox'})
  onTestFinished(() => world.dispose())
  for (const step of readSession(readFileSync(join(folder, name), 'utf8'))) await runStep(world, step)
})
