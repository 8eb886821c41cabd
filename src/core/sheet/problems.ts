import type { Layer } from '../ledger/entry-types.ts';
import type { Place } from '../shares/place.ts';
import type { AskingRole, ChangingRole } from './remarks.ts';

type None = Record<string, never>;
type Limited = { readonly length: number; readonly limit: number };
/** Members of a sheet that are text. */
export type TextField =
  | 'title'
  | 'name'
  | 'publisher'
  | 'actsFor'
  | 'sample'
  | 'owner'
  | 'language'
  | 'iswc'
  | 'recordings'
  | 'finished'
  | 'licensing'
  | 'registers';

/** What can be wrong with shares as they are typed, and with what a sheet says. */
export type SplitProblemDetails = {
  // Shares as people type them, one party a line. Lines and positions count from 1, positions in characters.
  'share.none': None;
  'share.too-long': { readonly length: number; readonly limit: number };
  'share.too-many': { readonly count: number; readonly limit: number };
  'share.character': Place & { readonly codePoint: string };
  'share.quote-open': Place & { readonly found: string };
  'share.quote-needed': Place & { readonly after: 'for' | 'publisher' };
  'share.name-missing': Place & { readonly found: string };
  'share.name-too-long': Place & { readonly length: number; readonly limit: number };
  'share.name-or-role': Place & { readonly name: string; readonly role: string };
  'share.missing': Place & { readonly name: string };
  'share.second': Place & { readonly first: string; readonly found: string };
  'share.ambiguous': Place & { readonly found: string; readonly percent: string; readonly whole: string };
  'share.number': Place & { readonly found: string };
  'share.fraction-percent': Place & { readonly found: string };
  'share.range': Place & { readonly found: string };
  'share.too-fine': Place & { readonly found: string };
  /** `near`: the word to type instead, or `none`. */
  'share.role-unknown': Place & { readonly found: string; readonly near: string };
  'share.stray': Place & { readonly found: string };
  'share.part-twice': Place & { readonly part: 'for' | 'publisher' };
  'share.publisher-share': Place & { readonly name: string };
  'share.publisher-more': Place & { readonly found: string; readonly share: string };
  'share.publisher-layer': Place & { readonly layer: Layer };
  'share.twice': Place & { readonly name: string; readonly first: number };

  // What a version of a sheet says. `sum` and `off` are fractions, `percent` is `off` rounded.
  'sheet.text-missing': { readonly field: TextField };
  'sheet.text-too-long': Limited & { readonly field: TextField };
  'sheet.text-character': { readonly field: TextField };
  'sheet.layers-missing': None;
  'sheet.layer-empty': { readonly layer: Layer };
  'sheet.too-many': { readonly count: number; readonly limit: number };
  'sheet.total': {
    readonly layer: Layer;
    readonly sum: string;
    readonly off: string;
    readonly percent: string;
    readonly side: 'missing' | 'over';
    /** As `Ana 1/2`, in the order of the sheet. */
    readonly shares: readonly string[];
    /** Each of these alone would make it add up, as `Ana 7/12`; none where there are too many, or none. */
    readonly mended: readonly string[];
    readonly ways: number;
  };
  'sheet.person-twice': { readonly name: string };
  'sheet.line-twice': { readonly name: string; readonly layer: Layer };
  'sheet.stranger': { readonly person: string; readonly layer: Layer };
  'sheet.role-missing': { readonly name: string; readonly layer: Layer };
  'sheet.publisher-more': { readonly name: string; readonly publisher: string };
  'sheet.publisher-layer': { readonly name: string; readonly layer: Layer };
  // Worth a look; no reason to refuse.
  'sheet.no-writer': None;
  'sheet.role-layer': { readonly name: string; readonly layer: Layer };
  'sheet.role-also': { readonly name: string; readonly role: AskingRole };
  'sheet.role-existing-work': { readonly name: string; readonly role: ChangingRole };
  'sheet.sample-owner': { readonly title: string };
  'sheet.sample-cleared': { readonly title: string; readonly cleared: 'no' | 'unknown' };
};
