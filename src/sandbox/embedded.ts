import {type SeededAccess} from '../lib/profile/credentials.ts'
import {type Paths} from '../lib/profile/paths.ts'
import {InProcessDispatcher} from './dispatcher.ts'
import {openSandbox} from './sandbox.ts'
import {seededMurano} from './murano/seeded.ts'
import {seededAccess} from './seeded-access.ts'

/** The sandbox inside this process. */
export interface Embedded {
  /** Answers requests to any host. */
  dispatcher: InProcessDispatcher
  access: SeededAccess
  /** From here on, what becomes due happens as time goes by, and not only when there is a request. */
  attend: () => Promise<void>
  close: () => Promise<void>
}

/** Opens the user's own sandbox, seeding it when it is new. Throws a CliError when its file is not one of this version. */
export async function openEmbedded(paths: Pick<Paths, 'sandboxDatabase'>): Promise<Embedded> {
  const sandbox = openSandbox({file: paths.sandboxDatabase})
  let pulse: {stop(): void} | undefined
  const {basicToken, email, password} = seededAccess
  return {
    dispatcher: new InProcessDispatcher((request) => sandbox.appFor(request)),
    access: {basicToken, email, password, murano: {email: seededMurano.email, password: seededMurano.password}},
    attend: async () => {
      const {Pulse} = await import('./pulse.ts')
      // What is due may be of any area.
      await sandbox.app()
      const started = new Pulse(sandbox)
      started.start()
      pulse = started
    },
    close: () => {
      pulse?.stop()
      return sandbox.close()
    },
  }
}
