import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The first failure ends a run, so the laws, which try a hundred codes each, wait until the tables are done. */
class LawsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLaws = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('laws.test.ts');
    return [...files.filter((file) => !isLaws(file)), ...files.filter(isLaws)];
  }
}

/** For `npm run mutate`: only the tests of the identifiers, and no database, since they are run some thousand times. */
export default defineConfig({
  test: {
    include: ['test/core/identifiers/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    env: { HOSTILE_TEXTS: '60', LAW_RUNS: '10' },
    pool: 'threads',
    // Stryker runs the files one after another: what they share is read once, not once for each.
    isolate: false,
    sequence: { sequencer: LawsLast },
    testTimeout: 15_000,
  },
});
