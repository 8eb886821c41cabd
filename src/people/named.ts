import type { Asker, House } from '../bot/command.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import type { Who } from '../core/shares.ts';
import { appendOne } from '../store/evidence.ts';
import {
  type AccountRef,
  createPerson,
  findLink,
  findPeople,
  type Link,
  listPeople,
  saveLink,
} from '../store/people.ts';
import type { Db } from '../store/tables.ts';
import { lockTeam } from '../store/teams.ts';
import { calledSo, nameKey } from './typed-name.ts';

/** Somebody who was named, or who is in the books already. */
export type Whom = Who | { readonly kind: 'person'; readonly person: PersonId; readonly name: string };

/** Somebody as they were named, found as far as it can be done without writing anything. */
export type Named =
  | { readonly kind: 'account'; readonly of: AccountRef; readonly name: string }
  | { readonly kind: 'person'; readonly person: PersonId; readonly name: string }
  | { readonly kind: 'new'; readonly name: string };

/**
 * Find whom somebody means. Asks the platform, so it is done before a transaction is opened.
 *
 * @throws UserError `split.who-unknown` for an `@name` that nobody here goes by, `split.who-several` for a name that
 *   more than one does, `split.who-bot`
 */
export async function findNamed(house: House, asker: Asker, who: Whom): Promise<Named> {
  const { platform, space, team } = asker;
  if (who.kind === 'person') return who;
  if (who.kind === 'account') {
    // The name in a mention is whatever was typed there; whose account it is, the platform knows.
    const known = await house.connections.get(platform)?.account(space, who.account);
    const name = known?.name ?? who.name ?? who.account;
    if (known?.bot) throw new UserError({ code: 'split.who-bot', details: { name } });
    return { kind: 'account', of: { platform, space, account: who.account }, name };
  }
  const wanted = who.name;
  if (who.kind === 'handle') {
    const found = (await house.connections.get(platform)?.accountsNamed(space, wanted)) ?? [];
    const people = found.filter(({ bot }) => !bot);
    const [first] = people;
    if (people.length > 1) throw new UserError({ code: 'split.who-several', details: { name: wanted } });
    if (first) return { kind: 'account', of: { platform, space, account: first.id }, name: first.name };
    // Who is called so in our books only may be somebody else.
    throw new UserError({ code: 'split.who-unknown', details: { name: wanted } });
  }
  const same = calledSo(await listPeople(house.db, team), wanted);
  const [known] = same;
  if (same.length > 1) throw new UserError({ code: 'split.who-several', details: { name: wanted } });
  if (known) return { kind: 'person', person: known.id, name: known.displayName };
  return { kind: 'new', name: wanted };
}

/** One text for each person that was named, so that somebody named twice is one. */
export function namedKey(named: Named): string {
  switch (named.kind) {
    case 'account':
      return JSON.stringify(['account', named.of.platform, named.of.space, named.of.account]);
    case 'person':
      return JSON.stringify(['person', named.person]);
    case 'new':
      return JSON.stringify(['new', nameKey(named.name)]);
  }
}

/** The person in the books, made if need be; an account that is nobody's yet becomes theirs, with an entry. */
export async function personFor(
  house: House,
  db: Db,
  team: string,
  named: Named,
  by: PersonId | null,
): Promise<{ readonly person: PersonId; readonly name: string }> {
  switch (named.kind) {
    case 'person': {
      const [known] = await findPeople(db, team, [named.person]);
      return { person: named.person, name: known?.displayName ?? named.name };
    }
    case 'new':
      return { person: await newPerson(house, db, team, named.name), name: named.name };
    case 'account': {
      const link = (await findLink(db, team, named.of)) ?? (await findLinkAlone(db, team, named.of));
      if (link === undefined) {
        const person = await newPerson(house, db, team, named.name);
        await linkAccount(house, db, team, { person, of: named.of, name: named.name, by });
        return { person, name: named.name };
      }
      const [known] = await findPeople(db, team, [link.person]);
      return { person: link.person, name: known?.displayName ?? named.name };
    }
  }
}

/** Looks again where two who name the same account at once come one after the other: it becomes one person, not two. */
async function findLinkAlone(db: Db, team: string, of: AccountRef): Promise<Link | undefined> {
  await lockTeam(db, team);
  return findLink(db, team, of);
}

async function newPerson(house: House, db: Db, team: string, displayName: string): Promise<PersonId> {
  const id = `p_${house.newId()}`;
  await createPerson(db, team, { id, displayName, now: house.now() });
  return id;
}

export type Linking = {
  readonly person: PersonId;
  readonly of: AccountRef;
  readonly name: string;
  readonly by: PersonId | null;
};

/** Write down that an account is somebody's. */
export async function linkAccount(
  house: House,
  db: Db,
  team: string,
  { person, of, name, by }: Linking,
): Promise<Link> {
  const entry = await appendOne(house.evidence, db, team, {
    type: 'person.linked',
    subject: `person/${person}`,
    data: { person, platform: of.platform, space: of.space, by },
    sealed: { account: of.account, display_name: name },
  });
  const link = { ...of, person, seq: entry.seq };
  await saveLink(db, team, link);
  return link;
}

/** The asker's own person, made if need be. */
export async function askerPerson(
  house: House,
  db: Db,
  asker: Asker,
): Promise<{ readonly person: PersonId; readonly name: string }> {
  const { platform, space, account, name, team } = asker;
  return personFor(house, db, team, { kind: 'account', of: { platform, space, account }, name }, null);
}
