import { createRequire } from 'node:module';
import type { Layer } from '../ledger/entry-types.ts';
import type { Localized } from './localized.ts';
import type { Confidence } from './routing.ts';

/** The words for what somebody did, in the order in which they are listed on a sheet. */
export const ROLE_IDS = [
  'composer',
  'lyricist',
  'songwriter',
  'arranger',
  'adapter',
  'translator',
  'sub-arranger',
  'sub-lyricist',
  'income-writer',
  'topliner',
  'beatmaker',
  'producer',
  'co-producer',
  'additional-producer',
  'vocal-producer',
  'executive-producer',
  'remixer',
  'music-arranger',
  'mixing-engineer',
  'mastering-engineer',
  'recording-engineer',
  'main-artist',
  'featured-artist',
  'lead-vocalist',
  'vocalist',
  'background-vocalist',
  'rapper',
  'musician',
  'session-musician',
  'group',
  'conductor',
  'dj',
  'publisher',
  'administrator',
  'sub-publisher',
  'acquirer',
  'substituted-publisher',
  'income-publisher',
  'label',
  'unknown-writer',
] as const;

export type RoleId = (typeof ROLE_IDS)[number];

/** Roles in the terms of CISAC (CWR 2.x) and DDEX, compiled 2026-11-22; each says its source and date. */
export type Role = {
  readonly id: RoleId;
  /** In which layers it can have a share. */
  readonly layers: readonly Layer[];
  readonly name: Localized;
  /** Further words that people type for it, in any language. */
  readonly aliases: readonly string[];
  /** Code or record in CWR 2.x, and where it goes; null where there is none: then it is left out, never guessed. */
  readonly cwr: string | null;
  readonly cwrField: string | null;
  /** Values of `ddexSet`; empty where none fits. */
  readonly ddex: readonly string[];
  readonly ddexSet: string | null;
  readonly appleGroup: string | null;
  /** Roles to offer as well, because people often mean both. */
  readonly alsoAsk: readonly RoleId[];
  readonly source: string;
  readonly asOf: string;
  readonly confidence: Confidence;
  readonly note?: string;
};

const load = createRequire(import.meta.url);
let roles: readonly Role[] | undefined;

/** Read when first asked for. */
export function roleTable(): readonly Role[] {
  roles ??= (load('./roles.json') as { readonly entries: readonly Role[] }).entries;
  return roles;
}
