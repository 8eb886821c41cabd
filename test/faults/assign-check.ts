import type { CopiedDatabase } from './assign-database.ts';
import { readLines } from './assign-lines.ts';

/**
 * The checker: it knows the tables and the ledger as they are documented, and nothing of the code that gives codes.
 */

/** A part of what a process wrote: while an older database stood in place of the newer one. */
export type Phase = { readonly file: string; readonly from: number; readonly to: number };

export type CodesReport = {
  /** Codes that somebody was told. */
  readonly told: number;
  /** Codes that two recordings got, or that were given twice. */
  readonly repeats: readonly string[];
  /** Numbers between the first and the last of a prefix that nothing explains. */
  readonly gaps: readonly string[];
  readonly problems: readonly string[];
  readonly given: number;
  readonly burnt: number;
  readonly registered: number;
  readonly unfinished: number;
  readonly refusedByClock: number;
  readonly refusedWhileOlder: number;
  readonly busy: number;
};

type Given = {
  readonly code: string;
  readonly given_for: string;
  readonly burnt_at: number | string | null;
};
type Series = { readonly name: string; readonly ranges: string };
type Borne = { readonly code: string; readonly item_id: string; readonly how: string };
type EntryRow = { readonly text: string };
type EntryText = {
  readonly type: string;
  readonly data: {
    readonly code?: string;
    readonly recording?: string;
    readonly unfinished?: readonly (readonly [string, string])[];
  };
};

/** Refusals that an older database has to end in. */
const WHILE_OLDER = new Set([
  ...['assign.history-lost', 'evidence.cut', 'evidence.forked'],
  // Whoever asked for what was removed in the newer state, or before.
  ...['catalog.unknown', 'catalog.code-elsewhere', 'catalog.code-second', 'catalog.code-given'],
]);
/** Refusals that belong to the game at any time. */
const ORDINARY = new Set([
  'catalog.unknown',
  'catalog.code-elsewhere',
  'catalog.code-given',
  'catalog.code-second',
]);

export async function checkCodes(
  database: CopiedDatabase,
  files: readonly string[],
  restored: readonly Phase[],
): Promise<CodesReport> {
  const written = readWritten(files, restored);
  const given = await database.ask<Given>('select code, given_for, burnt_at from given_code');
  const borne = await database.ask<Borne>("select code, item_id, how from item_code where scheme = 'isrc'");
  const dropped = await database.ask<{ code: string }>("select code from dropped_code where scheme = 'isrc'");
  const series = await database.ask<Series>('select name, ranges from series');
  const entries = (await database.ask<EntryRow>('select text from entry order by seq')).map(
    ({ text }) => JSON.parse(text) as EntryText,
  );
  const ledger = readLedger(entries);
  const others = new Set([
    ...borne.flatMap(({ code, how }) => (how === 'registered' ? [code] : [])),
    ...dropped.map(({ code }) => code),
  ]);
  return {
    told: written.told.size,
    repeats: [
      ...written.repeats,
      ...ledger.repeats,
      ...given
        .filter(({ code }) => others.has(code))
        .map(({ code }) => `${code} was given, and registered by others`),
    ],
    gaps: series.flatMap((one) => gapsOf(one, given, others, ledger.unfinished)),
    problems: [
      ...written.problems,
      ...againstTables(written, given, borne, ledger),
      ...given
        .filter(({ code }) => ledger.unfinished.has(code))
        .map(({ code }) => `${code} was given and left out`),
    ],
    given: given.length,
    burnt: given.filter(({ burnt_at }) => burnt_at !== null).length,
    registered: others.size,
    unfinished: ledger.unfinished.size,
    ...written.counts,
  };
}

type Written = {
  /** The recording of each code that was told. */
  readonly told: ReadonlyMap<string, string>;
  readonly removed: ReadonlySet<string>;
  readonly registered: ReadonlyMap<string, string>;
  readonly repeats: readonly string[];
  readonly problems: readonly string[];
  readonly counts: {
    readonly refusedByClock: number;
    readonly refusedWhileOlder: number;
    readonly busy: number;
  };
};

