import type { CapUnit } from './licenses/license.ts';

/**
 * Two licenses that meet: their licensees and ids, in how many countries, and the days on which both hold; `to` is
 * `none` where neither ends.
 */
type Meeting = {
  readonly first: string;
  readonly firstId: string;
  readonly second: string;
  readonly secondId: string;
  readonly countries: number;
  readonly from: string;
  readonly to: string;
};

/** What somebody typed for an item of this kind. */
type Typed = {
  readonly kind: 'recording' | 'work' | 'person' | 'item';
  readonly typed: string;
};
type None = Record<string, never>;
type Series = { readonly series: string };
type Span = { readonly from: number; readonly to: number };

/** What can stand against a license, and against giving out a code. */
export type CatalogProblemDetails = {
  'license.term-order': { readonly from: string; readonly to: string };
  'license.cap': { readonly of: CapUnit };
  'license.both-exclusive': Meeting;
  'license.one-exclusive': Meeting;
  'license.passed-on': Meeting;
  'license.other-licensor': Meeting;

  // What the catalog is told.
  'catalog.duration': { readonly typed: string };
  'catalog.unknown': Typed;
  'catalog.near': Typed & { readonly near: readonly string[] };
  'catalog.several': Typed & { readonly titles: readonly string[] };
  'catalog.code-elsewhere': { readonly code: string; readonly title: string; readonly item: string };
  'catalog.code-given': { readonly code: string; readonly title: string };
  'catalog.code-assigned': { readonly code: string };
  'catalog.code-not-borne': { readonly code: string; readonly kind: 'recording' | 'work' };
  'catalog.code-which': { readonly kind: 'recording' | 'work'; readonly codes: readonly string[] };
  'catalog.lineage-self': { readonly title: string };
  'catalog.lineage-circle': { readonly title: string; readonly of: string };
  'catalog.has-versions': { readonly title: string; readonly versions: readonly string[] };
  'catalog.options-misfit': {
    readonly kind: 'recording' | 'work' | 'person';
    readonly options: readonly string[];
  };
  'catalog.title-missing': None;
  'catalog.empty-text': { readonly option: string };
  'catalog.too-many': { readonly option: string; readonly count: number; readonly limit: number };
  'catalog.part-too-long': { readonly option: string; readonly limit: number; readonly part: string };
  'catalog.changed-meanwhile': { readonly title: string };
  'catalog.nothing-said': None;
  'catalog.person-account': { readonly name: string };
  'catalog.code-needed': { readonly option: string };
  'catalog.audio': { readonly name: string };
  'catalog.import-headings': { readonly headings: readonly string[] };
  'catalog.import-too-many': { readonly limit: number };
  'catalog.import-gone': None;
  'catalog.row-kind': { readonly typed: string };
  'catalog.row-id': { readonly typed: string };
  'catalog.row-same': { readonly line: number };
  'catalog.row-code-twice': { readonly code: string; readonly line: number };
  'catalog.row-codes': { readonly count: number; readonly codes: readonly string[] };
  'catalog.row-iswc': { readonly code: string };
  'catalog.row-of-refused': { readonly line: number };
  'catalog.row-hash': { readonly typed: string };
  'catalog.row-alike': { readonly title: string };
  'catalog.row-long': { readonly duration: string };
  'catalog.code-second': { readonly code: string; readonly has: string };

  // Giving out codes. `series` is the prefix or pattern they are given from; times as in RFC 3339.
  'assign.closed': Series;
  'assign.code-unknown': { readonly typed: string };
  'assign.given-elsewhere': Series & { readonly code: string };
  'assign.history-cut': { readonly size: number; readonly signed: number };
  'assign.history-forked': { readonly size: number };
  'assign.history-lost': Series & { readonly known: string; readonly given: string };
  'assign.mark': Series;
  'assign.minimum': {
    readonly title: string;
    readonly recording: string;
    readonly lacks: 'artist' | 'duration' | 'both';
  };
  'assign.none': { readonly kind: 'prefix' | 'pool' };
  'assign.not-kept': None;
  'assign.prefix-unknown': { readonly typed: string; readonly known: readonly string[] };
  'assign.prefix-elsewhere': { readonly prefix: string };
  'assign.range-text': { readonly typed: string };
  'assign.same': { readonly title: string };
  'assign.too-many': { readonly count: number; readonly most: number };
  'assign.too-few': Series & { readonly left: number; readonly count: number };
  'assign.which-prefix': { readonly known: readonly string[] };
  'assign.clock': Series & { readonly last: string; readonly now: string };
  'assign.counter': Series & { readonly last: number };
  'assign.range': Span & { readonly lowest: number; readonly highest: number };
  'assign.range-overlap': Span & { readonly otherFrom: number; readonly otherTo: number };
  'assign.range-exhausted': Series & { readonly year: number };
  'assign.year-full': Series & { readonly year: number };
  'assign.pool-exhausted': Series;
  'assign.prefix': { readonly prefix: string };
  'assign.prefix-example': { readonly prefix: string };
  'assign.prefix-retired': { readonly prefix: string };
  'assign.pool-prefix': { readonly prefix: string };
  'assign.pattern': { readonly pattern: string };
};
