type None = Record<string, never>;
type Typed = { readonly typed: string };

/** What can stand in the way of what people ask for about releases. */
export type ReleaseProblemDetails = {
  // What somebody typed.
  'release.title-missing': None;
  'release.day-missing': None;
  // `near`: what may have been meant, or `none`.
  'release.zone': Typed & { readonly near: string };
  'release.reminders': Typed & { readonly mostDays: number; readonly most: number };
  'release.lead': Typed;
  'release.lead-days': Typed & { readonly mostDays: number };
  'release.upc-taken': { readonly code: string; readonly title: string; readonly id: string };
  'release.track': Typed & { readonly count: number };
  'release.too-many-tracks': { readonly most: number };
  'release.track-act': None;
  'release.no-tracks': { readonly title: string };

  // Which release is meant, and what may be done to it.
  'release.unknown': Typed;
  'release.near': Typed & { readonly id: string; readonly title: string };
  'release.several': Typed & { readonly ids: readonly string[] };
  'release.which': { readonly ids: readonly string[] };
  'release.none-yet': None;
  'release.not-yours': { readonly title: string; readonly name: string };
  'release.cancelled': { readonly title: string };
  'release.nothing-new': { readonly title: string };
  'release.reminder-gone': None;
};
