import { defineConfig } from 'vitest/config';

/** For `npm run mutate`: only the tests of the identifiers, and no database, since they are run some thousand times. */
export default defineConfig({
  test: {
    include: ['test/core/identifiers/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    env: { HOSTILE_TEXTS: '60' },
    pool: 'threads',
    testTimeout: 15_000,
  },
});
