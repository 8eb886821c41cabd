import type { Context, House } from '../bot/command.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import type { LicenseParty } from '../core/licenses/license.ts';
import { UserError } from '../core/problem.ts';
import { findNamed, type Named, personFor, type Whom } from '../people/named.ts';
import { bareName } from '../people/typed-name.ts';
import { findLink } from '../store/people.ts';
import type { Db } from '../store/tables.ts';

const MENTION = /^<@!?([^|>]+)(?:\|([^>]*))?>$/;
const HANDLE = /^[@＠]/u;

/**
 * Somebody as they were typed: an account of this place, a person of the books, or somebody from outside by name alone.
 * Asks the platform, so it is done before a transaction is opened.
 *
 * @throws UserError `license.party`, `split.who-*`
 */
export async function findParty(typed: string, { house, asker }: Context): Promise<Named> {
  return findNamed(house, asker, readParty(typed));
}

function readParty(typed: string): Whom {
  const text = typed.trim();
  const [, account, shown] = MENTION.exec(text) ?? [];
  if (account !== undefined) return { kind: 'account', account, name: shown ?? null };
  const name = bareName(text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (name === '') throw new UserError({ code: 'license.party', details: {} });
  return { kind: HANDLE.test(text) ? 'handle' : 'name', name };
}

/** Whom somebody means, as far as the books know them; nobody gets into the books by being asked about. */
export async function partyMeant(named: Named, { house, asker }: Context): Promise<LicenseParty> {
  const { name } = named;
  switch (named.kind) {
    case 'person':
      return { person: named.person, name };
    case 'account':
      return { person: (await findLink(house.db, asker.team, named.of))?.person ?? null, name };
    case 'new':
      return { person: null, name };
  }
}

/** As they stand in a license. Whoever is nobody in the books stays a name: a label abroad is no member of the team. */
export async function partyFor(
  house: House,
  db: Db,
  team: string,
  named: Named,
  by: PersonId,
): Promise<LicenseParty> {
  if (named.kind === 'new') return { person: null, name: named.name };
  return personFor(house, db, team, named, by);
}
