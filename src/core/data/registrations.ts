import { createRequire } from 'node:module';
import type { Localized } from './localized.ts';
import type { AsOf, Confidence } from './routing.ts';

/** What to register where, around a release, compiled 2026-11-22 from the pages that each entry names. */
export type Registrations = {
  readonly compiled: string;
  /** What has to be said beside the list. */
  readonly caution: Localized;
  readonly rights: readonly { readonly id: RightId; readonly name: Localized }[];
  /** One after the other. */
  readonly steps: readonly { readonly id: StepId; readonly name: Localized }[];
  /** In the order in which to work through them. */
  readonly entries: readonly Registration[];
};

export type RightId =
  | 'performing'
  | 'mechanical'
  | 'neighboring'
  | 'identifiers'
  | 'content-id'
  | 'lyrics'
  | 'credits'
  | 'deposit'
  | 'copyright';

export type StepId = 'split' | 'pressing' | 'delivery' | 'fixed' | 'after';

/** Who acts: `writer` is one without a publisher, `owner` the label, or the artist who owns the recording. */
export const ACTORS = ['writer', 'publisher', 'owner', 'performer'] as const;

export type Actor = (typeof ACTORS)[number];

export type Registration = {
  readonly id: string;
  readonly step: StepId;
  readonly right: RightId;
  /** ISO codes; `any` wherever it is released. */
  readonly territories: 'any' | readonly string[];
  readonly by: readonly Actor[];
  readonly what: Localized;
  readonly where: Localized;
  /** As the source puts it, which is finer than `by`. */
  readonly who: Localized;
  /** In words, as published. */
  readonly when: Localized;
  /** Days after the release, negative before it; null where no source gives a number: then no day is named. */
  readonly dueDays: number | null;
  readonly canBeBeforeRelease: boolean;
  /** Releases that it is about, where it is not about all. */
  readonly only?: ReleaseCase;
  readonly needs?: readonly Localized[];
  readonly note?: Localized;
  readonly source: string;
  readonly asOf: AsOf;
  readonly confidence: Confidence;
};

/** `covers`: songs of others are on it. `discs`: it is pressed. */
export type ReleaseCase = 'covers' | 'discs';

const load = createRequire(import.meta.url);
let table: Registrations | undefined;

/** Read when first asked for. */
export function registrationTable(): Registrations {
  table ??= load('./registrations.json') as Registrations;
  return table;
}
