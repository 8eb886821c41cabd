import type { Problem } from '../problem.ts';
import type { Entry, Hash, MessagePlace, PersonId, Seq, Time } from './entry-types.ts';

/** How sure the act of a party is: read back from the platform, else as it was seen. */
export type Grade = 'confirmed' | 'live' | 'reconciled' | 'attested';

export type VersionStanding = 'completed' | 'cancelled' | 'lapsed' | 'replaced' | 'disputed' | 'open';

/** What a party said of a version: what was added and not removed since. */
export type PartyState = {
  approves: boolean;
  disputes: boolean;
  /** The newest entry that added an approval, also when it was taken back later. */
  approval: Seq | null;
  approvalGrade: Grade | null;
  /** The approval that the completion counted. */
  counted: Seq | null;
  countedGrade: Grade | null;
};

export type VersionState = {
  readonly version: number;
  /** The entry that made it. */
  readonly seq: Seq;
  /** When that was written, in epoch milliseconds. */
  readonly atMs: number;
  readonly text: Hash;
  readonly parties: ReadonlyMap<PersonId, PartyState>;
  /** Whether the frozen text could be read here. */
  readonly textOpen: boolean;
  ended: 'completed' | 'cancelled' | 'lapsed' | null;
};

/** `person` is null for a mark that does not count. */
export type KnownMark = {
  readonly seq: Seq;
  readonly version: number;
  readonly person: PersonId | null;
  readonly confirmable: boolean;
};

/** A sheet as its entries tell it, up to the last one applied. */
export type SheetState = {
  readonly sheet: string;
  readonly versions: Map<number, VersionState>;
  newest: number | null;
  /** The newest version that was completed: the one that rules. */
  completed: number | null;
  /** Versions that were posted in a message, by `placeKey`. */
  readonly posts: Map<string, Set<number>>;
  /** In order of `seq`. */
  readonly marks: KnownMark[];
  /** Files that attested marks stand on: the entries that stored them. */
  readonly files: Set<Seq>;
};

export type SheetEntryType = Extract<
  Entry['type'],
  `sheet.${string}` | `mark${string}` | `message.${string}`
>;
export type SheetEntry = Entry<SheetEntryType>;

/** An account that was the person's, from an entry `person.linked`. */
export type LinkFact = {
  readonly person: PersonId;
  readonly platform: string;
  /** The account as JSON; empty when the sealed part names none; null when the sealed part is not open. */
  readonly account: string | null;
  /** The entry that ended it. */
  endedBy: Seq | null;
};

export type DelegationFact = {
  readonly person: PersonId;
  readonly delegate: PersonId;
  readonly scope: 'all' | readonly string[];
  readonly end: Time;
  endedBy: Seq | null;
};

/** `other`: the entry is here and is something else. `absent`: it is not here, so nothing can be said. */
export type Looked<T> = T | 'other' | 'absent';

/** What a sheet's entries name outside of the sheet. */
export type Outside = {
  link(seq: Seq): Looked<LinkFact>;
  delegation(seq: Seq): Looked<DelegationFact>;
  file(seq: Seq): Looked<Hash>;
  /** Whether all entries of the subject are here, so that an end would be seen. */
  isWhole(subject: string): boolean;
  /** The frozen text with this hash from elsewhere than the sealed part, if it is here. */
  text(sheet: string, version: number, hash: Hash): string | null;
};

/** Nothing wrong, nothing missing: what nearly every entry gives. */
export const FINE: readonly Problem[] = [];

export function startSheet(sheet: string): SheetState {
  return {
    sheet,
    versions: new Map(),
    newest: null,
    completed: null,
    posts: new Map(),
    marks: [],
    files: new Set(),
  };
}

/** One text for each place: the lengths in front tell the four parts apart, whatever is in them. */
export function placeKey({ platform, space, channel, message }: MessagePlace): string {
  return `${platform.length} ${space.length} ${channel.length} ${platform}${space}${channel}${message}`;
}

/** Approved and not disputed. Both at once is undecided. */
export function agrees(party: PartyState): boolean {
  return party.approves && !party.disputes;
}

/** Where a version stands. @see docs/evidence-format.md, "State of a sheet" */
export function standingOf(sheet: SheetState, version: VersionState): VersionStanding {
  if (version.ended !== null) return version.ended;
  if (sheet.newest !== version.version) return 'replaced';
  return version.parties.values().some((party) => party.disputes) ? 'disputed' : 'open';
}

/**
 * The grade of the approval of each party: the one that the completion counted, else the one by which the party agrees
 * now, else null.
 */
export function gradesOf(version: VersionState): Readonly<Record<PersonId, Grade | null>> {
  const completed = version.ended === 'completed';
  return Object.fromEntries(
    version.parties
      .entries()
      .map(([person, party]) => [
        person,
        completed ? party.countedGrade : agrees(party) ? party.approvalGrade : null,
      ]),
  );
}
