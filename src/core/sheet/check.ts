import {
  add,
  compare,
  type Fraction,
  formatFraction,
  fractionOf,
  ONE,
  percentOf,
  shareOf,
  subtract,
  sumOf,
} from '../fraction.ts';
import { parseIswc } from '../identifiers/iswc.ts';
import { LAYERS, type Layer } from '../ledger/entry-types.ts';
import { type Problem, problem } from '../problem.ts';
import { type LayerLine, MORE_FIELDS, type Party, type SheetContent } from './content.ts';
import type { TextField } from './problems.ts';
import { remarks } from './remarks.ts';

const LONGEST: Readonly<Partial<Record<TextField, number>>> = { title: 200, name: 100, publisher: 100 };
const LONGEST_ELSE = 200;
const MOST_PARTIES = 100;
/** Of the ways to mend a total; more are no help. */
const MOST_WAYS = 4;

const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['owner', ...MORE_FIELDS]);

/** Whatever would begin a new line in the frozen text, or print it other than it is. */
const REFUSED = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e]/u;

/**
 * Everything that is wrong with what a sheet says, and what is worth a look.
 *
 * Errors: a must field is missing; a text is too long or does not stay on its line; a layer in use does not add up to
 * exactly 1; somebody stands in it twice, without a role or without being a party; a publisher has more than the
 * writer of whose share it is a part; an ISWC does not hold. The rest are warnings: a sheet with them may be posted.
 *
 * @returns errors first; empty when nothing is to be said
 * @see docs/evidence-format.md, "Entry types", for what a version must hold; facts on roles in core/data/roles.json
 */
export function checkContent(content: SheetContent): readonly Problem[] {
  const names = new Map(content.parties.map(({ person, name }) => [person, name]));
  const errors = [
    ...checkTexts(content),
    ...checkParties(content.parties),
    ...checkLayers(content, names),
    ...checkIswc(content),
  ];
  return [...errors, ...remarks(content, names)];
}

/** Everything that people typed as a line of text. */
function textsOf(content: SheetContent): readonly (readonly [field: TextField, text: string])[] {
  const { title, parties, layers, samples, more } = content;
  const sampled = samples === 'none' ? [] : samples;
  const lines = LAYERS.flatMap((layer) => layers[layer] ?? []);
  return [
    ['title', title],
    ...parties.map(({ name }) => ['name', name] as const),
    ...parties.flatMap(({ actsFor }) =>
      actsFor.kind === 'self' ? [] : [['actsFor', actsFor.name] as const],
    ),
    ...lines.flatMap(({ publisher }) => (publisher === null ? [] : [['publisher', publisher.name] as const])),
    ...sampled.flatMap(({ title: sample, owner }) => [
      ['sample', sample] as const,
      ...(owner === null ? [] : [['owner', owner] as const]),
    ]),
    ...MORE_FIELDS.map((field) => [field, more[field] ?? ''] as const),
  ];
}

function* checkTexts(content: SheetContent): Iterable<Problem> {
  for (const [field, text] of textsOf(content)) {
    const limit = LONGEST[field] ?? LONGEST_ELSE;
    const { length } = [...text];
    if (!VISIBLE.test(text) && !MAY_BE_EMPTY.has(field))
      yield problem('sheet.text-missing', 'error', { field });
    if (length > limit) yield problem('sheet.text-too-long', 'error', { field, length, limit });
    if (REFUSED.test(text)) yield problem('sheet.text-character', 'error', { field });
  }
}

function* checkParties(parties: readonly Party[]): Iterable<Problem> {
  if (parties.length > MOST_PARTIES) {
    yield problem('sheet.too-many', 'error', { count: parties.length, limit: MOST_PARTIES });
  }
  const seen = new Set<string>();
  for (const { person, name } of parties) {
    if (seen.has(person)) yield problem('sheet.person-twice', 'error', { name });
    seen.add(person);
  }
}

type Names = ReadonlyMap<string, string>;

function* checkLayers({ layers }: SheetContent, names: Names): Iterable<Problem> {
  const used = LAYERS.filter((layer) => layers[layer] !== undefined);
  if (used.length === 0) yield problem('sheet.layers-missing', 'error');
  for (const layer of used) {
    const lines = layers[layer] ?? [];
    if (lines.length === 0) yield problem('sheet.layer-empty', 'error', { layer });
    else if (lines.length > MOST_PARTIES) {
      // Not added up: so many shares are no sheet, and their sum would cost more than it says.
      yield problem('sheet.too-many', 'error', { count: lines.length, limit: MOST_PARTIES });
    } else yield* checkTotal(layer, lines, names);
    yield* checkLines(layer, lines, names);
  }
}

/** Exactly 1, with no tolerance: the refusal says by how much it is off and who has what. */
function* checkTotal(layer: Layer, lines: readonly LayerLine[], names: Names): Iterable<Problem> {
  const sum = sumOf(lines.map(({ share }) => share));
  const order = compare(sum, ONE);
  if (order === 0) return;
  const off = order < 0 ? subtract(ONE, sum) : subtract(sum, ONE);
  // The largest first, as a sheet shows them: the order of the entry, by id, means nothing to people.
  const largest = lines.toSorted((a, b) => compare(fractionOf(b.share), fractionOf(a.share)));
  const named = ({ person }: LayerLine, share: Fraction) =>
    `${names.get(person) ?? person} ${formatFraction(share)}`;
  // Any one of them could take what is missing, or give what is too much and keep something.
  const ways = largest.flatMap((line) => {
    const share = fractionOf(line.share);
    const mended = order < 0 ? add(share, off) : subtract(share, off);
    return shareOf(mended) === null ? [] : [named(line, mended)];
  });
  yield problem('sheet.total', 'error', {
    layer,
    sum: formatFraction(sum),
    off: formatFraction(off),
    percent: percentOf(off).text,
    side: order < 0 ? 'missing' : 'over',
    shares: largest.map((line) => named(line, fractionOf(line.share))),
    mended: ways.length > MOST_WAYS ? [] : ways,
    ways: ways.length > MOST_WAYS ? 0 : ways.length,
  });
}

function* checkLines(layer: Layer, lines: readonly LayerLine[], names: Names): Iterable<Problem> {
  const seen = new Set<string>();
  for (const { person, share, roles, publisher } of lines) {
    const name = names.get(person);
    if (name === undefined) {
      yield problem('sheet.stranger', 'error', { person, layer });
      continue;
    }
    if (seen.has(person)) yield problem('sheet.line-twice', 'error', { name, layer });
    seen.add(person);
    if (roles.length === 0) yield problem('sheet.role-missing', 'error', { name, layer });
    if (publisher === null) continue;
    if (layer !== 'composition') yield problem('sheet.publisher-layer', 'error', { name, layer });
    if (compare(fractionOf(publisher.share), fractionOf(share)) > 0) {
      yield problem('sheet.publisher-more', 'error', { name, publisher: publisher.name });
    }
  }
}

function checkIswc({ more: { iswc } }: SheetContent): readonly Problem[] {
  if (iswc === undefined || iswc === '') return [];
  const parsed = parseIswc(iswc);
  return parsed.ok ? [] : [parsed.problem];
}
