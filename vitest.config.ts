import {availableParallelism} from 'node:os'
import {defineConfig, type TestProjectInlineConfiguration} from 'vitest/config'

/** Whole processes are started, of a program that is built once before; a slow machine must not fail a test. */
function project(name: string, include: string[], exclude: string[] = []): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include,
      exclude,
      globalSetup: ['test/support/build.ts'],
      // Files of tests share the modules that they load: the sandbox's take longer than most tests of it.
      isolate: false,
      testTimeout: 600_000,
      hookTimeout: 600_000,
    },
  }
}

export default defineConfig({
  test: {
    // Most tests wait for processes that they started, and those for what they asked.
    maxWorkers: availableParallelism() * 2,
    projects: [
      project('program', ['test/**/*.test.ts'], ['test/package/**', 'test/machine/**']),
      // Needs programs of Debian: zsh, fish, Chromium.
      project('machine', ['test/machine/**/*.test.ts']),
      // Installs the tarball, and so needs the registry.
      project('package', ['test/package/**/*.test.ts']),
    ],
  },
})
