import { LONGEST_NAME, LONGEST_TITLE } from '../../core/catalog/read-text.ts';
import { UserError } from '../../core/problem.ts';
import type { StoredKind } from '../../store/catalog-items.ts';
import type { ItemCode } from '../../store/item-codes.ts';
import { readCode, SCHEMES, type TypedCode } from '../bear-code.ts';
import { displayOf, labelOf } from '../labels.ts';
import type { Looked } from '../look.ts';
import type { Cells } from '../table/cells.ts';
import type { KnownKind } from './known.ts';
import type { PlannedCode } from './plan-types.ts';
import { codesIn, textOrNothing } from './row.ts';
import type { State } from './state.ts';

type About = {
  readonly kind: StoredKind;
  readonly line: number;
  readonly cells: Cells;
  /** What bears them or is to; null: something new. */
  readonly target: Looked | null;
  readonly known: KnownKind;
};

/**
 * The codes that a row brings: at most one that its item does not bear yet, or who gave the one that it bears.
 *
 * @throws UserError the check's own refusal, `catalog.row-codes`, `catalog.row-code-twice`, `catalog.code-elsewhere`,
 *   `catalog.code-given`, `catalog.code-second`
 */
export function planCodes(state: State, { kind, line, cells, target, known }: About): readonly PlannedCode[] {
  const cell = kind === 'work' ? cells.iswc : cells.isrc;
  const typed = codesIn(cell).map((code) => readCode(state.context.house, kind, code));
  const own = (target?.codes ?? []).filter(({ scheme }) => scheme === SCHEMES[kind]);
  const fresh = typed.filter(({ code }) => !own.some((one) => one.code === code));
  const said = {
    source: cells.source === undefined ? null : textOrNothing('source', cells.source, LONGEST_NAME),
    acceptedFor: cells.accept === undefined ? null : textOrNothing('accept', cells.accept, LONGEST_TITLE),
  };
  if (fresh.length > 1) {
    const details = { count: typed.length, codes: typed.map(({ display }) => display) };
    throw new UserError({ code: 'catalog.row-codes', details });
  }
  const [code] = fresh;
  if (code === undefined) return changedSaying(typed, own, said.source);
  const key = `${kind} ${code.code}`;
  const before = state.lineOfCode.get(key);
  if (before !== undefined) {
    throw new UserError({ code: 'catalog.row-code-twice', details: { code: code.display, line: before } });
  }
  const odd = whatIsOdd(code, own, kind, known);
  if (odd !== null && said.acceptedFor === null) throw odd;
  state.lineOfCode.set(key, line);
  return [{ code: code.code, source: said.source, acceptedFor: odd === null ? null : said.acceptedFor }];
}

/** Of the one code that it bears, somebody says now who gave it. */
function changedSaying(
  typed: readonly TypedCode[],
  own: readonly ItemCode[],
  source: string | null,
): readonly PlannedCode[] {
  const known = own.find(({ code }) => typed.length === 1 && code === typed[0]?.code);
  if (known === undefined || known.how === 'assigned' || source === null) return [];
  return source === known.source ? [] : [{ code: known.code, source, acceptedFor: known.acceptedFor }];
}

function whatIsOdd(
  { code, display, check }: TypedCode,
  own: readonly ItemCode[],
  kind: StoredKind,
  known: KnownKind,
): UserError | null {
  const wrong = check.problems.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) return new UserError(wrong);
  const [other] = known.bearing(code);
  if (other !== undefined) {
    const details = { code: display, title: labelOf(kind, other.item.content), item: other.item.id };
    return new UserError({ code: 'catalog.code-elsewhere', details });
  }
  const given = known.givenFor(code);
  if (given !== undefined) {
    return new UserError({ code: 'catalog.code-given', details: { code: display, title: given } });
  }
  const before = own.find(({ acceptedFor }) => acceptedFor === null);
  if (before === undefined) return null;
  return new UserError({
    code: 'catalog.code-second',
    details: { code: display, has: displayOf(before) },
  });
}
