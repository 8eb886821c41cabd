import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/seed.ts'],
    pool: 'forks',
    // Files of one worker share what they have loaded: no test may leave anything behind in a module.
    isolate: false,
    // Two at least: conversations wait more than they reckon.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
    coverage: { include: ['src/**/*.ts', 'commands/**/*.ts'] },
  },
});
