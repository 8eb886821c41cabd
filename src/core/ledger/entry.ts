import { bad, good, type Parsed } from '../problem.ts';
import { type CanonicalProblem, canonicalBytes, parseCanonical } from './canonical.ts';
import { rowOf } from './data-shapes.ts';
import {
  type Entry,
  type EntryData,
  type EntryType,
  type Hash,
  SEALED_TYPES,
  type Seq,
  type StrangeEntry,
  type Time,
} from './entry-types.ts';
import { isHash, isOrigin, isSeq, isSubject, isTime } from './grammar.ts';
import { leafHash } from './hash.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { wrongMember } from './shapes.ts';

export type EntryProblem =
  | 'entry.object'
  | 'entry.member'
  | 'entry.first'
  | 'entry.subject'
  | 'entry.data'
  | 'entry.unsealed';

/** What bytes turn out to be: an entry we know, one of a type we do not know, or one of a later version. */
export type EntryReading =
  | { readonly kind: 'known'; readonly entry: Entry }
  | { readonly kind: 'strange'; readonly entry: StrangeEntry }
  | { readonly kind: 'newer'; readonly v: number };

/** What the writer of an entry decides; the rest follows. */
export type EntryDraft<T extends EntryType = EntryType> = {
  [K in T]: {
    readonly ledger: string;
    readonly seq: Seq;
    readonly at: Time;
    readonly type: K;
    readonly subject: string;
    readonly prev: Seq | null;
    readonly data: EntryData[K];
    /** The hash that came with the sealed part, see `sealPart`. */
    readonly sealed?: Hash;
  };
}[T];

export type WrittenEntry = { readonly entry: Entry; readonly bytes: Buffer; readonly leaf: Buffer };

/**
 * Write an entry: its canonical bytes and its leaf hash. What `readEntry` would refuse is refused here.
 *
 * `seq`, `prev` and `at` are the caller's, taken under the lock of the ledger; see `notBefore` for the time.
 */
export function makeEntry(draft: EntryDraft): Parsed<WrittenEntry, EntryProblem | CanonicalProblem> {
  const value = { v: 1, ...draft } as unknown as Json;
  const bytes = canonicalBytes(value);
  if (!bytes.ok) return bytes;
  const reading = readValue(value);
  if (!reading.ok) return reading;
  if (reading.value.kind !== 'known') return bad('entry.member', { member: 'type' });
  return good({ entry: reading.value.entry, bytes: bytes.value, leaf: leafHash(bytes.value) });
}

/** The time to write down: ours, but never earlier than the entry before, in case our clock went back. */
export function notBefore(now: Time, before: Time | null): Time {
  return before !== null && before > now ? before : now;
}

/**
 * Read an entry, strictly: its bytes are canonical, it has the members of an entry and no others, and for a type that
 * we know the subject and the data are exactly as the table says.
 *
 * @see docs/evidence-format.md, "Entry" and "Entry types"
 */
export function readEntry(bytes: Uint8Array): Parsed<EntryReading, EntryProblem | CanonicalProblem> {
  const value = parseCanonical(bytes);
  return value.ok ? readValue(value.value) : value;
}

const FRAME: ReadonlySet<string> = new Set([
  'v',
  'ledger',
  'seq',
  'at',
  'type',
  'subject',
  'prev',
  'data',
  'sealed',
]);

function readValue(value: Json): Parsed<EntryReading, EntryProblem> {
  if (!isObject(value)) return bad('entry.object');
  const { v } = value;
  if (typeof v === 'number' && v > 1) return good({ kind: 'newer', v });
  const member = wrongFrame(value);
  if (member !== null) return bad('entry.member', { member });
  // Every member was looked at just now.
  const entry = value as unknown as StrangeEntry;
  const { seq, type, subject, data } = entry;
  if ((type === 'ledger.created') !== (seq === 0)) return bad('entry.first', { type });
  const row = rowOf(type);
  if (row === undefined) return good({ kind: 'strange', entry });
  if (!row.subject(subject)) return bad('entry.subject', { type, subject });
  const wrong = wrongMember(data, row.members, row.closed);
  if (wrong !== null) return bad('entry.data', { type, member: wrong });
  return checkTogether(entry as Entry);
}

function wrongFrame(value: JsonObject): string | null {
  const { v, ledger, seq, at, type, subject, prev, data, sealed } = value;
  if (v !== 1) return 'v';
  if (typeof ledger !== 'string' || !isOrigin(ledger)) return 'ledger';
  if (!isSeq(seq)) return 'seq';
  if (typeof at !== 'string' || !isTime(at)) return 'at';
  if (typeof type !== 'string') return 'type';
  if (typeof subject !== 'string' || !isSubject(subject)) return 'subject';
  if (prev !== null && !(isSeq(prev) && prev < seq)) return 'prev';
  if (!isObject(data)) return 'data';
  if (sealed !== undefined && !(typeof sealed === 'string' && isHash(sealed))) return 'sealed';
  for (const member in value) if (!FRAME.has(member)) return member;
  return null;
}

/** What one member says of another. */
function checkTogether(entry: Entry): Parsed<EntryReading, EntryProblem> {
  const { type, subject, data } = entry;
  const named =
    'sheet' in data ? `sheet/${data.sheet}` : 'person' in data ? `person/${data.person}` : subject;
  if (isOfItsOwn(type) && named !== subject) return bad('entry.subject', { type, subject });
  if (type === 'mark' && (entry.data.between !== null) !== (entry.data.seen === 'reconciled')) {
    return bad('entry.data', { type, member: 'between' });
  }
  if (SEALED_TYPES.has(type) && entry.sealed === undefined) return bad('entry.unsealed', { type });
  return good({ kind: 'known', entry });
}

/** Types whose data repeats the id of the subject. */
function isOfItsOwn(type: string): boolean {
  return /^(?:sheet|mark|message|person)(?:\.|$)/.test(type);
}
