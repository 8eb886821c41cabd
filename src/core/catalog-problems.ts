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

/** What can stand against a license, and against giving out a code. */
export type CatalogProblemDetails = {
  'license.term-order': { readonly from: string; readonly to: string };
  'license.cap': { readonly of: CapUnit };
  'license.both-exclusive': Meeting;
  'license.one-exclusive': Meeting;
  'license.passed-on': Meeting;
  'license.other-licensor': Meeting;
};
