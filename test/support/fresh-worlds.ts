import {onTestFinished} from 'vitest'
import {resolvePaths} from '../../src/lib/profile/paths.ts'
import {SandboxWorld} from './sandbox-world.ts'
import {copySeeded} from './seeded-file.ts'

/** Users with a freshly seeded sandbox each. They are gone when the test is. */
export async function freshWorlds(count: number): Promise<SandboxWorld[]> {
  const worlds = Array.from({length: count}, () => new SandboxWorld())
  onTestFinished(() => worlds.forEach((world) => world.dispose()))
  await Promise.all(worlds.map((world) => copySeeded(resolvePaths(world.env).sandboxDatabase)))
  return worlds
}
