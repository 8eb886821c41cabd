import type { House } from '../bot/command.ts';
import type { Row } from '../core/ledger/bundle-contents.ts';
import type { Entry, Hash, PersonId, Seq } from '../core/ledger/entry-types.ts';
import { type AccountRef, findPerson, isSameAccount, sheetsOf } from '../store/people.ts';
import type { Db } from '../store/tables.ts';
import { accountsEver, delegatorsOf, ownersOf, seqsOf } from '../store/traces.ts';
import { itemTraces } from './catalog-about.ts';
import { permissionTraces, type Whom, whomOf } from './permissions-about.ts';

/** A sealed part about somebody: the subject whose entry it belongs to, and what is in it. */
export type SealedTrace = {
  readonly subject: string;
  readonly seq: Seq;
  readonly type: string;
  readonly sealed: string;
};

/** Where somebody has left anything personal. */
export type Traces = {
  readonly accounts: readonly AccountRef[];
  /** In order of their ids. */
  readonly sheets: readonly string[];
  /** By subject, then by number. */
  readonly parts: readonly SealedTrace[];
  /** Signed files that stand for them alone. */
  readonly files: readonly Hash[];
  /** By what licenses and notes know them; null for somebody who is not in the books any more. */
  readonly whom: Whom | null;
};

export type Books = { readonly house: Pick<House, 'evidence'>; readonly db: Db; readonly team: string };

/**
 * Sheets on which somebody stood, or marked for somebody else: as a delegate, or from an account that was another
 * person's then.
 */
export async function sheetsAbout({ db, team }: Books, person: PersonId): Promise<readonly string[]> {
  const owners = await ownersBeside(db, team, person);
  const people = new Set([...owners, ...(await delegatorsOf(db, team, owners))]);
  const sheets = new Set<string>();
  for (const one of people) for (const sheet of await sheetsOf(db, team, one)) sheets.add(sheet);
  return [...sheets].sort();
}

async function ownersBeside(db: Db, team: string, person: PersonId): Promise<readonly PersonId[]> {
  const owners = new Set([person]);
  for (const account of await accountsEver(db, team, person)) {
    for (const owner of await ownersOf(db, team, account)) owners.add(owner);
  }
  return [...owners];
}

/**
 * Everything sealed about somebody: their links and profile, marks for them and by them, the files that stand for
 * them, and the texts of versions that were replaced. The text of the newest version and of an agreed one belongs to
 * everybody on it, and is left out, and so is what a recording of theirs is now. Licenses that they are a side of and
 * notes with their words are among it.
 *
 * @see docs/evidence-format.md, "Entry types", for what each sealed part holds
 */
export async function tracesOf(books: Books, person: PersonId): Promise<Traces> {
  const { house, db, team } = books;
  const accounts = await accountsEver(db, team, person);
  const sheets = await sheetsAbout(books, person);
  const isTheirs = (of: AccountRef) => accounts.some((account) => isSameAccount(account, of));
  const found: Row[] = [];
  for (const owner of await ownersBeside(db, team, person)) {
    const rows = await house.evidence.chain(db, team, `person/${owner}`);
    found.push(...rows.filter((row) => isLink(row, person, isTheirs)));
  }
  const changes = await house.evidence.chain(db, team, 'team');
  found.push(...changes.filter(({ entry }) => isChangeOf(entry, person)), ...itemTraces(changes, person));
  const files = new Set<Seq>();
  for (const sheet of sheets) {
    const rows = await house.evidence.chain(db, team, `sheet/${sheet}`);
    const needed = neededTexts(rows);
    for (const row of rows) {
      const { entry } = row;
      if (entry.type === 'mark' && entry.data.party === person && entry.data.file !== null) {
        files.add(entry.data.file);
      }
      if (isMark(row, person, isTheirs) || (isTextWith(entry, person) && !needed.has(entry.seq))) {
        found.push(row);
      }
    }
  }
  const stored = await house.evidence.rows(db, team, [...files]);
  found.push(...stored);
  const known = await findPerson(db, team, person);
  const whom = known === undefined ? null : whomOf(known, accounts);
  const permissions = whom === null ? { rows: [], files: [] } : await permissionTraces(books, whom);
  found.push(...permissions.rows);
  const gone = await onlyHere(books, [...stored, ...permissions.files]);
  return { accounts, sheets, parts: found.flatMap(partOf), files: gone, whom };
}

function partOf({ entry, sealed }: Row): readonly SealedTrace[] {
  if (sealed === null) return [];
  const { subject, seq, type } = entry;
  return [{ subject, seq, type, sealed: Buffer.from(sealed).toString('utf8') }];
}

function isLink({ entry, sealed }: Row, person: PersonId, isTheirs: (of: AccountRef) => boolean): boolean {
  if (entry.type !== 'person.linked') return false;
  const { platform, space } = entry.data;
  return entry.data.person === person || isTheirs({ platform, space, account: accountIn(sealed) });
}

function isMark({ entry, sealed }: Row, person: PersonId, isTheirs: (of: AccountRef) => boolean): boolean {
  if (entry.type !== 'mark') return false;
  const { party, at_message: at } = entry.data;
  if (party === person) return true;
  return at !== null && isTheirs({ platform: at.platform, space: at.space, account: accountIn(sealed) });
}

/** @returns the empty text, which is nobody's account, where it is erased */
function accountIn(sealed: Row['sealed']): string {
  if (sealed === null) return '';
  const { account } = JSON.parse(Buffer.from(sealed).toString('utf8')) as { readonly account?: unknown };
  return typeof account === 'string' ? account : '';
}

function isChangeOf({ type, data }: Entry, person: PersonId): boolean {
  return type === 'admin.person_changed' && 'person' in data && data.person === person;
}

function isTextWith(entry: Entry, person: PersonId): boolean {
  return entry.type === 'sheet.version' && entry.data.parties.includes(person);
}

/** The entries with the texts that the others rely on: of the newest version, and of each completed one. */
function neededTexts(rows: readonly Row[]): ReadonlySet<Seq> {
  const versions = new Map<number, Seq>();
  const completed = new Set<number>();
  for (const { entry } of rows) {
    if (entry.type === 'sheet.version') versions.set(entry.data.version, entry.seq);
    if (entry.type === 'sheet.completed') completed.add(entry.data.version);
  }
  const newest = Math.max(...versions.keys());
  return new Set([...versions].flatMap(([one, seq]) => (one === newest || completed.has(one) ? [seq] : [])));
}

/** Files that no other entry names: the same bytes may stand for somebody else too. */
async function onlyHere({ house, db, team }: Books, rows: readonly Row[]): Promise<readonly Hash[]> {
  if (rows.length === 0) return [];
  const own = new Set(rows.map(({ entry }) => entry.seq));
  const others = (await seqsOf(db, team, 'file.stored')).filter((seq) => !own.has(seq));
  const needed = new Set((await house.evidence.rows(db, team, others)).flatMap(hashIn));
  return rows.flatMap(hashIn).filter((hash) => !needed.has(hash));
}

function hashIn({ entry }: Row): readonly Hash[] {
  return entry.type === 'file.stored' ? [entry.data.sha256] : [];
}
