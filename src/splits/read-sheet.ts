import type { House } from '../bot/command.ts';
import type { Row } from '../core/ledger/bundle-contents.ts';
import type { Entry, Hash, PersonId, Seq } from '../core/ledger/entry-types.ts';
import type { SealedPart } from '../core/ledger/sealed.ts';
import { applyToSheet } from '../core/ledger/sheet-fold.ts';
import {
  type DelegationFact,
  type LinkFact,
  type Looked,
  type Outside,
  type SheetEntry,
  type SheetState,
  startSheet,
} from '../core/ledger/sheet-state.ts';

import type { Db } from '../store/tables.ts';

/** An entry about a sheet, with its sealed part where that was not erased. */
export type SheetLine = { readonly entry: SheetEntry; readonly sealed: SealedPart | null };

/** A sheet as its ledger tells it. */
export type LedgerSheet = { readonly state: SheetState; readonly lines: readonly SheetLine[] };

/**
 * Fold a sheet from its entries. What the database says beside them is for finding things; what counts is this.
 *
 * @throws when an entry of ours is wrong: then nothing is built on it
 */
export async function readSheet(
  house: Pick<House, 'evidence'>,
  db: Db,
  team: string,
  id: string,
): Promise<LedgerSheet> {
  const lines = (await house.evidence.chain(db, team, `sheet/${id}`)).map(lineOf).filter(isSheetLine);
  const named = lines.flatMap(({ entry }) =>
    entry.type === 'mark' ? [entry.data.link, entry.data.delegation, entry.data.file] : [],
  );
  const seqs = [...new Set(named.filter((seq) => seq !== null))];
  const outside = factsOf(await house.evidence.rows(db, team, seqs));
  const state = startSheet(id);
  for (const line of lines) take(state, line, outside);
  return { state, lines };
}

/** Take one more entry into a sheet that was read, as it was just written. */
export function takeNext(sheet: LedgerSheet, entry: Entry, sealed: SealedPart | null): LedgerSheet {
  const line = { entry, sealed };
  if (!isSheetLine(line)) throw new Error(`An entry of the type ${entry.type} is no entry of a sheet.`);
  // Whoever writes an entry has just looked up what it names.
  take(sheet.state, line, TRUSTED);
  return { state: sheet.state, lines: [...sheet.lines, line] };
}

function take(state: SheetState, { entry, sealed }: SheetLine, outside: Outside): void {
  const wrong = applyToSheet(state, entry, sealed, outside).find(({ severity }) => severity === 'error');
  if (wrong) throw new Error(`Entry ${entry.seq} of sheet ${state.sheet} does not hold: ${wrong.code}.`);
}

function lineOf({ entry, sealed }: Row): { readonly entry: Entry; readonly sealed: SealedPart | null } {
  if (sealed === null) return { entry, sealed: null };
  return { entry, sealed: JSON.parse(Buffer.from(sealed).toString('utf8')) as SealedPart };
}

function isSheetLine(line: { readonly entry: Entry; readonly sealed: SealedPart | null }): line is SheetLine {
  return /^(?:sheet|mark|message)(?:\.|$)/.test(line.entry.type);
}

const TRUSTED: Outside = {
  link: () => 'absent',
  delegation: () => 'absent',
  file: () => 'absent',
  isWhole: () => true,
  text: () => null,
};

/** What marks rely on. Whether a link or a delegation held was seen when the mark was written. */
function factsOf(rows: readonly Row[]): Outside {
  const bySeq = new Map<Seq, Row>(rows.map((row) => [row.entry.seq, row]));
  function look<T>(seq: Seq, read: (entry: Entry, row: Row) => T | null): Looked<T> {
    const row = bySeq.get(seq);
    return row === undefined ? 'absent' : (read(row.entry, row) ?? 'other');
  }
  return {
    ...TRUSTED,
    link: (seq) =>
      look<LinkFact>(seq, (entry, row) =>
        entry.type === 'person.linked'
          ? {
              person: entry.data.person,
              platform: entry.data.platform,
              account: accountIn(row),
              endedBy: null,
            }
          : null,
      ),
    delegation: (seq) =>
      look<DelegationFact>(seq, (entry) =>
        entry.type === 'person.delegated' ? { ...delegationIn(entry.data), endedBy: null } : null,
      ),
    file: (seq) => look<Hash>(seq, (entry) => (entry.type === 'file.stored' ? entry.data.sha256 : null)),
  };
}

function accountIn({ sealed }: Row): string | null {
  if (sealed === null) return null;
  const { account } = JSON.parse(Buffer.from(sealed).toString('utf8')) as { readonly account?: unknown };
  return account === undefined ? '' : JSON.stringify(account);
}

function delegationIn(data: Entry<'person.delegated'>['data']): Omit<DelegationFact, 'endedBy'> {
  const person: PersonId = data.person;
  return { person, delegate: data.delegate, scope: data.scope, end: data.end };
}
