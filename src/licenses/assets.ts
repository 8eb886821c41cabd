import type { Context } from '../bot/command.ts';
import { type AnyItem, findAnyMeant, findMeantItem, ID_PREFIXES } from '../catalog/find.ts';
import { labelOf } from '../catalog/labels.ts';
import { ASSET_KINDS, type Asset, type AssetKind } from '../core/licenses/content.ts';
import { UserError } from '../core/problem.ts';
import { nameKey } from '../people/typed-name.ts';
import { findItem } from '../store/catalog-items.ts';
import { licensesAbout } from '../store/licenses.ts';
import { listNotes } from '../store/notes.ts';

/** What a command was told it is about: one of these. */
export type AssetInput = {
  readonly [K in AssetKind]?: string | undefined;
} & {
  /** In one field: `sample Rain Song`. */
  readonly asset?: string | undefined;
};

/** Things that stand in the catalog have an id there; samples and artwork go by their names. */
const NAMED: readonly AssetKind[] = ['sample', 'artwork'];

const KIND_WORDS: readonly (readonly [AssetKind, RegExp])[] = [
  ['recording', /^(?:recording|錄音)\s*[:：]?\s*(.+)$/isu],
  ['work', /^(?:work|作品)\s*[:：]?\s*(.+)$/isu],
  ['sample', /^(?:sample|取樣|採樣)\s*[:：]?\s*(.+)$/isu],
  ['artwork', /^(?:artwork|cover|圖像|封面|美術)\s*[:：]?\s*(.+)$/isu],
];

/** Whether anything of it was said. */
export function isSaid(input: AssetInput): boolean {
  return [...ASSET_KINDS, 'asset' as const].some((name) => input[name] !== undefined);
}

/**
 * The one thing that a command is about.
 *
 * @param how `exactly`: what follows counts, so a part of a title is not enough
 * @throws UserError `license.asset-one` when it is none, or more; `catalog.*`; `license.asset-unknown`
 */
export async function assetOf(
  input: AssetInput,
  context: Context,
  how: 'roughly' | 'exactly',
): Promise<Asset> {
  const said = ASSET_KINDS.flatMap((kind) => {
    const name = input[kind];
    return name === undefined ? [] : [{ kind, name }];
  });
  const { asset } = input;
  const [first] = said;
  if (said.length + (asset === undefined ? 0 : 1) !== 1) {
    throw new UserError({ code: 'license.asset-one', details: {} });
  }
  return first === undefined ? assetMeant(asset ?? '', context, how) : assetCalled(first, context, how);
}

/**
 * What somebody means by one text: a thing of the catalog, a name with the word for its kind before it, or the name of a
 * sample or picture that a license or note is about already. To look something up, also the id of what is not in the
 * catalog any more.
 *
 * @throws UserError `catalog.*`, `license.asset-unknown`
 */
export async function assetMeant(
  typed: string,
  context: Context,
  how: 'roughly' | 'exactly',
): Promise<Asset> {
  const { house, asker } = context;
  const text = typed.trim();
  const removed = how === 'roughly' ? await assetRemoved(text, context) : null;
  if (removed !== null) return removed;
  const item = await findAnyMeant(house, asker.team, text).catch((error: unknown) => {
    if (error instanceof UserError && error.problem.code === 'catalog.unknown') return null;
    throw error;
  });
  // A title may begin with the word for a kind, so what the catalog knows comes first.
  if (item !== null) return assetOfItem(item);
  const kind = KIND_WORDS.find(([, shape]) => shape.test(text));
  if (kind !== undefined) {
    const name = kind[1].exec(text)?.[1] ?? '';
    return assetCalled({ kind: kind[0], name }, context, how);
  }
  for (const named of NAMED) {
    const asset = assetNamed(named, text);
    if (await isKnown(asset, context)) return asset;
  }
  throw new UserError({ code: 'license.asset-unknown', details: { typed: text } });
}

async function assetCalled(
  { kind, name }: { readonly kind: AssetKind; readonly name: string },
  context: Context,
  how: 'roughly' | 'exactly',
): Promise<Asset> {
  if (kind === 'sample' || kind === 'artwork') return assetNamed(kind, name);
  const removed = how === 'roughly' ? await assetRemoved(name, context) : null;
  if (removed?.kind === kind) return removed;
  const { house, asker } = context;
  const { id, content } = await findMeantItem(house, asker.team, kind, name, how);
  return { kind, id, title: labelOf(kind, content) };
}

/** What was taken out of the catalog, by its id: its licenses still say what they say, and can be asked. */
async function assetRemoved(typed: string, { house, asker }: Context): Promise<Asset | null> {
  const id = typed.trim().toLowerCase();
  for (const kind of ['recording', 'work'] as const) {
    if (!id.startsWith(ID_PREFIXES[kind])) continue;
    const item = await findItem(house.db, asker.team, kind, id);
    if (item?.isGone) return { kind, id, title: labelOf(kind, item.content) };
  }
  return null;
}

/** Whether it was taken out of the catalog. */
export async function isRemoved({ kind, id }: Asset, { house, asker }: Context): Promise<boolean> {
  if (kind !== 'recording' && kind !== 'work') return false;
  return (await findItem(house.db, asker.team, kind, id))?.isGone === true;
}

function assetOfItem({ kind, id, content }: AnyItem): Asset {
  return { kind, id, title: labelOf(kind, content) };
}

function assetNamed(kind: AssetKind, name: string): Asset {
  const title = name.replace(/\s+/gu, ' ').trim();
  const id = nameKey(title);
  if (id === '') throw new UserError({ code: 'license.asset-one', details: {} });
  return { kind, id, title };
}

async function isKnown(asset: Asset, { house, asker }: Context): Promise<boolean> {
  const licenses = await licensesAbout(house.db, asker.team, asset);
  if (licenses.length > 0) return true;
  return (await listNotes(house.db, asker.team, { about: asset, limit: 1 })).length > 0;
}

/** How it is named in a command that somebody is told to type: `recording: "Night Bus"`. */
export function assetWord({ kind, id, title }: Asset): string {
  const isTitle = kind === 'sample' || kind === 'artwork';
  return `${kind}: ${isTitle && !/["“”]/u.test(title) ? `"${title}"` : id}`;
}
