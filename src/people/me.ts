import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { formatIpi, type Ipi, parseIpi } from '../core/identifiers/ipi.ts';
import { formatIsni, type Isni, parseIsni } from '../core/identifiers/isni.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { must, UserError } from '../core/problem.ts';
import { delegationsOf } from '../store/delegations.ts';
import { holdLedger } from '../store/ledger.ts';
import { findPeople, findPerson, linksOf, listPeople, type Person, savePerson } from '../store/people.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';
import { code, type Words } from '../text/spans.ts';
import { readHours } from './hours.ts';
import { askerPerson } from './named.ts';
import { say } from './say.ts';
import { nameKey } from './typed-name.ts';

export type ProfileInput = {
  readonly name?: string | undefined;
  readonly legal?: string | undefined;
  readonly ipi?: string | undefined;
  readonly isni?: string | undefined;
  readonly society?: string | undefined;
  readonly hours?: string | undefined;
  readonly numbers?: 'hidden' | 'shown' | undefined;
};

/** Takes a value back. */
const NOTHING = /^(?:-|none|無)$/i;

/**
 * `/splitproof me`: what the team's books say of the asker, and changes to it. A change is kept in the ledger, sealed.
 *
 * @throws UserError `ipi.*`, `isni.*` for numbers that do not hold, `person.hours`, `person.name-taken`
 */
export async function profile(input: ProfileInput, context: Context): Promise<Reply> {
  const { house, asker } = context;
  const changes = readChanges(input);
  const person = await inTransaction(house.db, async (db) => {
    const own = await askerPerson(house, db, asker);
    if (Object.keys(changes).length > 0) {
      await mustBeFree(db, asker.team, own.person, changes.displayName);
      await house.evidence.append(db, asker.team, [
        {
          type: 'admin.person_changed',
          subject: 'team',
          data: { person: own.person, members: Object.keys(changes).sort() },
          sealed: Object.fromEntries(Object.entries(changes)),
        },
      ]);
      await savePerson(db, asker.team, own.person, changes);
    }
    return findPerson(db, asker.team, own.person);
  });
  if (person === undefined) throw new Error('A person was made and is not there.');
  const { t } = context;
  const isSaved = Object.keys(changes).length > 0;
  return {
    tone: isSaved ? 'good' : 'plain',
    title: t(isSaved ? say.meSaved : say.meTitle),
    facts: await factsOf(person, context),
    ...(isSaved ? {} : { text: [t(say.meNext, { command: code('/splitproof me name: …') })] }),
    notices: [t(say.mePrivate)],
  };
}

/**
 * A name in the books is who somebody is: marks and sheets are read by it.
 *
 * @throws UserError `person.name-taken` when somebody else could be taken for them
 */
export async function mustBeFree(
  db: Db,
  team: string,
  own: PersonId,
  name: string | undefined,
): Promise<void> {
  if (name === undefined) return;
  // Held first: of two who take a name at once, the second sees it taken.
  await holdLedger(db, team);
  const others = (await listPeople(db, team)).filter(({ id }) => id !== own);
  if (others.some(({ displayName }) => nameKey(displayName) === nameKey(name))) {
    throw new UserError({ code: 'person.name-taken', details: { name } });
  }
}

type Changes = Partial<Omit<Person, 'id'>>;

/** @throws UserError `ipi.*`, `isni.*` for numbers that do not hold, `person.hours` */
export function readChanges(input: ProfileInput): Changes {
  const { name, legal, ipi, isni, society, hours, numbers } = input;
  const text = (value: string) => (NOTHING.test(value.trim()) ? null : value.trim());
  if (hours !== undefined && text(hours) !== null && readHours(hours) === null) {
    throw new UserError({ code: 'person.hours', details: { typed: hours } });
  }
  return {
    ...(name === undefined ? {} : { displayName: name }),
    ...(legal === undefined ? {} : { legalName: text(legal) }),
    ...(ipi === undefined ? {} : { ipi: text(ipi) === null ? null : must(parseIpi(ipi)) }),
    ...(isni === undefined ? {} : { isni: text(isni) === null ? null : must(parseIsni(isni)) }),
    ...(society === undefined ? {} : { society: text(society) }),
    ...(hours === undefined ? {} : { hours: text(hours) }),
    ...(numbers === undefined ? {} : { showsNumbers: numbers === 'shown' }),
  };
}

async function factsOf(person: Person, { house, asker, t, now }: Context) {
  const [links, given] = await Promise.all([
    linksOf(house.db, asker.team, [person.id]),
    delegationsOf(house.db, asker.team, [person.id], now),
  ]);
  const mine = given.filter((one) => one.person === person.id);
  const delegates = await findPeople(
    house.db,
    asker.team,
    mine.map(({ delegate }) => delegate),
  );
  const nameOf = (id: string) => delegates.find((one) => one.id === id)?.displayName ?? id;
  const or = (value: string | null): Words => value ?? t(say.notSet);
  return [
    { label: t(say.meName), value: person.displayName },
    { label: t(say.meLegal), value: or(person.legalName) },
    { label: t(say.meIpi), value: person.ipi === null ? or(null) : code(formatIpi(person.ipi as Ipi)) },
    { label: t(say.meIsni), value: person.isni === null ? or(null) : code(formatIsni(person.isni as Isni)) },
    { label: t(say.meSociety), value: or(person.society) },
    { label: t(say.mePublic), value: t(person.showsNumbers ? say.shown : say.hidden) },
    { label: t(say.meHours), value: person.hours ?? t(say.usualHours) },
    {
      label: t(say.meAccounts),
      value: links.map(({ platform, account }) => `${platform} ${account}`).join(', '),
    },
    ...mine.map(({ delegate, endsAt }) => ({
      label: t(say.meActsForMe),
      value: t(say.until, { name: nameOf(delegate), end: endsAt }),
    })),
  ];
}

/** What stands in the fields of the form. */
export async function profileFields({ house, asker }: Context): Promise<Readonly<Record<string, string>>> {
  const own = await inTransaction(house.db, (db) => askerPerson(house, db, asker));
  const person = await findPerson(house.db, asker.team, own.person);
  if (person === undefined) return {};
  const { displayName: name, legalName: legal, ipi, isni, society, hours, showsNumbers } = person;
  const kept = { name, legal, ipi, isni, society, hours, numbers: showsNumbers ? 'shown' : 'hidden' };
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
