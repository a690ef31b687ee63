import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['test/support/build.ts'],
    // Most tests wait for processes that they started.
    maxWorkers: '100%',
    // Whole processes are started; a slow machine must not fail a test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {name: 'program', include: ['test/**/*.test.ts'], exclude: ['test/package/**', 'test/machine/**']},
      },
      // Needs programs of Debian: zsh, fish, Chromium.
      {extends: true, test: {name: 'machine', include: ['test/machine/**/*.test.ts']}},
      // Installs the tarball, and so needs the registry.
      {extends: true, test: {name: 'package', include: ['test/package/**/*.test.ts']}},
    ],
  },
})
