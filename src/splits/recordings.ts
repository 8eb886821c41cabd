import type { House } from '../bot/command.ts';
import { findMeantItem, ID_PREFIXES } from '../catalog/find.ts';
import { displayOf, labelOf } from '../catalog/labels.ts';
import { UserError } from '../core/problem.ts';
import type { SheetContent } from '../core/sheet/content.ts';
import type { StoredItem } from '../store/catalog-items.ts';
import { codesOf } from '../store/item-codes.ts';

type Naming = Pick<SheetContent, 'more' | 'recordings'>;

/** Between several recordings in one field. */
const BETWEEN = /[;；\n]/;

/**
 * The recordings that a sheet names, found in the catalog: in the words of the sheet they are then called as they are
 * there, with their ISRCs. What is not in the catalog stays as it was typed; not every team keeps one.
 *
 * @param before the version that it changes: words that nobody touched mean what they meant
 * @throws UserError `catalog.several`, or `catalog.unknown` for an id that is none
 */
export async function withRecordings<D extends Naming>(
  house: House,
  team: string,
  draft: D,
  before: Naming | null,
): Promise<D> {
  const typed = draft.more.recordings;
  const { recordings: _, ...rest } = draft;
  if (typed === undefined) return rest as D;
  if (typed === before?.more.recordings) {
    return before.recordings === undefined ? draft : { ...draft, recordings: before.recordings };
  }
  const parts: { readonly id: string | null; readonly words: string }[] = [];
  for (const part of typed.split(BETWEEN).map((one) => one.trim())) {
    if (part === '') continue;
    const found = await findIfThere(house, team, part);
    parts.push(found === null ? { id: null, words: part } : await wordsOf(house, team, found));
  }
  const ids = [...new Set(parts.flatMap(({ id }) => id ?? []))];
  const words = [...new Set(parts.map((part) => part.words))].join('; ');
  return {
    ...(rest as D),
    more: { ...draft.more, recordings: words },
    ...(ids.length === 0 ? {} : { recordings: ids }),
  };
}

async function findIfThere(
  house: House,
  team: string,
  typed: string,
): Promise<StoredItem<'recording'> | null> {
  try {
    return await findMeantItem(house, team, 'recording', typed, 'exactly');
  } catch (error) {
    const code = error instanceof UserError ? error.problem.code : null;
    const isMissing = code === 'catalog.unknown' || code === 'catalog.near';
    if (isMissing && !typed.toLowerCase().startsWith(ID_PREFIXES.recording)) return null;
    throw error;
  }
}

async function wordsOf(house: House, team: string, { id, content }: StoredItem<'recording'>) {
  const codes = await codesOf(house.db, team, [id]);
  const isrcs = codes.filter(({ scheme }) => scheme === 'isrc').map(displayOf);
  const label = labelOf('recording', content);
  return { id, words: isrcs.length === 0 ? label : `${label} (${isrcs.join(', ')})` };
}
