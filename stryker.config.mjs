/**
 * `npm run mutate`: break each line of the identifier rules in every way there is, and see whether a test notices.
 * At least 95 of 100 must be noticed. `npm run mutate -- --mutate src/core/identifiers/isrc.ts` looks at one file.
 */
export default {
  mutate: ['src/core/identifiers/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutate.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // TypeScript 7 has no JavaScript interface, which would be used to rewrite the paths in tsconfig.json.
  tsconfigFile: 'there-is-none.json',
  ignorePatterns: ['/docs', '/data', '/coverage', '/reports'],
  concurrency: 2,
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: 'reports/stryker.json',
  reporters: ['clear-text', 'progress', 'html'],
  htmlReporter: { fileName: 'reports/mutation.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 98, low: 95, break: 95 },
  allowConsoleColors: false,
};