function readWritten(files: readonly string[], restored: readonly Phase[]): Written {
  const told = new Map<string, string>();
  const codeOf = new Map<string, string>();
  const removed = new Set<string>();
  const registered = new Map<string, string>();
  const repeats: string[] = [];
  const problems: string[] = [];
  const counts = { refusedByClock: 0, refusedWhileOlder: 0, busy: 0 };
  for (const file of files) {
    const older = restored.find((phase) => phase.file === file);
    let at = 0;
    for (const line of readLines(file).lines) {
      const isOlder = older !== undefined && at >= older.from && at < older.to;
      at += Buffer.byteLength(JSON.stringify(line)) + 1;
      if ('told' in line) {
        if (isOlder && line.fresh > 0)
          problems.push(`given while an older database stood there: ${JSON.stringify(line.told)}`);
        for (const [recording, code] of line.told) {
          const other = told.get(code);
          if (other !== undefined && other !== recording)
            repeats.push(`${code} for ${other} and ${recording}`);
          const before = codeOf.get(recording);
          if (before !== undefined && before !== code)
            problems.push(`${recording} was told ${before} and ${code}`);
          told.set(code, recording);
          codeOf.set(recording, code);
        }
      } else if ('removed' in line) {
        if (isOlder) problems.push(`${line.removed} was removed while an older database stood there`);
        removed.add(line.removed);
      } else if ('registered' in line) {
        if (isOlder)
          problems.push(`${line.registered[1]} was registered while an older database stood there`);
        registered.set(line.registered[1], line.registered[0]);
      } else if ('refused' in line) {
        const allowed = isOlder ? WHILE_OLDER.has(line.refused) : ORDINARY.has(line.refused);
        if (isOlder && line.refused.match(/^(?:assign|evidence)/)) counts.refusedWhileOlder += 1;
        if (line.clock && line.refused === 'assign.clock') counts.refusedByClock += 1;
        else if (!allowed)
          problems.push(`refused with ${line.refused}${isOlder ? ' by the older database' : ''}`);
      } else if ('failed' in line) {
        // Ten processes on one SQLite file: whoever waits longer than ten seconds is told to ask again.
        if (/database is locked|kept locked/.test(line.failed)) counts.busy += 1;
        else problems.push(line.failed);
      }
    }
  }
  return { told, removed, registered, repeats, problems, counts };
}

type Ledger = {
  readonly assigned: ReadonlyMap<string, string>;
  readonly burnt: ReadonlySet<string>;
  readonly unfinished: ReadonlySet<string>;
  readonly repeats: readonly string[];
};

function readLedger(entries: readonly EntryText[]): Ledger {
  const assigned = new Map<string, string>();
  const burnt = new Set<string>();
  const unfinished = new Set<string>();
  const repeats: string[] = [];
  for (const { type, data } of entries) {
    const { code = '', recording = '', unfinished: left = [] } = data;
    if (type === 'code.burnt') burnt.add(code);
    if (type !== 'code.assigned') continue;
    if (assigned.has(code))
      repeats.push(`the ledger gives ${code} to ${assigned.get(code)} and ${recording}`);
    assigned.set(code, recording);
    for (const [from, to] of left)
      for (let number = Number(from.slice(7)); number <= Number(to.slice(7)); number += 1)
        unfinished.add(from.slice(0, 7) + String(number).padStart(5, '0'));
  }
  return { assigned, burnt, unfinished, repeats };
}

/** Each code that was told, given or burnt has to be so everywhere. */
function againstTables(
  { told, removed, registered }: Written,
  given: readonly Given[],
  borne: readonly Borne[],
  { assigned, burnt, unfinished }: Ledger,
): readonly string[] {
  const rows = new Map(given.map((row) => [row.code, row]));
  const problems: string[] = [];
  for (const [code, recording] of told) {
    if (registered.get(code) === recording) continue;
    if (rows.get(code)?.given_for !== recording)
      problems.push(`${code} was told for ${recording}, and the table says else`);
    if (assigned.get(code) !== recording)
      problems.push(`${code} was told for ${recording}, and the ledger says else`);
    if (unfinished.has(code)) problems.push(`${code} was told, and left out`);
  }
  for (const { code, given_for, burnt_at } of given) {
    if (assigned.get(code) !== given_for) problems.push(`${code} is in the table and not in the ledger`);
    if ((burnt_at !== null) !== burnt.has(code))
      problems.push(`${code} is burnt in one of table and ledger alone`);
    if (removed.has(given_for) && burnt_at === null)
      problems.push(`${code} of the removed ${given_for} is not burnt`);
  }
  if (assigned.size !== given.length)
    problems.push(`the ledger gives ${assigned.size} codes, the table has ${given.length}`);
  const bearers = new Map<string, string>();
  for (const { code, item_id } of borne) {
    if (bearers.has(code)) problems.push(`${code} is on ${bearers.get(code)} and ${item_id}`);
    bearers.set(code, item_id);
  }
  return problems;
}

function gapsOf(
  { name, ranges }: Series,
  given: readonly Given[],
  others: ReadonlySet<string>,
  unfinished: ReadonlySet<string>,
): readonly string[] {
  const known = new Set([...given.map(({ code }) => code), ...others, ...unfinished]);
  const order = (JSON.parse(ranges) as [number, number][]).flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
  const year = given.find(({ code }) => code.startsWith(name))?.code.slice(5, 7);
  if (year === undefined) return [];
  const codes = order.map((number) => name + year + String(number).padStart(5, '0'));
  const own = new Set(given.map(({ code }) => code));
  const last = codes.findLastIndex((code) => own.has(code));
  return codes.slice(0, last).filter((code) => !known.has(code));
}
