import {type Paths} from '../lib/profile/paths.ts'
import {type Sandbox, type SandboxOptions} from './sandbox.ts'

/** Works on the user's own sandbox and closes it. The emulator is loaded here and not before. */
export async function withSandbox<T>(
  {sandboxDatabase}: Pick<Paths, 'sandboxDatabase'>,
  work: (sandbox: Sandbox) => T | Promise<T>,
  options: Omit<SandboxOptions, 'file'> = {},
): Promise<T> {
  const {openSandbox} = await import('./sandbox.ts')
  const sandbox = openSandbox({file: sandboxDatabase, ...options})
  try {
    return await work(sandbox)
  } finally {
    await sandbox.close()
  }
}
