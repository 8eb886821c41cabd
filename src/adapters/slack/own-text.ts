import type { webApi } from '@slack/bolt';
import type { MessageRef } from '../../bot/adapter.ts';
import { textOfBlocks } from './block-text.ts';
import { refusalOf, toUserError } from './errors.ts';
import type { Identity } from './identity.ts';
import { typedText } from './markup.ts';
import { paced } from './pace.ts';

const NOT_THERE = new Set(['message_not_found', 'channel_not_found', 'not_in_channel']);

/**
 * All words of a message of ours: those of its blocks, and the text beside them. null when somebody else wrote it, or
 * when it is not there.
 *
 * Asked through reactions.get, which tells of one message without a right to read the channel.
 *
 * @throws UserError `platform.*` when Slack does not say
 */
export async function readOwnText(
  client: webApi.WebClient,
  { botUser, botId }: Pick<Identity, 'botUser' | 'botId'>,
  { channel, id }: MessageRef,
): Promise<string | null> {
  try {
    const { message } = await paced(() => client.reactions.get({ channel, timestamp: id, full: true }));
    if (message === undefined || (message.user !== botUser && message.bot_id !== botId)) return null;
    return [textOfBlocks(message.blocks), typedText(message.text ?? '')].filter(Boolean).join('\n');
  } catch (error) {
    if (NOT_THERE.has(refusalOf(error) ?? '')) return null;
    throw toUserError(error);
  }
}
