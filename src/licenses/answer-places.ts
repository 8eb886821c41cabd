import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { readPending } from '../places/pending.ts';
import { addLicense } from './add.ts';
import { type CheckInput, checkLicenses } from './check.ts';
import type { AddInput } from './read-input.ts';

/** The button under "is that what it says?": the command is done with these countries. */
export async function answerPlaces(key: string, context: Context): Promise<Reply> {
  const { command, input, countries } = await readPending(key, context);
  const confirmed = { pending: key, countries };
  // The input is what this command was given when it was asked.
  return command === 'add'
    ? addLicense(input as AddInput, context, confirmed)
    : checkLicenses(input as CheckInput, context, confirmed);
}
