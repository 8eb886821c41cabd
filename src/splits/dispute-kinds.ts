import { say } from './say.ts';

/** What a dispute may be about. */
export const DISPUTE_KINDS = ['author-share', 'authorship', 'ownership'] as const;

export type DisputeKind = (typeof DISPUTE_KINDS)[number];

export const DISPUTE_NAMES: Readonly<Record<string, string>> = {
  'author-share': say.kindAuthorShare,
  authorship: say.kindAuthorship,
  ownership: say.kindOwnership,
} satisfies Record<DisputeKind, string>;
