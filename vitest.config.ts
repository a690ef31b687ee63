import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    // Whole processes are started; a slow machine must not fail a test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
