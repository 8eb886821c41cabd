import type { Asker, Context, House } from '../bot/command.ts';
import { mustBeAllowed } from '../bot/permissions.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import {
  type AccountRef,
  endLink,
  findLink,
  findPerson,
  hasProposed,
  isOnOpenSheets,
  linksOf,
  listPeople,
} from '../store/people.ts';
import { joinTeam } from '../store/spaces.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';
import { code } from '../text/spans.ts';
import { type CodeFor, makeCode, readCode, useUp } from './codes.ts';
import { askerPerson, linkAccount } from './named.ts';
import { askForReceipt } from './receipt.ts';
import { say } from './say.ts';
import { bareName, calledSo } from './typed-name.ts';

export type LinkInput = {
  readonly code?: string | undefined;
  /** Somebody who stands on a sheet without an account. */
  readonly person?: string | undefined;
  readonly for: 'me' | 'team';
};

/** `/splitproof link`: a code from one side, to be typed on the other; typed, a question whether it is meant. */
export async function askLink(input: LinkInput, context: Context): Promise<Reply> {
  if (input.code !== undefined) return confirmLink(input.code, context);
  if (input.for === 'team') return teamCode(context);
  if (input.person !== undefined) return codeForPerson(input.person, context);
  const { house, asker, t } = context;
  const { person } = await inTransaction(house.db, (db) => askerPerson(house, db, asker));
  const made = await makeCode(house, {
    for: 'person',
    team: asker.team,
    person,
    by: person,
    from: accountOf(asker),
  });
  return {
    tone: 'good',
    title: t(say.linkCode, { code: made }),
    text: [t(say.linkNext, { command: code(`/splitproof link code: ${made}`) })],
  };
}

async function teamCode({ house, asker, t }: Context): Promise<Reply> {
  mustBeAllowed('admin', asker);
  const made = await makeCode(house, { for: 'team', team: asker.team });
  return {
    tone: 'good',
    title: t(say.linkCodeTeam, { code: made }),
    text: [t(say.linkNextTeam, { command: code(`/splitproof link code: ${made}`) })],
  };
}

function accountOf({ platform, space, account }: Asker): AccountRef {
  return { platform, space, account };
}

/**
 * For a party that was only named: asked for by an admin or by whoever proposed it, typed by somebody else. Whoever
 * has accounts links further ones alone.
 */
async function codeForPerson(typed: string, { house, asker, t }: Context): Promise<Reply> {
  const name = bareName(typed);
  const found = calledSo(await listPeople(house.db, asker.team), typed);
  const [person] = found;
  if (person === undefined) throw new UserError({ code: 'person.unknown', details: { name } });
  if (found.length > 1) throw new UserError({ code: 'split.who-several', details: { name } });
  if ((await linksOf(house.db, asker.team, [person.id])).length > 0) {
    throw new UserError({ code: 'person.has-account', details: { name: person.displayName } });
  }
  const own = await inTransaction(house.db, (db) => askerPerson(house, db, asker));
  if (!(await hasProposed(house.db, asker.team, own.person, person.id))) mustBeAllowed('admin', asker);
  const made = await makeCode(house, {
    for: 'person',
    team: asker.team,
    person: person.id,
    by: own.person,
    from: accountOf(asker),
  });
  const values = { name: person.displayName, code: made };
  return {
    tone: 'good',
    title: t(say.linkCodeFor, values),
    text: [t(say.linkNextFor, { ...values, command: code(`/splitproof link code: ${made}`) })],
  };
}

