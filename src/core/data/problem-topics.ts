import { createRequire } from 'node:module';
import type { Kind } from '../identifiers/kind.ts';
import type { KindWord, ProblemCode } from '../problem.ts';

/** Which quick answer explains what a check finds, by the ids of topics. */
export type ProblemTopics = {
  /** What codes of a kind name. */
  readonly names: Partial<Readonly<Record<KindWord, string>>>;
  /** What codes of a kind look like. */
  readonly forms: Partial<Readonly<Record<Kind, string>>>;
  readonly leads: readonly Lead[];
};

type Lead = {
  /**
   * A topic; or what the codes of the kind name that was found, failing that of the kind that was asked for; or what
   * those of the kind look like that was found, failing that the one that was asked for; or null, with the reason.
   */
  readonly to: string | 'name' | 'form' | null;
  readonly why?: string;
  readonly problems: readonly ProblemCode[];
};

const load = createRequire(import.meta.url);
let topics: ProblemTopics | undefined;

/** Read when first asked for. */
export function problemTopics(): ProblemTopics {
  topics ??= load('./problem-topics.json') as ProblemTopics;
  return topics;
}
