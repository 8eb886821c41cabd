import { type Problem, problem } from '../problem.ts';
import { type Entry, LAYERS, type PersonId } from './entry-types.ts';
import { addUpToOne } from './exact-sum.ts';
import { checkFrozenText } from './frozen-text.ts';
import { sha256Hex } from './hash.ts';
import type { SealedPart } from './sealed.ts';
import { ascending } from './shapes.ts';
import { FINE, type Outside, type PartyState, type SheetState } from './sheet-state.ts';

/**
 * A new version: numbered on, its shares exact, everyone concerned among the parties, its words those that the entry
 * stands for. A wrong one is still a version, so that what follows is judged by what it says.
 */
export function applyVersion(
  sheet: SheetState,
  entry: Entry<'sheet.version'>,
  sealed: SealedPart | null,
  outside: Outside,
): readonly Problem[] {
  const { version, text, parties } = entry.data;
  const elsewhere = sealed === null ? outside.text(sheet.sheet, version, text) : null;
  const wrong =
    checkOrder(sheet, entry) ??
    checkShares(entry) ??
    checkParties(sheet, entry) ??
    checkText(entry, sealed, elsewhere);
  const made = {
    version,
    seq: entry.seq,
    atMs: Date.parse(entry.at),
    text,
    parties: new Map(parties.map((person) => [person, untouched()])),
    textOpen: sealed !== null || elsewhere !== null,
    ended: null,
  };
  sheet.versions.set(version, made);
  sheet.newest = version;
  return wrong === null ? FINE : [wrong];
}

function untouched(): PartyState {
  return {
    approves: false,
    disputes: false,
    approval: null,
    approvalGrade: null,
    counted: null,
    countedGrade: null,
  };
}

function checkOrder(sheet: SheetState, { data }: Entry<'sheet.version'>): Problem | null {
  const before = sheet.newest;
  const expected = (before ?? 0) + 1;
  if (data.version !== expected) {
    return problem('sheet.version-order', 'error', { expected, found: data.version });
  }
  if (data.replaces !== before) {
    return problem('sheet.replaces', 'error', { expected: String(before), found: String(data.replaces) });
  }
  const amended = sheet.completed;
  if (data.amends !== amended) {
    return problem('sheet.amends', 'error', { expected: String(amended), found: String(data.amends) });
  }
  return null;
}

function checkShares({ data }: Entry<'sheet.version'>): Problem | null {
  const used = LAYERS.filter((layer) => data.layers[layer] !== undefined);
  if (used.length === 0) return problem('sheet.no-layer', 'error');
  for (const layer of used) {
    const pairs = data.layers[layer] ?? [];
    if (!ascending(pairs.map(([person]) => person))) return problem('sheet.layer-order', 'error', { layer });
    if (!addUpToOne(pairs.map(([, share]) => share))) return problem('sheet.layer-total', 'error', { layer });
  }
  return null;
}

function checkParties(sheet: SheetState, { data }: Entry<'sheet.version'>): Problem | null {
  const parties = new Set(data.parties);
  const concerned: PersonId[] = LAYERS.flatMap((layer) =>
    (data.layers[layer] ?? []).map(([person]) => person),
  );
  if (data.amends !== null) concerned.push(...(sheet.versions.get(data.amends)?.parties.keys() ?? []));
  const missing = concerned.find((person) => !parties.has(person));
  return missing === undefined ? null : problem('sheet.party-missing', 'error', { person: missing });
}

function checkText(
  entry: Entry<'sheet.version'>,
  sealed: SealedPart | null,
  elsewhere: string | null,
): Problem | null {
  const owner = { ...entry.data, ledger: entry.ledger };
  if (sealed === null) {
    const wrong = elsewhere === null ? null : checkFrozenText(elsewhere, owner, null);
    return wrong === null ? null : problem(wrong, 'error');
  }
  const { text, names } = sealed;
  if (typeof text !== 'string') return problem('text.missing', 'error');
  if (sha256Hex(text) !== entry.data.text) return problem('text.hash', 'error');
  // An absent `names` is as wrong as one that names other people.
  const wrong = checkFrozenText(text, owner, names ?? {});
  return wrong === null ? null : problem(wrong, 'error');
}
