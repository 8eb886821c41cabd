import type { Context } from '../bot/command.ts';
import { mustBeAllowed } from '../bot/permissions.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import type { PersonId, Seq } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import { erase } from '../store/evidence-erase.ts';
import {
  endLink,
  erasePerson,
  findLink,
  findPerson,
  linksOf,
  listPeople,
  sheetsOf,
} from '../store/people.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';
import { code } from '../text/spans.ts';
import { say } from './say.ts';
import { bareName, calledSo } from './typed-name.ts';

/** A sealed part about somebody: the subject whose entry it belongs to, and what is in it. */
type About = { readonly subject: string; readonly seq: Seq; readonly type: string; readonly sealed: string };

/** `/splitproof privacy`: everything that is kept about the asker, as a file; or the question whether to erase it. */
export async function privacy(whom: string | undefined, context: Context): Promise<Reply> {
  return whom === undefined ? takeOut(context) : askErase(whom, context);
}

async function takeOut({ house, asker, t }: Context): Promise<Reply> {
  const link = await findLink(house.db, asker.team, asker);
  const person = link && (await findPerson(house.db, asker.team, link.person));
  const about = link === undefined ? [] : await partsAbout(context(house, asker), link.person);
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

type Where = { readonly house: Context['house']; readonly team: string; readonly db: Db };

function context(house: Context['house'], { team }: Context['asker']): Where {
  return { house, team, db: house.db };
}

/** The sealed parts of links and marks of a person. Frozen texts belong to everyone on the sheet. */
async function partsAbout({ house, team, db }: Where, person: PersonId): Promise<readonly About[]> {
  const subjects = [
    `person/${person}`,
    ...(await sheetsOf(db, team, person)).map((sheet) => `sheet/${sheet}`),
  ];
  const found: About[] = [];
  for (const subject of subjects) {
    for (const { entry, sealed } of await house.evidence.chain(db, team, subject)) {
      const isTheirs = entry.type === 'mark' ? entry.data.party === person : entry.type === 'person.linked';
      if (!isTheirs || sealed === null) continue;
      const text = Buffer.from(sealed).toString('utf8');
      found.push({ subject, seq: entry.seq, type: entry.type, sealed: text });
    }
  }
  return found;
}

async function askErase(whom: string, { house, asker, t }: Context): Promise<Reply> {
  mustBeAllowed('admin', asker);
  const name = bareName(whom);
  const found = calledSo(await listPeople(house.db, asker.team), whom);
  const [person] = found;
  if (person === undefined) throw new UserError({ code: 'person.unknown', details: { name } });
  if (found.length > 1) throw new UserError({ code: 'split.who-several', details: { name } });
  const about = await partsAbout(context(house, asker), person.id);
  return {
    tone: 'caution',
    title: t(say.eraseConfirm, { name: person.displayName }),
    text: [t(say.eraseConfirmNext, { entries: about.length })],
    buttons: [{ label: t(say.erase), style: 'danger', press: pressOf('splitproof', 'erase', person.id) }],
  };
}

/**
 * The button under the question: sealed parts are deleted, and that they were is written down for each subject. The
 * person's accounts are taken off first, so that nothing new is kept about them.
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
  const count = await inTransaction(house.db, async (db) => {
    for (const { seq } of await linksOf(db, team, [person])) {
      const [entry] = await house.evidence.append(db, team, [
        { type: 'person.unlinked', subject: `person/${person}`, data: { person, link: seq } },
      ]);
      if (entry !== undefined) await endLink(db, team, seq, entry.seq);
    }
    const about = await partsAbout({ house, team, db }, person);
    const by = (await findLink(db, team, asker))?.person ?? null;
    for (const [subject, parts] of Map.groupBy(about, (one) => one.subject)) {
      const entries = parts.map(({ seq }) => seq);
      const entry = await erase(db, house.evidence, team, { subject, entries, reason: 'request', by });
      if (subject.startsWith('sheet/')) await erased(db, subject.slice('sheet/'.length), entry.seq);
    }
    await erasePerson(db, team, person);
    return about.length;
  });
  house.poke();
  return {
    tone: 'good',
    title: t(say.erased, { entries: count, name: before.displayName }),
    text: [t(say.erasedNext)],
  };
}
