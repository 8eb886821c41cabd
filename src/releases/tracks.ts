import type { Context } from '../bot/command.ts';
import { UserError } from '../core/problem.ts';
import { findItems, type StoredItem } from '../store/catalog-items.ts';
import type { StoredRelease } from '../store/releases.ts';
import { findMeantRelease, titleOfRelease } from './find.ts';

/** The recordings of a release in the order of its tracks, those too that were taken out of the catalog. */
export async function recordingsOf(
  { content }: StoredRelease,
  { house, asker }: Context,
): Promise<readonly StoredItem<'recording'>[]> {
  const found = await findItems(house.db, asker.team, 'recording', content.tracks);
  const byId = new Map(found.map((one) => [one.id, one]));
  return content.tracks.flatMap((track) => byId.get(track) ?? []);
}

/** Those of them that are in the catalog, by id, each once, as `/isrc assign` takes several. @throws UserError `release.*` */
export async function tracksOf(typed: string, context: Context): Promise<string> {
  const release = await findMeantRelease(typed, context, 'exactly');
  const standing = (await recordingsOf(release, context)).filter(({ isGone }) => !isGone);
  const tracks = new Set(standing.map(({ id }) => id));
  if (tracks.size > 0) return [...tracks].join(';');
  throw new UserError({ code: 'release.no-tracks', details: { title: titleOfRelease(release.content) } });
}
