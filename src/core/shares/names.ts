import type { Layer } from '../ledger/entry-types.ts';
import { good, type Parsed } from '../problem.ts';
import { findRole, MOST_WORDS, type RoleId } from '../roles.ts';
import { badAt, type Line, placeIn, shown } from './place.ts';
import type { Who } from './share-line.ts';
import type { Token } from './tokens.ts';

/** Longer is no name, and would fill a message. */
const LONGEST_NAME = 100;

type WrittenProblem = 'share.name-missing' | 'share.name-too-long';

export type NameProblem = WrittenProblem | 'share.name-or-role' | 'share.quote-open';

/** Whose share it is, and the tokens that are still to be read. */
export type Named = { readonly who: Who; readonly rest: readonly Token[] };

/** A number alone, without quotation marks, is a share whose name is missing. */
const NUMBER = /^[\p{N}\p{P}\s]*\p{N}[\p{N}\p{P}\s]*$/u;
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** The name at the beginning: a mention, a name in quotation marks, or all that stands before the share. */
export function readWho(line: Line, tokens: readonly Token[], layer: Layer): Parsed<Named, NameProblem> {
  const [first] = tokens;
  if (first === undefined) return badAt('share.name-missing', placeIn(line, 0), { found: '' });
  const rest = tokens.slice(1);
  if (first.kind === 'account') {
    return good({ who: { kind: 'account', account: first.account, name: first.name }, rest });
  }
  if (first.kind === 'open-quote') {
    const found = shown(line.text.slice(first.start));
    return badAt('share.quote-open', placeIn(line, first.start), { found });
  }
  if (first.kind === 'quoted') {
    const who = readName(line, first, first.value);
    return who.ok ? good({ who: who.value, rest }) : who;
  }
  return readBareName(line, tokens, layer);
}

/** A name that stands in quotation marks. */
export function checkName(line: Line, { start, text }: Token, name: string): Parsed<string, WrittenProblem> {
  const place = placeIn(line, start);
  const clean = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const { length } = [...clean];
  if (!VISIBLE.test(clean)) return badAt('share.name-missing', place, { found: shown(text) });
  if (length > LONGEST_NAME) return badAt('share.name-too-long', place, { length, limit: LONGEST_NAME });
  return good(clean);
}

/**
 * All that stands before the share. Role words at its end are refused where no role follows the share, since "Ana
 * Conductor 1/2" may be a name; behind a handle of one word, `@ana composer 1/2`, they can only be roles.
 */
function readBareName(line: Line, tokens: readonly Token[], layer: Layer): Parsed<Named, NameProblem> {
  const [first] = tokens;
  const end = endOfName(tokens);
  const words = tokens.slice(0, end);
  if (first === undefined || /[/%％⁄／¼-¾⅐-⅞]/.test(first.kind === 'share' ? first.text : '')) {
    return badAt('share.name-missing', placeIn(line, first?.start ?? 0), { found: shown(first?.text ?? '') });
  }
  const rest = tokens.slice(end);
  const roles = startOfRoles(words, layer);
  if (isHandle(first.text) && words.slice(1, roles).every(({ kind }) => kind === 'noise')) {
    const who = readName(line, first, first.text);
    return who.ok ? good({ who: who.value, rest: tokens.slice(1) }) : who;
  }
  if (roles < words.length && !hasRole(rest, layer)) {
    const [name, role] = [sliceOf(line, words.slice(0, roles)), sliceOf(line, words.slice(roles))];
    return badAt('share.name-or-role', placeIn(line, first.start), { name: shown(name), role: shown(role) });
  }
  const text = sliceOf(line, words);
  if (NUMBER.test(text)) {
    return badAt('share.name-missing', placeIn(line, first.start), { found: shown(text) });
  }
  const who = readName(line, first, text);
  return who.ok ? good({ who: who.value, rest }) : who;
}

function isHandle(text: string): boolean {
  return /^[@＠]/u.test(text);
}

/** A name, or a handle without its sign. */
function readName(line: Line, token: Token, text: string): Parsed<Who, WrittenProblem> {
  const kind = isHandle(text) ? 'handle' : 'name';
  const name = checkName(line, token, kind === 'handle' ? text.slice(1) : text);
  return name.ok ? good({ kind, name: name.value }) : name;
}

/** Up to the share, or to a part that begins with its word and a name in quotation marks. */
function endOfName(tokens: readonly Token[]): number {
  const end = tokens.findIndex((token, index) => {
    if (index === 0) return false;
    if (token.kind === 'share' || token.kind === 'account') return true;
    return token.kind === 'word' && startsPart(tokens.slice(index, index + 3));
  });
  return end === -1 ? tokens.length : end;
}

const FOR: ReadonlyMap<string, 'company' | 'artist' | 'either'> = new Map([
  ['for', 'either'],
  ['代表', 'either'],
  ['代表公司', 'company'],
  ['代表藝人', 'artist'],
]);
const FOR_WHOM: ReadonlyMap<string, 'company' | 'artist'> = new Map([
  ['company', 'company'],
  ['artist', 'artist'],
  ['公司', 'company'],
  ['藝人', 'artist'],
]);

/** `for "X"`, `for artist "X"`: the kind, and how many words stand before the name. */
export function readFor(
  tokens: readonly Token[],
): { readonly kind: 'company' | 'artist'; readonly words: number } | null {
  const first = FOR.get(tokens[0]?.text.toLowerCase() ?? '');
  if (tokens[0]?.kind !== 'word' || first === undefined) return null;
  if (first !== 'either') return { kind: first, words: 1 };
  const second = FOR_WHOM.get(tokens[1]?.text.toLowerCase() ?? '');
  return second === undefined ? { kind: 'company', words: 1 } : { kind: second, words: 2 };
}

function startsPart(tokens: readonly Token[]): boolean {
  const whom = readFor(tokens);
  if (whom !== null) return tokens[whom.words]?.kind === 'quoted';
  return tokens[1]?.kind === 'quoted' && findRole(tokens[0]?.text ?? '', 'composition') === 'publisher';
}

/** Where the roles at the end of a name begin; the first word is never one. */
function startOfRoles(words: readonly Token[], layer: Layer): number {
  let start = words.length;
  for (;;) {
    const end = words.slice(0, start).findLastIndex(({ kind }) => kind !== 'noise') + 1;
    const many = [MOST_WORDS, 2, 1].find(
      (count) => count < end && roleIn(words.slice(end - count, end), layer) !== null,
    );
    if (many === undefined) return start;
    start = end - many;
  }
}

function hasRole(rest: readonly Token[], layer: Layer): boolean {
  return rest.some((_token, index) =>
    [1, 2, MOST_WORDS].some((many) => roleIn(rest.slice(index, index + many), layer) !== null),
  );
}

/** The role that these words make together. */
export function roleIn(words: readonly Token[], layer: Layer): RoleId | null {
  if (words.length === 0 || words.some(({ kind }) => kind !== 'word')) return null;
  return findRole(words.map(({ text }) => text).join(' '), layer);
}

/** As typed, from the first word to the last, without the dash or colon between name and share. */
function sliceOf(line: Line, tokens: readonly Token[]): string {
  const last = tokens.findLastIndex(({ kind, text }) => kind !== 'noise' || /[)）]/.test(text));
  return between(line, tokens.slice(0, last + 1));
}

function between(line: Line, words: readonly Token[]): string {
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined
    ? ''
    : line.text.slice(first.start, last.start + last.text.length);
}
