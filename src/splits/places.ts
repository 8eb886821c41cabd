import { messagesOf } from '../store/sheets.ts';
import type { Db } from '../store/tables.ts';

/** Where a message can be put. */
export type PostPlace = {
  readonly platform: string;
  readonly space: string;
  readonly channel: string;
  readonly thread?: string;
};

/**
 * Where a version is posted: wherever the version before it stands, as whoever proposes it may do so from their direct
 * messages, or from one of two platforms; where none stands, at the place it is asked for.
 *
 * @param before the newest version so far; null for a new sheet
 */
export async function placesFor(
  db: Db,
  team: string,
  asked: PostPlace,
  sheet: string | null,
  before: number | null,
): Promise<readonly PostPlace[]> {
  const messages = sheet === null || before === null ? [] : await messagesOf(db, team, sheet);
  const places = messages
    .filter(({ version, isGone }) => version === before && !isGone)
    .map(({ platform, space, channel, thread }) => placeOf({ platform, space, channel, thread }));
  return places.length === 0 ? [placeOf(asked)] : distinct(places);
}

export function isSamePlace(a: PostPlace, b: PostPlace): boolean {
  return keyOf(a) === keyOf(b);
}

function placeOf({
  platform,
  space,
  channel,
  thread,
}: Omit<PostPlace, 'thread'> & { readonly thread?: string | null | undefined }): PostPlace {
  return { platform, space, channel, ...(thread ? { thread } : {}) };
}

function distinct(places: readonly PostPlace[]): readonly PostPlace[] {
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

function keyOf({ platform, space, channel, thread }: PostPlace): string {
  return JSON.stringify([platform, space, channel, thread ?? null]);
}
