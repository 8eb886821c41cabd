import type { House } from '../../bot/command.ts';
import { titleKey, titleTerm } from '../../core/catalog/search-terms.ts';
import { findItem, findItems, type StoredItem, type StoredKind } from '../../store/catalog-items.ts';
import { idsCalled } from '../../store/catalog-search.ts';
import { findGiven, whichGiven } from '../../store/given-codes.ts';
import { bearersOf, type ItemCode } from '../../store/item-codes.ts';
import type { Db } from '../../store/tables.ts';
import { labelOf } from '../labels.ts';
import { type Looked, lookAtMany } from '../look.ts';

/** What some rows ask about: ids, codes in the form in which they are compared, and titles. */
export type Asked = {
  readonly ids: readonly string[];
  readonly codes: readonly string[];
  readonly titles: readonly string[];
};

/** What the catalog knows of a kind, as far as some rows ask. Only what stands. */
export type KnownKind = {
  get(id: string): Looked | undefined;
  /** Those that bear a code. */
  bearing(code: string): readonly Looked[];
  /** Those that go by exactly this title. */
  called(title: string): readonly Looked[];
  /** Those of them that are by this artist, or of which nobody has said by whom they are. */
  calledBy(title: string, artist: string): readonly Looked[];
  /** For what a code was given out here, in words; undefined where it was not. */
  givenFor(code: string): string | undefined;
};

/** One question of each sort for many rows. */
export async function lookUp(
  { db }: House,
  team: string,
  kind: StoredKind,
  asked: Asked,
): Promise<KnownKind> {
  const scheme = kind === 'work' ? 'iswc' : 'isrc';
  const bearers = await bearersOf(db, team, scheme, asked.codes);
  const called = await idsCalled(db, team, kind, asked.titles);
  const ids = [...asked.ids, ...bearers.map(({ item }) => item), ...[...called.values()].flat()];
  const items: readonly StoredItem[] = await findItems(db, team, kind, ids);
  const standing = items.filter(({ isGone }) => !isGone);
  const looked = new Map((await lookAtMany(db, team, kind, standing)).map((one) => [one.item.id, one]));
  const byCode = Map.groupBy(bearers, ({ code }: ItemCode) => code);
  const given = await givenTitles(db, team, kind, asked.codes);
  const those = (found: readonly string[]) => found.flatMap((id) => looked.get(id) ?? []);
  // Thousands may be called “Intro”, and each of thousands of rows asks for them.
  const byTitle = new Map([...called].map(([term, found]) => [term, byArtist(those(found))]));
  return {
    get: (id) => looked.get(id),
    bearing: (code) => those((byCode.get(code) ?? []).map(({ item }) => item)),
    called: (title) => byTitle.get(titleTerm(title))?.all ?? [],
    calledBy(title, artist) {
      const found = byTitle.get(titleTerm(title))?.byArtist;
      return [...(found?.get(titleKey(artist)) ?? []), ...(found?.get(NOBODY) ?? [])];
    },
    givenFor: (code) => given.get(code),
  };
}

/** No artist is called so. */
const NOBODY = '';

function byArtist(all: readonly Looked[]) {
  const artistOf = ({ item: { content } }: Looked) =>
    'mainArtist' in content && content.mainArtist !== null ? titleKey(content.mainArtist) : NOBODY;
  return { all, byArtist: Map.groupBy(all, artistOf) };
}

/** Few codes of a file were given out here to something else, so each of them may take a question of its own. */
async function givenTitles(
  db: Db,
  team: string,
  kind: StoredKind,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const scheme = kind === 'work' ? 'iswc' : 'isrc';
  const titles = new Map<string, string>();
  for (const code of await whichGiven(db, team, scheme, codes)) {
    const given = await findGiven(db, team, { scheme, code });
    const item = given && (await findItem(db, team, kind, given.givenFor));
    titles.set(code, item === undefined ? (given?.givenFor ?? code) : labelOf(kind, item.content));
  }
  return titles;
}