async function confirmLink(typed: string, context: Context): Promise<Reply> {
  const { house, t } = context;
  const means = await meaningOf(typed, context);
  const press = pressOf('splitproof', 'link', typed.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const buttons = [{ label: t(say.confirm), style: 'primary' as const, press }];
  if (means.for === 'team') {
    return {
      tone: 'caution',
      title: t(say.linkConfirmTeam),
      text: [t(say.linkConfirmTeamNext)],
      buttons,
    };
  }
  const name = (await findPerson(house.db, means.team, means.person))?.displayName ?? '';
  return {
    tone: 'caution',
    title: t(say.linkConfirm, { name }),
    text: [t(say.linkConfirmNext, { name })],
    buttons,
  };
}

/** What a code stands for, here and now. @throws UserError `person.code`, `person.other-team`, `permission.admin` */
async function meaningOf(typed: string, { house, asker }: Context): Promise<CodeFor> {
  const means = await readCode(house, typed);
  if (means === undefined) throw new UserError({ code: 'person.code', details: { typed } });
  if (means.for === 'team') mustBeAllowed('admin', asker);
  else if (means.team !== asker.team) throw new UserError({ code: 'person.other-team', details: {} });
  else if (isSame(means.from, asker)) throw new UserError({ code: 'person.code-own', details: {} });
  return means;
}

function isSame(a: AccountRef, b: AccountRef): boolean {
  return a.platform === b.platform && a.space === b.space && a.account === b.account;
}

/** The button under the question. @param linked told when an account has become a person's */
export async function confirmedLink(
  typed: string,
  context: Context,
  linked: (person: PersonId) => Promise<void>,
): Promise<Reply> {
  const { house, asker, t } = context;
  const means = await meaningOf(typed, context);
  if (means.for === 'team') {
    await joinTeam(house.db, asker, means.team);
    await useUp(house, typed);
    return { tone: 'good', title: t(say.linkedTeam), text: [t(say.linkedTeamNext)] };
  }
  const { platform, space, account, name: displayName, team } = asker;
  const link = await inTransaction(house.db, async (db) => {
    await leaveOther(house, db, context, means.person);
    const made = await linkAccount(house, db, team, {
      person: means.person,
      of: { platform, space, account },
      name: displayName,
      by: means.by,
    });
    // To every account of the person: a link that they did not make must not stay unseen.
    for (const known of await linksOf(db, team, [means.person])) {
      await askForReceipt(house, db, team, made.seq, known);
    }
    return made;
  });
  house.poke();
  await useUp(house, typed);
  await linked(means.person);
  const name = (await findPerson(house.db, team, means.person))?.displayName ?? '';
  return {
    tone: 'good',
    title: t(say.linked, { name }),
    text: [t(say.linkedEntry, { seq: link.seq })],
  };
}

/** An account that was somebody else's is taken off them, unless a sheet waits for that person. */
async function leaveOther(house: House, db: Db, { asker }: Context, person: PersonId): Promise<void> {
  const before = await findLink(db, asker.team, asker);
  if (before === undefined) return;
  const other = (await findPerson(db, asker.team, before.person))?.displayName ?? '';
  if (before.person === person) {
    throw new UserError({ code: 'person.linked-already', details: { name: other } });
  }
  if (await isOnOpenSheets(db, asker.team, before.person)) {
    throw new UserError({ code: 'person.on-sheets', details: { name: other } });
  }
  await unlink(house, db, asker.team, before);
}

async function unlink(
  house: House,
  db: Db,
  team: string,
  { person, seq }: { readonly person: PersonId; readonly seq: number },
): Promise<void> {
  const [entry] = await house.evidence.append(db, team, [
    { type: 'person.unlinked', subject: `person/${person}`, data: { person, link: seq } },
  ]);
  if (entry !== undefined) await endLink(db, team, seq, entry.seq);
}

/** `/splitproof unlink`: the account that asks is nobody's any more. What was marked with it stands. */
export async function askUnlink({ house, asker, t }: Context): Promise<Reply> {
  await inTransaction(house.db, async (db) => {
    const link = await findLink(db, asker.team, asker);
    if (link === undefined) throw new UserError({ code: 'person.not-linked', details: {} });
    await unlink(house, db, asker.team, link);
  });
  return { tone: 'good', title: t(say.unlinked), text: [t(say.unlinkedNext)] };
}
