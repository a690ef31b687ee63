import {copyFileSync, mkdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'
import {resolvePaths} from '../../src/lib/profile/paths.ts'
import {openSandbox} from '../../src/sandbox/sandbox.ts'
import {SandboxWorld} from './sandbox-world.ts'

/** Users with a freshly seeded sandbox each, seeded once and copied. They are gone when the test is. */
export async function freshWorlds(count: number): Promise<SandboxWorld[]> {
  const template = new SandboxWorld()
  const file = join(template.home, 'seeded.db')
  await openSandbox({file}).close()
  const worlds = Array.from({length: count}, () => new SandboxWorld())
  for (const world of worlds) {
    const {sandboxDatabase} = resolvePaths(world.env)
    mkdirSync(dirname(sandboxDatabase), {recursive: true})
    copyFileSync(file, sandboxDatabase)
  }
  onTestFinished(() => [template, ...worlds].forEach((world) => world.dispose()))
  return worlds
}
