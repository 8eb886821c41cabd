import { inject } from 'vitest';

/** Where the PostgreSQL of the tests is. @throws with the reason why there is none */
export function injectedPostgres(): string {
  const { url, problem } = { url: '', problem: '', ...inject('postgres') };
  if (problem) throw new Error(problem);
  return url;
}
