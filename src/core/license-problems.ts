import type { CapUnit } from './licenses/license.ts';

type None = Record<string, never>;
type Typed = { readonly typed: string };

/** What can stand in the way of what people ask for about licenses, notes and the files that go with them. */
export type LicenseProblemDetails = {
  // What somebody typed for a part of a license. `near`: the word to type instead, or `none`.
  'license.day': Typed;
  'license.use': { readonly found: string; readonly near: string };
  'license.caps': { readonly found: string };
  'license.caps-twice': { readonly of: CapUnit };
  'license.made': { readonly found: string };
  'license.party': None;
  'license.no-caps': { readonly of: CapUnit; readonly id: string };

  // Which license is meant, and what may be done to it.
  'license.asset-one': None;
  'license.asset-unknown': Typed;
  'license.asset-fixed': { readonly id: string; readonly title: string };
  'license.nothing-new': { readonly id: string };
  'license.unknown': Typed;
  'license.several': Typed & { readonly ids: readonly string[] };
  'license.near': Typed & { readonly id: string; readonly title: string };
  'license.which': { readonly ids: readonly string[] };
  'license.none-yet': None;
  'license.not-yours': { readonly id: string; readonly name: string };
  /** `on` is a day of the calendar. */
  'license.ended-already': { readonly id: string; readonly on: string };
  'license.not-ended': { readonly id: string };
  'license.ask-gone': None;

  // Notes.
  'note.nothing': None;
  'note.unknown': Typed;

  // A file that is to be kept. `found` and `named` are kinds as messages select them.
  'file.keep-too-large': { readonly name: string; readonly limitMegabytes: number };
  'file.keep-kind': { readonly name: string; readonly found: string };
  'file.keep-not-what-named': { readonly name: string; readonly found: string; readonly named: string };
  'file.keep-many': {
    readonly name: string;
    readonly limit: number;
    readonly limitMegabytes: number;
  };
  'file.keep-cut': { readonly name: string };
};
