import type { Job } from '../store/jobs.ts';
import type { Connection, MessageRef, Place } from './adapter.ts';

/** Slack tells once more of a post a minute after nobody listened; a little longer than that. */
const WORD_COMES_MS = 75_000;

/**
 * What somebody before us may have posted, who died before it was written down.
 *
 * @returns the message; null when it is to be posted; a date when the platform may yet tell of it, and it is too early
 *   to post it again
 */
export async function findPosted(
  { now }: { now(): Date },
  connection: Connection,
  place: Place,
  { id, tries, isOrphan }: Job,
): Promise<MessageRef | Date | null> {
  const found = tries > 1 ? await connection.find(place, id) : null;
  return found !== null || !isOrphan ? found : wordComes(now());
}

/** By then the platform has told of a post that went through, although its answer was lost. */
export function wordComes(now: Date): Date {
  return new Date(now.getTime() + WORD_COMES_MS);
}
