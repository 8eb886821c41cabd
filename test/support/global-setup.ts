import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where PostgreSQL is, or why there is none: only the tests that need it fail then. */
    postgres: { readonly url: string } | { readonly problem: string };
  }
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  try {
    const { url, stop } = await startPostgres();
    provide('postgres', { url });
    return stop;
  } catch (error) {
    provide('postgres', {
      problem: `There is no PostgreSQL for the tests; TEST_DATABASE_URL can name one. ${error}`,
    });
    return async () => {};
  }
}
