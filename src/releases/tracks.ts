import type { Context } from '../bot/command.ts';
import { UserError } from '../core/problem.ts';
import { findMeantRelease, titleOfRelease } from './find.ts';

/** The recordings of a release by id, each once, as `/isrc assign` takes several. @throws UserError `release.*` */
export async function tracksOf(typed: string, context: Context): Promise<string> {
  const { content } = await findMeantRelease(typed, context, 'exactly');
  const tracks = [...new Set(content.tracks)];
  if (tracks.length > 0) return tracks.join(';');
  throw new UserError({ code: 'release.no-tracks', details: { title: titleOfRelease(content) } });
}
