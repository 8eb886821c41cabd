import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { readPending } from '../places/pending.ts';
import { placeRelease } from './edit.ts';
import { newRelease } from './plan.ts';
import type { ReleaseInput } from './read-input.ts';

/** The button under "is that where it comes out?": the command is done with these countries. */
export async function answerPlaces(key: string, context: Context): Promise<Reply> {
  const { command, input, countries } = await readPending(key, context);
  const confirmed = { pending: key, countries };
  // The input is what this command was given when it was asked.
  return command === 'new'
    ? newRelease(input as ReleaseInput, context, confirmed)
    : placeRelease(input as Parameters<typeof placeRelease>[0], context, confirmed);
}
