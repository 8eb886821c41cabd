import { type APIComponentInContainer, type APIMessage, ComponentType, Routes } from 'discord.js';
import type { MessageRef } from '../../bot/adapter.ts';
import type { Api } from './api.ts';
import { codeOf, toUserError } from './errors.ts';
import { readMarkdown } from './markdown.ts';
import { NEEDED } from './needed.ts';

const UNKNOWN_CHANNEL = 10_003;
const UNKNOWN_MESSAGE = 10_008;
const MISSING_ACCESS = 50_001;
const NOT_THERE: readonly (number | null)[] = [UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, MISSING_ACCESS];

/**
 * All words of a message of ours, without the signs they are drawn with. null when somebody else wrote it, or when it
 * is not there.
 *
 * @throws UserError `platform.*` when Discord does not say
 */
export async function readOwnText(
  api: Api,
  ownId: string | null,
  { channel, id }: MessageRef,
): Promise<string | null> {
  try {
    const route = Routes.channelMessage(channel, id);
    const { author, content, components = [] } = (await api.surely(() => api.bot.get(route))) as APIMessage;
    if (author.id !== ownId) return null;
    const texts = components.flatMap((part) =>
      part.type === ComponentType.Container ? part.components.flatMap(wordsOf) : [],
    );
    return [content, ...texts].filter(Boolean).map(readMarkdown).join('\n');
  } catch (error) {
    if (NOT_THERE.includes(codeOf(error))) return null;
    throw toUserError(error, { needs: NEEDED.reading });
  }
}

function wordsOf(part: APIComponentInContainer): readonly string[] {
  return part.type === ComponentType.TextDisplay ? [part.content] : [];
}
