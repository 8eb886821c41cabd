import type { Asker, Context, House } from '../bot/command.ts';
import { mustBeAllowed } from '../bot/permissions.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import type { PersonId, Seq } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import { appendOne } from '../store/evidence.ts';
import { holdLedger } from '../store/ledger.ts';
import {
  type AccountRef,
  endLink,
  findLink,
  findPerson,
  hasProposed,
  isOnOpenSheets,
  isSameAccount,
  linksOf,
  listPeople,
} from '../store/people.ts';
import { joinTeam } from '../store/spaces.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';
import { code } from '../text/spans.ts';
import { type CodeFor, dropCodes, makeCode, readCode, takeCode } from './codes.ts';
import { askerPerson, linkAccount, personFor } from './named.ts';
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
  mustBeShared(asker);
  const { team, name } = asker;
  const made = await makeCode(house, { for: 'team', team, from: accountOf(asker), name });
  return {
    tone: 'good',
    title: t(say.linkCodeTeam, { code: made }),
    text: [t(say.linkNextTeam, { command: code(`/splitproof link code: ${made}`) })],
  };
}

/** A direct message outside of any server is a space of its own, which nobody administers for a team. */
function mustBeShared({ space }: Asker): void {
  if (space.startsWith('user-')) throw new UserError({ code: 'person.dm-space', details: {} });
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

/**
 * What a code stands for, here and now.
 *
 * @throws UserError `person.code`, `person.code-own`, `person.other-team`, `person.has-account`, `person.dm-space`,
 *   `permission.admin`
 */
async function meaningOf(typed: string, { house, asker }: Context): Promise<CodeFor> {
  const means = await readCode(house, typed);
  if (means === undefined) throw new UserError({ code: 'person.code', details: { typed } });
  await mustHold(house.db, means, typed, asker);
  return means;
}

/** Whether a code still holds for whoever typed it: half an hour is long enough for much to change. */
async function mustHold(db: Db, means: CodeFor, typed: string, asker: Asker): Promise<void> {
  if (means.for === 'team') {
    mustBeShared(asker);
    mustBeAllowed('admin', asker);
    return;
  }
  const { team, person, by, from } = means;
  if (team !== asker.team) throw new UserError({ code: 'person.other-team', details: {} });
  if (isSameAccount(from, asker)) throw new UserError({ code: 'person.code-own', details: {} });
  const links = await linksOf(db, team, [person]);
  if (by === person) {
    // Of somebody who links one more account: the one it was asked from has to be theirs still.
    const isTheirs = links.some((link) => isSameAccount(link, from));
    if (!isTheirs) throw new UserError({ code: 'person.code', details: { typed } });
    return;
  }
  // Whoever asks for the code of somebody else must not become them.
  if ((await findLink(db, team, asker))?.person === by) {
    throw new UserError({ code: 'person.code-own', details: {} });
  }
  if (links.length > 0) {
    const name = (await findPerson(db, team, person))?.displayName ?? '';
    throw new UserError({ code: 'person.has-account', details: { name } });
  }
}

/** The button under the question. @param linked told when an account has become a person's */
export async function confirmedLink(
  typed: string,
  context: Context,
  linked: (person: PersonId) => Promise<void>,
): Promise<Reply> {
  const { house, asker, t } = context;
  const means = await meaningOf(typed, context);
  if (means.for === 'team') return joinedTeam(typed, means, context);
  const { team } = asker;
  const seq = await inTransaction(house.db, async (db) => {
    // Held first: of two who confirm at once, the second sees what the first has done.
    await holdLedger(db, team);
    if ((await takeCode(house, db, typed)) === undefined) {
      throw new UserError({ code: 'person.code', details: { typed } });
    }
    await mustHold(db, means, typed, asker);
    return linkTo(house, db, context, means);
  });
  house.poke();
  await linked(means.person);
  const name = (await findPerson(house.db, team, means.person))?.displayName ?? '';
  const isAwaited = await isOnOpenSheets(house.db, team, means.person);
  return {
    tone: 'good',
    title: t(say.linked, { name }),
    text: [t(say.linkedEntry, { seq }), ...(isAwaited ? [t(say.linkedAgain)] : [])],
  };
}

/** @returns the entry that says whose the asker's account is now */
async function linkTo(
  house: House,
  db: Db,
  context: Context,
  { person, by }: CodeFor & { readonly for: 'person' },
): Promise<Seq> {
  const { team, name } = context.asker;
  await leaveOther(house, db, context, person);
  const { seq } = await linkAccount(house, db, team, { person, of: accountOf(context.asker), name, by });
  if (by !== person) await dropCodes(db, person);
  // To every account of the person: a link that they did not make must not stay unseen.
  for (const known of await linksOf(db, team, [person])) await askForReceipt(house, db, team, seq, known);
  return seq;
}

/** The asker's place becomes one of the other team, whose ledger says so. */
async function joinedTeam(
  typed: string,
  { team, from, name }: CodeFor & { readonly for: 'team' },
  { house, asker, t }: Context,
): Promise<Reply> {
  const { platform, space } = asker;
  await inTransaction(house.db, async (db) => {
    if ((await takeCode(house, db, typed)) === undefined) {
      throw new UserError({ code: 'person.code', details: { typed } });
    }
    await joinTeam(db, asker, team);
    const by = await personFor(house, db, team, { kind: 'account', of: from, name }, null);
    await house.evidence.append(db, team, [
      { type: 'admin.space_joined', subject: 'team', data: { platform, space, by: by.person } },
    ]);
  });
  return { tone: 'good', title: t(say.linkedTeam), text: [t(say.linkedTeamNext)] };
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

export async function unlink(
  house: House,
  db: Db,
  team: string,
  { person, seq }: { readonly person: PersonId; readonly seq: number },
): Promise<void> {
  const data = { person, link: seq };
  const entry = await appendOne(house.evidence, db, team, {
    type: 'person.unlinked',
    subject: `person/${person}`,
    data,
  });
  await endLink(db, team, seq, entry.seq);
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
