import { defineConfig } from 'vitest/config';

/** For `npm run mutate`: only the tests of the identifiers, and no database, since they are run some thousand times. */
export default defineConfig({
  test: {
    include: ['test/core/identifiers/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    env: { HOSTILE_TEXTS: '60' },
    pool: 'threads',
    // Stryker runs the files one after another: what they share is read once, not once for each.
    isolate: false,
    testTimeout: 15_000,
  },
});
