import { type APIMessage, type APIReaction, type APIUser, ReactionType, Routes } from 'discord.js';
import type { Connection, MessageRef } from '../../bot/adapter.ts';
import type { Api } from './api.ts';
import { toUserError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { NEEDED } from './needed.ts';

type Standing = Awaited<ReturnType<Connection['reactions']>>;

/** An emoji as Discord's paths and our events name it: the character itself, or `name:id`. */
export function emojiName(emoji: { readonly id: string | null; readonly name: string | null }): string {
  return emoji.id === null ? (emoji.name ?? '') : `${emoji.name}:${emoji.id}`;
}

/** Who has put which emoji on a message now: every page, super reactions too, each person once. */
export async function readReactions(api: Api, message: MessageRef): Promise<Standing> {
  try {
    const route = Routes.channelMessage(message.channel, message.id);
    const { reactions = [] } = (await api.surely(() => api.bot.get(route))) as APIMessage;
    const standing: { emoji: string; accounts: readonly string[] }[] = [];
    for (const reaction of reactions) {
      const accounts = await accountsOf(api, message, reaction);
      standing.push({ emoji: emojiName(reaction.emoji), accounts });
    }
    return standing;
  } catch (error) {
    throw toUserError(error, { needs: NEEDED.reacting });
  }
}

async function accountsOf(api: Api, message: MessageRef, reaction: APIReaction): Promise<readonly string[]> {
  const { normal, burst } = reaction.count_details;
  const emoji = encodeURIComponent(emojiName(reaction.emoji));
  const route = Routes.channelMessageReaction(message.channel, message.id, emoji);
  const found = new Set<string>();
  if (normal > 0) for (const id of await readAll(api, route, ReactionType.Normal)) found.add(id);
  if (burst > 0) for (const id of await readAll(api, route, ReactionType.Super)) found.add(id);
  return [...found];
}

async function readAll(api: Api, route: `/${string}`, type: ReactionType): Promise<readonly string[]> {
  const ids: string[] = [];
  let after = '0';
  for (;;) {
    const query = new URLSearchParams({ type: String(type), limit: String(LIMITS.page), after });
    const page = (await api.surely(() => api.bot.get(route, { query }))) as APIUser[];
    ids.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (page.length < LIMITS.page || last === undefined) return ids;
    after = last.id;
  }
}
