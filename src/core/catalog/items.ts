import type { Hash, PersonId } from '../ledger/entry-types.ts';
import type { Sample, VersionKind } from '../sheet/content.ts';

/** What the catalog holds. Persons are those of the team's books. */
export const ITEM_KINDS = ['recording', 'work', 'person'] as const;

export type ItemKind = (typeof ITEM_KINDS)[number];

/** A title as it is written, a Latin form beside it where it is in another script, and the others it goes by. */
export type Titles = {
  readonly title: string;
  readonly latin: string | null;
  readonly others: readonly string[];
};

/** A composition. */
export type WorkContent = Titles & {
  /** It is being registered with a society, and its ISWC has not come back yet. */
  readonly isRegistering?: boolean;
};

/** Somebody who is heard on a recording: a person of the books, or a name alone. */
export type Performer = { readonly person: PersonId | null; readonly name: string };

/** One master. Null is what nobody has said yet. */
export type RecordingContent = Titles & {
  readonly versionKind: VersionKind;
  /** What this version is called, as in "Radio Edit"; where its kind does not say it already. */
  readonly versionTitle: string | null;
  /** As the cover says it. */
  readonly mainArtist: string | null;
  readonly performers: readonly Performer[];
  readonly durationMs: number | null;
  /** The recording that this one is a remix, a live take, an edit of; by its id. */
  readonly versionOf: string | null;
  readonly samples: 'none' | readonly Sample[] | null;
  /** Of the audio file. */
  readonly audio: Hash | null;
};

/** Kinds of version that were made from a recording that was there before. */
const DERIVED: ReadonlySet<VersionKind> = new Set<VersionKind>([
  'instrumental',
  'a-cappella',
  'remix',
  'edit',
  'clean',
  'sped-up',
  'slowed',
  'remaster',
  'immersive',
]);

/** Whether such a version says nothing of itself until it is known of which recording it is one. */
export function isDerived(kind: VersionKind): boolean {
  return DERIVED.has(kind);
}
