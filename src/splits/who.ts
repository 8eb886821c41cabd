import type { PersonId, Seq } from '../core/ledger/entry-types.ts';
import type { VersionState } from '../core/ledger/sheet-state.ts';
import { delegationsOf } from '../store/delegations.ts';
import { type AccountRef, findLink, type Link, linksOf } from '../store/people.ts';
import type { Db } from '../store/tables.ts';

/** A party for whom an account may speak, and by which entries. */
export type Voice = { readonly party: PersonId; readonly link: Seq; readonly delegation: Seq | null };

/**
 * For whom an account speaks on a version: for its own person if that is a party; else for every party that has
 * given that person leave beforehand.
 *
 * @see product.md, section 4, rule 3
 */
export async function voicesOf(
  db: Db,
  team: string,
  of: AccountRef,
  sheet: string,
  version: VersionState,
  now: Date,
): Promise<readonly Voice[]> {
  const link = await findLink(db, team, of);
  if (link === undefined) return [];
  if (version.parties.has(link.person)) return [{ party: link.person, link: link.seq, delegation: null }];
  const given = await delegationsOf(db, team, [link.person], now);
  return given
    .filter(({ person, delegate, scope }) => {
      const covers = scope === 'all' || scope.includes(sheet);
      return delegate === link.person && version.parties.has(person) && covers;
    })
    .map(({ person, seq }) => ({ party: person, link: link.seq, delegation: seq }));
}

/** The accounts whose emoji stand for a party: its own, and those of its delegates who are no parties themselves. */
export async function accountsFor(
  db: Db,
  team: string,
  party: PersonId,
  sheet: string,
  version: VersionState,
  now: Date,
): Promise<readonly Link[]> {
  const given = await delegationsOf(db, team, [party], now);
  const delegates = given
    .filter(({ person, scope }) => person === party && (scope === 'all' || scope.includes(sheet)))
    .map(({ delegate }) => delegate)
    .filter((delegate) => !version.parties.has(delegate));
  return linksOf(db, team, [party, ...delegates]);
}
