import { type APIComponentInContainer, type APIMessage, ComponentType } from 'discord.js';
import type { Origin } from '../../bot/adapter.ts';
import { LIMITS } from './limits.ts';
import type { Rendered } from './render.ts';

/**
 * In direct messages Discord does not say which server they are about, and one person may be in several: so every press
 * and every form there carries its server with it, in front of what they would be elsewhere.
 */
const CARRIED = /^@(\d{1,20}) ([\s\S]*)$/;

type Components = Rendered['body']['components'];

/** What is left as it is: what would grow too long, and everything that is about no server. */
export function carry(about: string | null, customId: string): string {
  if (about === null || !/^\d{1,20}$/.test(about)) return customId;
  const carried = `@${about} ${customId}`;
  return carried.length > LIMITS.customId ? customId : carried;
}

export function readCarried(customId: string): { readonly about: string | null; readonly customId: string } {
  const [, about = null, rest = customId] = CARRIED.exec(customId) ?? [];
  return { about, customId: rest };
}

/** The same message, with the server in every press. */
export function carriedIn(components: Components, about: string | null): Components {
  if (about === null) return components;
  return components.map((part) =>
    part.type === ComponentType.Container
      ? { ...part, components: part.components.map((inner) => carriedInRow(inner, about)) }
      : part,
  );
}

function carriedInRow(part: APIComponentInContainer, about: string): APIComponentInContainer {
  if (part.type !== ComponentType.ActionRow) return part;
  const components = part.components.map((button) =>
    'custom_id' in button ? { ...button, custom_id: carry(about, button.custom_id) } : button,
  );
  return { ...part, components } as typeof part;
}

/** Which server a message of ours is about, by its first press; null where none says so. */
export function aboutOf({ components = [] }: Pick<APIMessage, 'components'>): string | null {
  for (const part of components) {
    if (part.type !== ComponentType.Container) continue;
    for (const row of part.components) {
      if (row.type !== ComponentType.ActionRow) continue;
      for (const button of row.components) {
        const about = 'custom_id' in button ? readCarried(button.custom_id).about : null;
        if (about !== null) return about;
      }
    }
  }
  return null;
}

/** Somebody in their direct messages, as who they are in that server. Their name and rights there are looked up. */
export function originIn(about: string, { platform, channel, account, locale }: Origin): Origin {
  return { platform, space: about, channel, account, ...(locale === undefined ? {} : { locale }) };
}
