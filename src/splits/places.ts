import { messagesOf, type SheetMessage } from '../store/sheets.ts';
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
  if (sheet === null || before === null) return [placeOf(asked)];
  const places = placesShowing(await messagesOf(db, team, sheet), before);
  return places.length === 0 ? [placeOf(asked)] : places;
}

/** Where messages show a version now, each place once. */
export function placesShowing(messages: readonly SheetMessage[], version: number): readonly PostPlace[] {
  const places = messages
    .filter((message) => message.version === version && !message.isGone)
    .map(({ platform, space, channel, thread }) => placeOf({ platform, space, channel, thread }));
  return [...new Map(places.map((place) => [placeText(place), place])).values()];
}

export function isSamePlace(a: PostPlace, b: PostPlace): boolean {
  return placeText(a) === placeText(b);
}

function placeOf({
  platform,
  space,
  channel,
  thread,
}: Omit<PostPlace, 'thread'> & { readonly thread?: string | null | undefined }): PostPlace {
  return { platform, space, channel, ...(thread ? { thread } : {}) };
}

/** One text for each place. */
export function placeText({ platform, space, channel, thread }: PostPlace): string {
  return JSON.stringify([platform, space, channel, thread ?? null]);
}
