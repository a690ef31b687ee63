import {onTestFinished} from 'vitest'
import {resolvePaths} from '../../src/lib/profile/paths.ts'
import {SandboxWorld} from './sandbox-world.ts'
import {copySeeded} from './seeded-file.ts'

/** Users with a freshly seeded sandbox each. They are gone when the test is. */
export function freshWorlds(count: number): SandboxWorld[] {
  const worlds = Array.from({length: count}, () => new SandboxWorld())
  onTestFinished(() => worlds.forEach((world) => world.dispose()))
  for (const world of worlds) copySeeded(resolvePaths(world.env).sandboxDatabase)
  return worlds
}
