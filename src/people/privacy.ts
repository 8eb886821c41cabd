import type { Context, House } from '../bot/command.ts';
import { mustBeAllowed } from '../bot/permissions.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import type { PersonId, Seq } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import { erase } from '../store/evidence-erase.ts';
import { deleteFile } from '../store/files.ts';
import { holdLedger } from '../store/ledger.ts';
import { erasePerson, findLink, findPerson, linksOf, listPeople } from '../store/people.ts';
import { lockSheet } from '../store/sheets.ts';
import type { Db } from '../store/tables.ts';
import { lockTeam } from '../store/teams.ts';
import { accountsEver, eraseFromSheets, forgetAccount } from '../store/traces.ts';
import { inTransaction } from '../store/transaction.ts';
import { code } from '../text/spans.ts';
import { eraseFromRecordings, holdRecordingsOf } from './catalog-about.ts';
import { eraseCodes } from './codes.ts';
import { unlink } from './link.ts';
import { eraseFromPermissions } from './permissions-about.ts';
import { askForReceipt } from './receipt.ts';
import { eraseFromReleases } from './releases-about.ts';
import { say } from './say.ts';
import { type Books, sheetsAbout, type Traces, tracesOf } from './traces.ts';
import { bareName, calledSo } from './typed-name.ts';

/** `/splitproof privacy`: everything that is kept about the asker, as a file; or the question whether to erase it. */
export async function privacy(whom: string | undefined, context: Context): Promise<Reply> {
  return whom === undefined ? takeOut(context) : askErase(whom, context);
}

async function takeOut({ house, asker, t }: Context): Promise<Reply> {
  const link = await findLink(house.db, asker.team, asker);
  const person = link && (await findPerson(house.db, asker.team, link.person));
  const books = { house, team: asker.team, db: house.db };
  const about = link === undefined ? [] : (await tracesOf(books, link.person)).parts;
  const kept = {
    person: person ?? null,
    accounts: link === undefined ? [] : await linksOf(house.db, asker.team, [link.person]),
    settings: await house.settings.ofAccount(asker.platform, asker.space, asker.account),
    ledger: about.map(({ subject, seq, type, sealed }) => ({
      entry: seq,
      type,
      subject,
      sealed: JSON.parse(sealed) as unknown,
    })),
  };
  return {
    tone: 'plain',
    title: t(say.privacyTitle),
    text: [
      t(say.privacyCount, {
        entries: about.length,
        sheets: new Set(about.map(({ subject }) => subject).filter((one) => one.startsWith('sheet/'))).size,
      }),
      t(say.privacyFile),
      t(say.privacyErase, { command: code('/splitproof privacy erase: @name') }),
    ],
    files: [
      {
        name: 'about-you.json',
        mediaType: 'application/json',
        bytes: Buffer.from(`${JSON.stringify(kept, null, 2)}\n`, 'utf8'),
      },
    ],
  };
}

async function askErase(whom: string, { house, asker, t }: Context): Promise<Reply> {
  mustBeAllowed('admin', asker);
  const name = bareName(whom);
  const found = calledSo(await listPeople(house.db, asker.team), whom);
  const [person] = found;
  if (person === undefined) throw new UserError({ code: 'person.unknown', details: { name } });
  if (found.length > 1) throw new UserError({ code: 'split.who-several', details: { name } });
  const { parts } = await tracesOf({ house, team: asker.team, db: house.db }, person.id);
  return {
    tone: 'caution',
    title: t(say.eraseConfirm, { name: person.displayName }),
    text: [t(say.eraseConfirmNext, { entries: parts.length })],
    buttons: [{ label: t(say.erase), style: 'danger', press: pressOf('splitproof', 'erase', person.id) }],
  };
}

/**
 * The button under the question: sealed parts are deleted, and that they were is written down for each subject. Then
 * names, accounts and what was done for them go out of the tables, and the accounts are nobody's any more.
 *
 * Receipts of the erasures go to an account that the person had; they are asked for before it is taken off.
 *
 * @param erased told of each erasure on a sheet, so that its parties get their receipts
 */
export async function confirmedErase(
  person: PersonId,
  { house, asker, t }: Context,
  erased: (db: Db, sheet: string, seq: Seq) => Promise<void>,
): Promise<Reply> {
  mustBeAllowed('admin', asker);
  const { team } = asker;
  const before = await findPerson(house.db, team, person);
  if (before === undefined) throw new UserError({ code: 'person.unknown', details: { name: person } });
  for (const { platform, space, account } of await accountsEver(house.db, team, person)) {
    await house.settings.saveAccount(platform, space, account, { language: null, timeZone: null });
  }
  const count = await inTransaction(house.db, async (db) => {
    const books = { house, team, db };
    // The sheets first and the ledger after them, as who marks does; from here on nothing is written about them.
    for (const sheet of await sheetsAbout(books, person)) await lockSheet(db, team, sheet);
    // Whoever changes a license or note holds the team before its row, and the ledger after it.
    await lockTeam(db, team);
    await holdRecordingsOf(db, team, person);
    await holdLedger(db, team);
    const traces = await tracesOf(books, person);
    await eraseParts(books, person, traces, (await findLink(db, team, asker))?.person ?? null, erased);
    await unlinkAll(books, person);
    for (const sha256 of traces.files) await deleteFile(db, team, sha256);
    for (const account of traces.accounts) await forgetAccount(db, team, account);
    await eraseCodes(db, person, traces.accounts);
    await eraseFromSheets(db, team, person);
    if (traces.whom !== null) {
      await eraseFromPermissions(books, traces.whom);
      await eraseFromReleases(books, traces.whom);
    }
    await eraseFromRecordings(db, team, person);
    await erasePerson(db, team, person);
    return traces.parts.length;
  });
  house.poke();
  return {
    tone: 'good',
    title: t(say.erased, { entries: count, name: before.displayName }),
    text: [t(say.erasedNext)],
  };
}

type OpenBooks = Books & { readonly house: House };

/** One erasure for each subject, with its receipts. */
async function eraseParts(
  { house, db, team }: OpenBooks,
  person: PersonId,
  { parts, accounts }: Traces,
  by: PersonId | null,
  erased: (db: Db, sheet: string, seq: Seq) => Promise<void>,
): Promise<void> {
  const [own = accounts[0]] = await linksOf(db, team, [person]);
  for (const [subject, about] of Map.groupBy(parts, (one) => one.subject)) {
    const entries = about.map(({ seq }) => seq);
    const { seq } = await erase(db, house.evidence, team, { subject, entries, reason: 'request', by });
    if (own !== undefined) await askForReceipt(house, db, team, seq, own);
    if (subject.startsWith('sheet/')) await erased(db, subject.slice('sheet/'.length), seq);
  }
}

async function unlinkAll({ house, db, team }: OpenBooks, person: PersonId): Promise<void> {
  for (const link of await linksOf(db, team, [person])) {
    await unlink(house, db, team, link);
  }
}
