import type { Entry, EntryData, PersonId, Seq } from './entry-types.ts';
import { sha256Hex } from './hash.ts';

/** An entry of the ledger as a store keeps it. */
export type Row = {
  readonly entry: Entry;
  /** Canonical bytes. */
  readonly bytes: Uint8Array;
  /** The sealed part; null when there is none, or it was erased. */
  readonly sealed: Uint8Array | null;
};

/** What to look up next: all entries of these subjects, and these single entries. */
export type Wanted = { readonly subjects: readonly string[]; readonly seqs: readonly Seq[] };

/**
 * Gather what a bundle of a subject holds: entry 0, the whole chain of the subject, of a sheet the whole chains of its
 * parties and delegates, and every entry that a mark relies on.
 *
 * A generator, so that it can be asked by a store that waits and by one that does not: answer each `Wanted` with the
 * rows, in any order.
 *
 * @returns the rows by `seq`, each once
 */
export function* gatherRows(subject: string): Generator<Wanted, readonly Row[], readonly Row[]> {
  const rows = new Map<Seq, Row>();
  const whole = new Set<string>();
  let wanted: Wanted = { subjects: [subject], seqs: [0] };
  while (wanted.subjects.length + wanted.seqs.length > 0) {
    for (const row of yield wanted) rows.set(row.entry.seq, row);
    for (const chain of wanted.subjects) whole.add(chain);
    const entries = [...rows.values()].map(({ entry }) => entry);
    wanted = {
      subjects: peopleOf(subject, entries).filter((chain) => !whole.has(chain)),
      seqs: namedBy(entries).filter((seq) => !rows.has(seq)),
    };
  }
  return [...rows.values()].sort((a, b) => a.entry.seq - b.entry.seq);
}

/** The chains that tell whether an account or a delegation held: of every party of a sheet, and of their delegates. */
function peopleOf(subject: string, entries: readonly Entry[]): readonly string[] {
  if (!subject.startsWith('sheet/')) return [];
  const named = new Set(entries.flatMap((entry) => (entry.type === 'mark' ? [entry.data.delegation] : [])));
  const people = entries.flatMap((entry): readonly PersonId[] => {
    if (entry.type === 'sheet.version') return entry.data.parties;
    return entry.type === 'person.delegated' && named.has(entry.seq) ? [entry.data.delegate] : [];
  });
  return [...new Set(people)].map((person) => `person/${person}`);
}

function namedBy(entries: readonly Entry[]): readonly Seq[] {
  const named = entries.flatMap((entry) =>
    entry.type === 'mark' ? [entry.data.link, entry.data.delegation, entry.data.file] : [],
  );
  return [...new Set(named.filter((seq) => seq !== null))];
}

/** Whether an export is to be written, and what it says; or the export that is there already, since nothing is new. */
export type NextExport =
  | { readonly kind: 'append'; readonly prev: Seq; readonly data: EntryData['exported'] }
  | { readonly kind: 'nothing-new'; readonly exported: Entry<'exported'> };

/**
 * The export that closes a bundle of these rows.
 *
 * @param rows from `gatherRows`; the chain of the subject must not be empty
 * @param pdf hex SHA-256 of the PDF that goes along, or null
 * @param by who takes it out, or null
 */
export function nextExport(
  subject: string,
  rows: readonly Row[],
  pdf: string | null,
  by: PersonId | null,
): NextExport | null {
  const entries = rows.map(({ entry }) => entry);
  const whole = new Set([subject, ...peopleOf(subject, entries)]);
  const ends = new Map<string, Seq>();
  for (const entry of entries) if (whole.has(entry.subject)) ends.set(entry.subject, entry.seq);
  const prev = ends.get(subject);
  if (prev === undefined) return null;
  const last = entries.find(({ seq }) => seq === prev);
  if (last?.type === 'exported' && last.data.pdf === pdf && closes(last, ends)) {
    return { kind: 'nothing-new', exported: last };
  }
  return { kind: 'append', prev, data: { ends: Object.fromEntries(ends), pdf, by } };
}

/** Nothing came into any of the chains after this export. */
function closes({ seq, subject, data }: Entry<'exported'>, ends: ReadonlyMap<string, Seq>): boolean {
  const named = Object.keys(data.ends);
  return (
    named.length === ends.size &&
    named.every((name) => ends.get(name) === (name === subject ? seq : data.ends[name]))
  );
}

/** The stored files that the rows name, by hash: what goes into `files/`. */
export function filesOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.flatMap(({ entry }) => (entry.type === 'file.stored' ? [entry.data.sha256] : [])))];
}

/** The frozen texts in open sealed parts, by version: what goes into `texts/`. */
export function textsOf(
  rows: readonly Row[],
): readonly { readonly sheet: string; readonly version: number; readonly text: string }[] {
  return rows.flatMap(({ entry, sealed }) => {
    if (entry.type !== 'sheet.version' || sealed === null) return [];
    const { text } = JSON.parse(Buffer.from(sealed).toString('utf8')) as { readonly text?: unknown };
    const { sheet, version, text: hash } = entry.data;
    return typeof text === 'string' && sha256Hex(text) === hash ? [{ sheet, version, text }] : [];
  });
}
