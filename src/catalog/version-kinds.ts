import type { VersionKind } from '../core/sheet/content.ts';

/** What each kind of version is called, and how it stands behind a title. */
export const say = {
  behind: '{title} ({version})',
  original: 'original',
  instrumental: 'instrumental',
  aCappella: 'a cappella',
  remix: 'remix',
  live: 'live',
  acoustic: 'acoustic',
  edit: 'edit',
  clean: 'clean',
  spedUp: 'sped up',
  slowed: 'slowed',
  remaster: 'remaster',
  immersive: 'immersive',
  demo: 'demo',
  other: 'other version',
};

export const KIND_NAMES: Readonly<Record<VersionKind, string>> = {
  original: say.original,
  instrumental: say.instrumental,
  'a-cappella': say.aCappella,
  remix: say.remix,
  live: say.live,
  acoustic: say.acoustic,
  edit: say.edit,
  clean: say.clean,
  'sped-up': say.spedUp,
  slowed: say.slowed,
  remaster: say.remaster,
  immersive: say.immersive,
  demo: say.demo,
  other: say.other,
};
