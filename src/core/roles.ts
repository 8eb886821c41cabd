import { inOtherLanguages } from './data/localized.ts';
import { ROLE_IDS, type Role, type RoleId, roleTable } from './data/roles.ts';
import type { Layer } from './ledger/entry-types.ts';
import { edits } from './territory/nearest.ts';

export type { Role, RoleId } from './data/roles.ts';

const ORDER: ReadonlyMap<string, number> = new Map(ROLE_IDS.map((id, index) => [id, index]));

export function roleOf(id: RoleId): Role {
  const role = roleTable()[ORDER.get(id) ?? -1];
  if (role === undefined) throw new Error(`no role ${id}`);
  return role;
}

/** In the order in which we list them, none twice. */
export function sortRoles(roles: readonly RoleId[]): readonly RoleId[] {
  return [...new Set(roles)].sort((a, b) => (ORDER.get(a) ?? 0) - (ORDER.get(b) ?? 0));
}

/** The most words that one role takes: "music and lyrics". */
export const MOST_WORDS = 3;

/** What is compared: letters and digits alone, so that `Co-Producer`, `co producer` and `coproducer` are one. */
export function roleKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** By what is compared, the roles that a word may stand for. */
type RoleWords = ReadonlyMap<string, readonly Role[]>;

let words: RoleWords | undefined;
let names: readonly (readonly string[])[] | undefined;
let otherWords: RoleWords | undefined;

function roleWords(): RoleWords {
  words ??= byKey(({ id, name, aliases }) => [id, ...Object.values(name), ...aliases]);
  return words;
}

/** The names in the languages that do not stand in the table. */
function otherRoleWords(): RoleWords {
  otherWords ??= byKey((role) => otherNames()[ORDER.get(role.id) ?? -1] ?? []);
  return otherWords;
}

function otherNames(): readonly (readonly string[])[] {
  names ??= inOtherLanguages(roleTable().map(({ name }) => name));
  return names;
}

function byKey(wordsOf: (role: Role) => readonly string[]): RoleWords {
  const all = new Map<string, Role[]>();
  for (const role of roleTable()) {
    for (const key of new Set(wordsOf(role).map(roleKey))) all.set(key, [...(all.get(key) ?? []), role]);
  }
  return all;
}

/**
 * The role that a word stands for. Some words mean another role in another layer: an arranger of the composition
 * changed an existing work, an arranger of the master shaped this recording.
 *
 * @returns null for a word that is no role; a role of another layer where no role of this one has the word
 */
export function findRole(text: string, layer: Layer): RoleId | null {
  const key = roleKey(text);
  if (key === '') return null;
  const found = roleWords().get(key) ?? otherRoleWords().get(key) ?? [];
  return (found.find(({ layers }) => layers.includes(layer)) ?? found[0])?.id ?? null;
}

/** More than this share of its characters changed, and a word is not what was meant; a Chinese word has two or three. */
const FARTHEST = 0.4;
const FARTHEST_HAN = 0.5;
const HAN = /\p{sc=Han}/u;

/** The word for a role that is nearest to what was typed; null where none is near. */
export function nearestRoleWord(typed: string): string | null {
  const key = roleKey(typed).slice(0, 40);
  const farthest = HAN.test(key) ? FARTHEST_HAN : FARTHEST;
  const near = [
    ...roleTable().flatMap(({ name, aliases }) => [...Object.values(name), ...aliases]),
    ...otherNames().flat(),
  ]
    .map((word) => ({ word, far: edits(key, roleKey(word)) / Math.max(key.length, roleKey(word).length, 1) }))
    .filter(({ far }) => far <= farthest)
    .sort((a, b) => a.far - b.far);
  return near[0]?.word ?? null;
}
