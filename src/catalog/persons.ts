import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { LONGEST_NAME, readText } from '../core/catalog/read-text.ts';
import { formatIpi, type Ipi } from '../core/identifiers/ipi.ts';
import { formatIsni, type Isni } from '../core/identifiers/isni.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { must, UserError } from '../core/problem.ts';
import { mustBeFree, readChanges } from '../people/me.ts';
import { createPerson, findLink, findPerson, linksOf, type Person, savePerson } from '../store/people.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';
import { code, type Text, type Words } from '../text/spans.ts';
import type { Fact } from './facts.ts';
import type { Said } from './said.ts';
import { say } from './say.ts';

/** Somebody without an account, with what societies know them by. @throws UserError `person.name-taken`, `ipi.*`, `isni.*` */
export async function addPerson(said: Said, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const changes = changesIn(said);
  const { displayName } = changes;
  if (displayName === undefined) throw new UserError({ code: 'catalog.title-missing', details: {} });
  const id = `p_${house.newId()}`;
  await inTransaction(house.db, async (db) => {
    await mustBeFree(db, asker.team, id, displayName);
    await createPerson(db, asker.team, { id, displayName, now: house.now() });
    await writeChanges(db, id, changes, context);
  });
  return {
    tone: 'good',
    title: t(say.personAdded, { name: displayName }),
    facts: shownFacts(await mustFindPerson(id, context), context),
    text: [t(say.id, { item: id })],
  };
}

/**
 * Change somebody in the books who has no account; whoever has one keeps their own profile.
 *
 * @throws UserError `catalog.person-account`, `person.name-taken`, `ipi.*`, `isni.*`
 */
export async function editPerson(before: Person, said: Said, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const changes = changesIn(said);
  await inTransaction(house.db, async (db) => {
    await mustBeFree(db, asker.team, before.id, changes.displayName);
    // Looked at once the ledger is held: an account may become theirs at this moment.
    await writeChanges(db, before.id, changes, context);
    if ((await linksOf(db, asker.team, [before.id])).length > 0) {
      throw new UserError({ code: 'catalog.person-account', details: { name: before.displayName } });
    }
  });
  const after = await mustFindPerson(before.id, context);
  const was = factsOfPerson(before, context);
  const nothing = t(say.nothing);
  const list = factsOfPerson(after, context).flatMap(({ label, value }, index) => {
    const from = was[index]?.value ?? null;
    const isSame = JSON.stringify(from) === JSON.stringify(value);
    return isSame
      ? []
      : [{ text: t(say.changedFact, { label, from: from ?? nothing, to: value ?? nothing }) }];
  });
  if (list.length === 0) return { tone: 'plain', title: t(say.unchanged, { label: after.displayName }) };
  return { tone: 'good', title: t(say.personChanged, { name: after.displayName }), list };
}

/** Somebody in the books. Numbers of those who have an account are theirs to show. */
export async function showPerson(person: Person, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const [links, own] = await Promise.all([
    linksOf(house.db, asker.team, [person.id]),
    findLink(house.db, asker.team, asker),
  ]);
  const mayRead =
    links.length === 0 || person.showsNumbers || own?.person === person.id || asker.admin === true;
  const facts: readonly { readonly label: Words; readonly value: Words }[] = mayRead
    ? shownFacts(person, context)
    : [];
  return {
    tone: 'plain',
    title: person.displayName,
    facts,
    text: [
      ...(mayRead ? [] : [t(say.numbersHidden, { name: person.displayName })]),
      t(say.id, { item: person.id }),
    ],
  };
}

function changesIn({ title, legal, ipi, isni, society }: Said): Partial<Omit<Person, 'id'>> {
  const name = title === undefined ? undefined : must(readText('title', title, LONGEST_NAME));
  return readChanges({ name, legal, ipi, isni, society });
}

async function writeChanges(
  db: Db,
  person: PersonId,
  changes: Partial<Omit<Person, 'id'>>,
  { house, asker }: Context,
): Promise<void> {
  await house.evidence.append(db, asker.team, [
    {
      type: 'admin.person_changed',
      subject: 'team',
      data: { person, members: Object.keys(changes).sort() },
      sealed: Object.fromEntries(Object.entries(changes)),
    },
  ]);
  await savePerson(db, asker.team, person, changes);
}

async function mustFindPerson(id: PersonId, { house, asker }: Context): Promise<Person> {
  const person = await findPerson(house.db, asker.team, id);
  if (person === undefined)
    throw new UserError({ code: 'catalog.unknown', details: { kind: 'person', typed: id } });
  return person;
}

function factsOfPerson(person: Person, { t }: Context): readonly Fact[] {
  const text = (value: string | null): Text | null => (value === null ? null : [{ text: value }]);
  return [
    { of: 'more', label: t(say.name), value: text(person.displayName) },
    { of: 'more', label: t(say.legal), value: text(person.legalName) },
    {
      of: 'more',
      label: [{ text: 'IPI' }],
      value: person.ipi === null ? null : code(formatIpi(person.ipi as Ipi)),
    },
    {
      of: 'more',
      label: [{ text: 'ISNI' }],
      value: person.isni === null ? null : code(formatIsni(person.isni as Isni)),
    },
    { of: 'more', label: t(say.society), value: text(person.society) },
  ];
}

function shownFacts(person: Person, context: Context) {
  return factsOfPerson(person, context).flatMap(({ label, value }) =>
    value === null ? [] : [{ label, value }],
  );
}
