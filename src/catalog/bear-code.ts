import type { House } from '../bot/command.ts';
import { checkIdentifier } from '../core/identifiers/recognize.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import { findItems, type StoredKind } from '../store/catalog-items.ts';
import { appendOne } from '../store/evidence.ts';
import { bearersOf, codesOf, type ItemCode, saveCodes } from '../store/item-codes.ts';
import type { Db } from '../store/tables.ts';
import { fellowBearers, refreshGaps } from './gaps.ts';
import { labelOf } from './labels.ts';

export type Registering = {
  /** A recording bears ISRCs, a work ISWCs. */
  readonly kind: StoredKind;
  readonly item: string;
  /** As it was typed. */
  readonly typed: string;
  /** Who gave it, in words; null where nobody said. */
  readonly source: string | null;
  /** Why it stands although something is odd: somebody looked, and says so. */
  readonly acceptedFor: string | null;
  readonly by: PersonId | null;
};

const SCHEMES = { recording: 'isrc', work: 'iswc' } as const;

/**
 * Write down that an item bears a code that somebody else gave, in the caller's transaction, which holds the item.
 * Known already, nothing changes but what is said about it.
 *
 * A code without the right shape is never kept. A wrong check digit, a code that another item bears, and a second code
 * are kept only where somebody says why (`acceptedFor`); the entry says who that was.
 *
 * @throws UserError the check's own refusal, `catalog.code-elsewhere`, `catalog.code-second`
 * @see facts on identifiers, 1.7
 */
export async function registerCode(
  house: House,
  db: Db,
  team: string,
  { kind, item, typed, source, acceptedFor, by }: Registering,
): Promise<ItemCode> {
  const scheme = SCHEMES[kind];
  const rules = { prefixes: house.prefixes, year: house.now().getUTCFullYear() };
  const check = checkIdentifier(typed, { ...rules, kind: scheme });
  const wrong = check.problems.find(({ severity }) => severity === 'error');
  if (check.normalized === null || (wrong !== undefined && acceptedFor === null)) {
    throw new UserError(wrong ?? { code: 'code.empty', details: {} });
  }
  const code = check.normalized;
  const display = check.display ?? code;
  if (acceptedFor === null) await refuseConflict(db, team, { kind, item, scheme, code, display });
  const known = (await codesOf(db, team, [item])).find(
    (own) =>
      own.scheme === scheme && own.code === code && own.source === source && own.acceptedFor === acceptedFor,
  );
  if (known !== undefined) return known;
  const entry = await appendOne(house.evidence, db, team, {
    type: 'code.registered',
    subject: `${kind}/${item}`,
    data: { scheme, code, [kind]: item, accepted: acceptedFor !== null, by },
    sealed: { source, accepted_for: acceptedFor },
  });
  const borne: ItemCode = {
    ...{ scheme, code, kind, item, how: 'registered', source, acceptedFor },
    seq: entry.seq,
    since: house.now(),
  };
  await saveCodes(db, team, [borne]);
  await refreshGaps(house, db, team, await fellowBearers(db, team, [borne]));
  return borne;
}

type Wanted = {
  readonly kind: StoredKind;
  readonly item: string;
  readonly scheme: 'isrc' | 'iswc';
  readonly code: string;
  readonly display: string;
};

async function refuseConflict(
  db: Db,
  team: string,
  { kind, item, scheme, code, display }: Wanted,
): Promise<void> {
  const other = (await bearersOf(db, team, scheme, [code])).find((bearer) => bearer.item !== item);
  if (other !== undefined) {
    const [bearer] = await findItems(db, team, kind, [other.item]);
    const title = bearer === undefined ? other.item : labelOf(kind, bearer.content);
    throw new UserError({
      code: 'catalog.code-elsewhere',
      details: { code: display, title, item: other.item },
    });
  }
  const own = (await codesOf(db, team, [item])).find(
    (borne) => borne.scheme === scheme && borne.code !== code,
  );
  if (own !== undefined) {
    throw new UserError({ code: 'catalog.code-second', details: { code: display, has: own.code } });
  }
}
