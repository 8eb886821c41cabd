import type { House } from '../bot/command.ts';
import type { Check } from '../core/identifiers/check.ts';
import { checkIdentifier } from '../core/identifiers/recognize.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import { findItems, type StoredKind } from '../store/catalog-items.ts';
import { appendOne } from '../store/evidence.ts';
import { findGiven } from '../store/given-codes.ts';
import { bearersOf, codesOf, deleteCodes, type ItemCode, saveCodes } from '../store/item-codes.ts';
import { holdLedger } from '../store/ledger.ts';
import type { Db } from '../store/tables.ts';
import { fellowBearers, refreshGaps } from './gaps.ts';
import { displayOf, labelOf } from './labels.ts';

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

export const SCHEMES = { recording: 'isrc', work: 'iswc' } as const;

/** A code as somebody typed it, in the form in which codes are compared and in the form that people read. */
export type TypedCode = { readonly code: string; readonly display: string; readonly check: Check };

/** @throws UserError what the check says, where the shape is wrong */
export function readCode(
  { prefixes, now }: Pick<House, 'prefixes' | 'now'>,
  kind: StoredKind,
  typed: string,
): TypedCode {
  const check = checkIdentifier(typed, { prefixes, year: now().getUTCFullYear(), kind: SCHEMES[kind] });
  const { normalized: code, display } = check;
  if (code === null) throw new UserError(wrongOf(check) ?? { code: 'code.empty', details: {} });
  return { code, display: display ?? code, check };
}

function wrongOf({ problems }: Check) {
  return problems.find(({ severity }) => severity === 'error');
}

/**
 * Write down that an item bears a code that somebody else gave, in the caller's transaction, which holds the item.
 * Known already, nothing changes but what is said about it.
 *
 * A code without the right shape is never kept. A wrong check digit, a code that another item bears, and a second code
 * are kept only where somebody says why (`acceptedFor`); the entry says who that was. Where nothing is odd, there is
 * nothing to accept.
 *
 * @throws UserError the check's own refusal, `catalog.code-elsewhere`, `catalog.code-given`, `catalog.code-second`
 * @see facts on identifiers, 1.7
 */
export async function registerCode(
  house: House,
  db: Db,
  team: string,
  { kind, item, typed, source, acceptedFor, by }: Registering,
): Promise<ItemCode> {
  const scheme = SCHEMES[kind];
  const read = readCode(house, kind, typed);
  const { code } = read;
  // Of two who register one code at once, or give it, the second sees that it is taken.
  await holdLedger(db, team);
  const own = (await codesOf(db, team, [item])).filter((borne) => borne.scheme === scheme);
  const known = own.find((borne) => borne.code === code);
  // What was given out here says more than anybody can register.
  if (known?.how === 'assigned') return known;
  const odd = await whatIsOdd(db, team, { kind, item, ...read }, own);
  if (odd !== null && acceptedFor === null && known?.acceptedFor == null) throw odd;
  const said = {
    source: source ?? known?.source ?? null,
    acceptedFor: odd === null ? (known?.acceptedFor ?? null) : (acceptedFor ?? known?.acceptedFor ?? null),
  };
  if (known !== undefined && known.source === said.source && known.acceptedFor === said.acceptedFor)
    return known;
  const entry = await appendOne(house.evidence, db, team, {
    type: 'code.registered',
    subject: `${kind}/${item}`,
    data: { scheme, code, [kind]: item, accepted: said.acceptedFor !== null, by },
    sealed: { source: said.source, accepted_for: said.acceptedFor },
  });
  const borne: ItemCode = {
    ...{ scheme, code, kind, item, how: 'registered', ...said },
    seq: entry.seq,
    since: house.now(),
  };
  await saveCodes(db, team, [borne]);
  await refreshGaps(db, team, await fellowBearers(db, team, [borne]));
  return borne;
}

type Wanted = TypedCode & { readonly kind: StoredKind; readonly item: string };

/** What stands against it, unless somebody accepts it; null: nothing. */
async function whatIsOdd(
  db: Db,
  team: string,
  { kind, item, code, display, check }: Wanted,
  own: readonly ItemCode[],
): Promise<UserError | null> {
  const wrong = wrongOf(check);
  if (wrong !== undefined) return new UserError(wrong);
  const scheme = SCHEMES[kind];
  const other = (await bearersOf(db, team, scheme, [code])).find((bearer) => bearer.item !== item);
  if (other !== undefined) {
    const details = { code: display, title: await titleOf(db, team, kind, other.item), item: other.item };
    return new UserError({ code: 'catalog.code-elsewhere', details });
  }
  const given = await findGiven(db, team, { scheme, code });
  if (given !== undefined && given.givenFor !== item) {
    const details = { code: display, title: await titleOf(db, team, kind, given.givenFor) };
    return new UserError({ code: 'catalog.code-given', details });
  }
  const before = own.find((borne) => borne.code !== code && borne.acceptedFor === null);
  if (before === undefined) return null;
  const has = displayOf(before);
  return new UserError({ code: 'catalog.code-second', details: { code: display, has } });
}

async function titleOf(db: Db, team: string, kind: StoredKind, item: string): Promise<string> {
  const [bearer] = await findItems(db, team, kind, [item]);
  return bearer === undefined ? item : labelOf(kind, bearer.content);
}

export type Dropping = {
  readonly kind: StoredKind;
  readonly item: string;
  /** As it was typed; null: the only one. */
  readonly typed: string | null;
  readonly by: PersonId | null;
};

/**
 * Take a code off an item that somebody registered by mistake, in the caller's transaction, which holds the item.
 *
 * @throws UserError `catalog.code-assigned`, `catalog.code-which`, `catalog.code-not-borne`
 */
export async function dropCode(
  house: House,
  db: Db,
  team: string,
  { kind, item, typed, by }: Dropping,
): Promise<ItemCode> {
  const scheme = SCHEMES[kind];
  const own = (await codesOf(db, team, [item])).filter((borne) => borne.scheme === scheme);
  const wanted = typed === null ? null : readCode(house, kind, typed);
  const meant = wanted === null ? own : own.filter(({ code }) => code === wanted.code);
  const [code] = meant;
  if (code === undefined) {
    throw new UserError({
      code: 'catalog.code-not-borne',
      details: { code: wanted?.display ?? 'none', kind },
    });
  }
  if (meant.length > 1) {
    throw new UserError({ code: 'catalog.code-which', details: { codes: meant.map(displayOf), kind } });
  }
  if (code.how === 'assigned') {
    throw new UserError({ code: 'catalog.code-assigned', details: { code: displayOf(code) } });
  }
  await appendOne(house.evidence, db, team, {
    type: 'admin.code_dropped',
    subject: 'team',
    data: { scheme, code: code.code, [kind]: item, by },
  });
  await deleteCodes(db, team, item, code);
  const fellows = await fellowBearers(db, team, [code]);
  await refreshGaps(db, team, {
    recordings: [...fellows.recordings, ...(kind === 'recording' ? [item] : [])],
    works: [...fellows.works, ...(kind === 'work' ? [item] : [])],
  });
  return code;
}
