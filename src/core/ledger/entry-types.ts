import type { JsonObject } from './json.ts';

/** The layers of a sheet, in the order in which the frozen text lists them. */
export const LAYERS = ['composition', 'master', 'performer'] as const;

export type Layer = (typeof LAYERS)[number];

/** A person of the team's books, `p_…`. */
export type PersonId = string;
/** Lower-case hex of a SHA-256. */
export type Hash = string;
/** RFC 3339, UTC, milliseconds. */
export type Time = string;
/** The number of an entry. */
export type Seq = number;
/** A fraction in lowest terms, `1/3`. */
export type ShareText = string;

/** Where a message stands, in the platform's own ids. */
export type MessagePlace = {
  readonly platform: string;
  readonly space: string;
  readonly channel: string;
  readonly message: string;
};

export type LayerShares = { readonly [L in Layer]?: readonly (readonly [PersonId, ShareText])[] };

type SheetVersion = { readonly sheet: string; readonly version: number };
type MessageEvent = { readonly sheet: string; readonly at_message: MessagePlace; readonly reason: string };

/**
 * What each type of entry says, without personal data.
 *
 * @see docs/evidence-format.md, "Entry types"
 */
export type EntryData = {
  'ledger.created': { readonly key: string };
  'sheet.version': SheetVersion & {
    readonly text: Hash;
    readonly layers: LayerShares;
    readonly parties: readonly PersonId[];
    readonly proposer: PersonId;
    readonly replaces: number | null;
    readonly amends: number | null;
    readonly language: string;
  };
  'sheet.posted': SheetVersion & { readonly at_message: MessagePlace; readonly permalink: string | null };
  mark: SheetVersion & {
    readonly text: Hash;
    readonly party: PersonId;
    readonly mark: 'approve' | 'dispute';
    readonly act: 'added' | 'removed';
    readonly method: 'reaction' | 'button' | 'command' | 'attestation';
    readonly seen: 'live' | 'reconciled' | 'attested';
    readonly platform_time: Time | null;
    readonly between: readonly [from: Time, to: Time] | null;
    readonly at_message: MessagePlace | null;
    readonly link: Seq | null;
    readonly delegation: Seq | null;
    readonly file: Seq | null;
  };
  'mark.confirmed': { readonly sheet: string; readonly mark: Seq; readonly read_at: Time };
  'message.gone': MessageEvent;
  'message.changed': MessageEvent;
  'sheet.completed': SheetVersion & { readonly text: Hash; readonly marks: readonly Seq[] };
  'sheet.lapsed': SheetVersion;
  'sheet.cancelled': SheetVersion;
  'sheet.disputed': SheetVersion;
  'sheet.resolved': SheetVersion;
  'person.linked': {
    readonly person: PersonId;
    readonly platform: string;
    readonly space: string;
    readonly by: PersonId | null;
  };
  'person.unlinked': { readonly person: PersonId; readonly link: Seq };
  'person.delegated': {
    readonly person: PersonId;
    readonly delegate: PersonId;
    readonly scope: 'all' | readonly string[];
    readonly end: Time;
  };
  'person.undelegated': { readonly person: PersonId; readonly delegation: Seq };
  erasure: {
    readonly entries: readonly Seq[];
    readonly reason: 'request' | 'retention' | 'order';
    readonly by: PersonId | null;
  };
  exported: {
    readonly ends: { readonly [subject: string]: Seq };
    readonly pdf: Hash | null;
    readonly by: PersonId | null;
  };
  'file.stored': JsonObject & {
    readonly sha256: Hash;
    readonly size: number;
    readonly media_type: string;
  };
} & { readonly [T in LooseType]: JsonObject };

/** Types of which the format fixes the subject and leaves the members open. */
export type LooseType =
  | 'code.prefix'
  | 'code.assigned'
  | 'code.registered'
  | 'code.burnt'
  | 'note.saved'
  | 'settings.changed'
  | `license.${string}`
  | `release.${string}`
  | `admin.${string}`;

export type EntryType = keyof EntryData;

/** What all entries have. */
type Frame = {
  readonly v: 1;
  readonly ledger: string;
  readonly seq: Seq;
  readonly at: Time;
  readonly subject: string;
  /** The newest earlier entry of the same subject. */
  readonly prev: Seq | null;
  /** The hash of the sealed part, if there is one. */
  readonly sealed?: Hash;
};

/** One line of evidence; a union by type. */
export type Entry<T extends EntryType = EntryType> = {
  [K in T]: Frame & { readonly type: K; readonly data: EntryData[K] };
}[T];

/** An entry of a type that this version does not know. Its frame holds; what its data means cannot be said. */
export type StrangeEntry = Frame & { readonly type: string; readonly data: JsonObject };

/** Types that always have a sealed part. */
export const SEALED_TYPES: ReadonlySet<string> = new Set(['sheet.version', 'mark', 'person.linked']);
