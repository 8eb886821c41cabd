import type { Context, PersonRef } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { UserError } from '../core/problem.ts';
import { delegationsOf, endDelegation, saveDelegation } from '../store/delegations.ts';
import { appendOne } from '../store/evidence.ts';
import { inTransaction } from '../store/transaction.ts';
import { askerPerson, findNamed, type Named, personFor } from './named.ts';
import { askForReceipt } from './receipt.ts';
import { say } from './say.ts';

/** Nobody gives leave for longer at once. */
const LONGEST_MS = 366 * 86_400_000;

export type DelegateInput = {
  readonly to: PersonRef;
  /** The last day on which it holds. */
  readonly until: Date;
  /** Only on this sheet. */
  readonly sheet: { readonly id: string; readonly title: string } | null;
};

/**
 * `/splitproof delegate`: leave for somebody else to mark for the asker, written down before it is used, with a scope
 * and an end.
 *
 * @throws UserError `person.delegate-self`, `person.delegate-end`, `split.who-*`
 */
export async function delegate({ to, until, sheet }: DelegateInput, context: Context): Promise<Reply> {
  const { house, asker, t, now } = context;
  if (until <= now || until.getTime() - now.getTime() > LONGEST_MS) {
    throw new UserError({ code: 'person.delegate-end', details: {} });
  }
  const named = await find(to, context);
  await inTransaction(house.db, async (db) => {
    const own = await askerPerson(house, db, asker);
    const other = await personFor(house, db, asker.team, named, own.person);
    if (other.person === own.person) throw new UserError({ code: 'person.delegate-self', details: {} });
    const scope = sheet === null ? ('all' as const) : [sheet.id];
    const entry = await appendOne(house.evidence, db, asker.team, {
      type: 'person.delegated',
      subject: `person/${own.person}`,
      data: { person: own.person, delegate: other.person, scope, end: until.toISOString() },
    });
    await saveDelegation(db, asker.team, {
      seq: entry.seq,
      person: own.person,
      delegate: other.person,
      scope,
      endsAt: until,
    });
    await askForReceipt(house, db, asker.team, entry.seq, asker);
  });
  house.poke();
  return {
    tone: 'good',
    title: t(say.delegated, { name: named.name, end: until }),
    text: [sheet === null ? t(say.delegatedAll) : t(say.delegatedSheet, { title: sheet.title })],
  };
}

/** `/splitproof undelegate`: every leave of the asker's for that person ends now. */
export async function undelegate(to: PersonRef, context: Context): Promise<Reply> {
  const { house, asker, t, now } = context;
  const named = await find(to, context);
  await inTransaction(house.db, async (db) => {
    const own = await askerPerson(house, db, asker);
    const other = await personFor(house, db, asker.team, named, own.person);
    const given = (await delegationsOf(db, asker.team, [own.person], now)).filter(
      ({ person, delegate: whom }) => person === own.person && whom === other.person,
    );
    if (given.length === 0) {
      throw new UserError({ code: 'person.no-delegation', details: { name: named.name } });
    }
    for (const { seq } of given) {
      const entry = await appendOne(house.evidence, db, asker.team, {
        type: 'person.undelegated',
        subject: `person/${own.person}`,
        data: { person: own.person, delegation: seq },
      });
      await endDelegation(db, asker.team, seq, entry.seq);
    }
  });
  return { tone: 'good', title: t(say.undelegated, { name: named.name }) };
}

function find({ account, name }: PersonRef, { house, asker }: Context): Promise<Named> {
  if (account !== null) return findNamed(house, asker, { kind: 'account', account, name });
  return findNamed(house, asker, { kind: 'handle', name });
}
