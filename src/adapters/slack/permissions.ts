import type { webApi } from '@slack/bolt';
import { refusalOf, toUserError } from './errors.ts';
import type { Identity } from './identity.ts';

/** Scopes without which nothing can be posted, edited and collected in a channel. */
const NEEDED = ['chat:write', 'reactions:read', 'reactions:write'];

/**
 * What the bot lacks for working in a channel, each in the word that grants it: a scope, or the command that
 * invites it. An archived channel is lacking `channel:unarchived`, which only people can do.
 */
export async function missingIn(
  client: webApi.WebClient,
  identity: Identity,
  channel: string,
): Promise<readonly string[]> {
  const missing = NEEDED.filter((scope) => !identity.scopes.has(scope));
  // A direct conversation of the bot needs no invitation.
  if (channel.startsWith('D')) return missing;
  try {
    const { channel: known } = await client.conversations.info({ channel });
    if (known?.is_archived) return [...missing, 'channel:unarchived'];
    return known?.is_member === false ? [...missing, INVITATION] : missing;
  } catch (error) {
    const word = refusalOf(error);
    // A private channel without the bot in it does not exist for it.
    if (word === 'channel_not_found') return [...missing, INVITATION];
    // Not allowed to look; posting will tell.
    if (word === 'missing_scope') return missing;
    throw toUserError(error);
  }
}

const INVITATION = '/invite @splitproof';
