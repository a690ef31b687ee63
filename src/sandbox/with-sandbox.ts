import {type Paths} from '../lib/profile/paths.ts'
import {type Sandbox} from './sandbox.ts'

/** Works on the user's own sandbox and closes it. The emulator is loaded here and not before. `numbers`: for a fresh one. */
export async function withSandbox<T>(
  {sandboxDatabase}: Pick<Paths, 'sandboxDatabase'>,
  work: (sandbox: Sandbox) => T | Promise<T>,
  numbers?: number,
): Promise<T> {
  const {openSandbox} = await import('./sandbox.ts')
  const sandbox = openSandbox({file: sandboxDatabase, ...(numbers !== undefined && {numbers})})
  try {
    return await work(sandbox)
  } finally {
    await sandbox.close()
  }
}
