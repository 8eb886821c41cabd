import type { Context } from '../bot/command.ts';
import { UserError } from '../core/problem.ts';
import { findItems } from '../store/catalog-items.ts';
import { findMeantRelease, titleOfRelease } from './find.ts';

/** The recordings of a release that are in the catalog, by id, each once, as `/isrc assign` takes several. @throws UserError `release.*` */
export async function tracksOf(typed: string, context: Context): Promise<string> {
  const { content } = await findMeantRelease(typed, context, 'exactly');
  const found = await findItems(context.house.db, context.asker.team, 'recording', content.tracks);
  const standing = new Set(found.filter(({ isGone }) => !isGone).map(({ id }) => id));
  const tracks = [...new Set(content.tracks)].filter((track) => standing.has(track));
  if (tracks.length > 0) return tracks.join(';');
  throw new UserError({ code: 'release.no-tracks', details: { title: titleOfRelease(content) } });
}
