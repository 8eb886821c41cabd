import { setTimeout as pause } from 'node:timers/promises';
import {
  type APIInteraction,
  InteractionResponseType,
  MessageFlags,
  RateLimitError,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Services } from '../../bot/adapter.ts';
import type { Visibility } from '../../bot/reply.ts';
import { carriedIn, carry } from './about.ts';
import type { Api } from './api.ts';
import { codeOf, isTransient, reasonOf } from './errors.ts';
import { LIMITS } from './limits.ts';
import type { Modal } from './modal.ts';
import type { Rendered } from './render.ts';

/**
 * One interaction's way back: the first answer, in time and only once, and what takes its place later.
 * All of it throws what Discord refuses.
 */
export type Exchange = {
  /** "Thinking …". @returns false when nobody is waiting any more, or somebody else has answered: do no work then */
  acknowledge(visibility: Visibility): Promise<boolean>;
  openModal(modal: Modal): Promise<boolean>;
  reply(rendered: Rendered, visibility: Visibility): Promise<boolean>;
  complete(choices: readonly { readonly name: string; readonly value: string }[]): Promise<boolean>;
  /** Puts this in place of "Thinking …" or of what stood there. */
  edit(rendered: Rendered): Promise<void>;
};

type Callback = { readonly type: InteractionResponseType; readonly data?: unknown };

const RETRY_PAUSE_MS = 150;
const MOST_TRIES = 12;
/** What is left of the three seconds has to be enough for one more try. */
const LAST_TRY_MS = LIMITS.acknowledgeMs - 300;

/** @param about the server that somebody in their direct messages is answered about */
export function openExchange(
  interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>,
  api: Api,
  services: Services,
  about: string | null = null,
): Exchange {
  const { id, token, application_id: application } = interaction;
  const begun = services.now().getTime();
  const tookMs = () => services.now().getTime() - begun;

  /**
   * The first answer must arrive within three seconds. A failed try leaves open whether it did; "already
   * acknowledged" is then the proof that it had, and else a sign that another process has this token too.
   */
  async function answer(callback: Callback, files: Rendered['files'] = []): Promise<boolean> {
    let isUnsure = false;
    for (let tries = 1; ; tries += 1) {
      try {
        const body = { body: callback, files, auth: false };
        await api.interactions.post(Routes.interactionCallback(id, token), body);
        return true;
      } catch (error) {
        const code = codeOf(error);
        if (code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) {
          if (!isUnsure)
            services.log.warn({ interaction: id }, 'an interaction was answered by another process');
          return isUnsure;
        }
        if (code !== null && code !== RESTJSONErrorCodes.UnknownInteraction) throw error;
        const waitMs = waitAfter(error);
        if (waitMs === null || tookMs() + waitMs > LAST_TRY_MS || tries === MOST_TRIES) {
          const facts = {
            interaction: id,
            reason: reasonOf(error),
            tookMs: tookMs(),
          };
          services.log.warn(facts, 'an interaction could not be answered in time');
          return false;
        }
        isUnsure ||= isTransient(error);
        await pause(waitMs);
      }
    }
  }

  const carried = (body: Rendered['body']) => ({ ...body, components: carriedIn(body.components, about) });

  return {
    acknowledge: (visibility) =>
      answer({
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: visibility === 'private' ? MessageFlags.Ephemeral : 0 },
      }),
    openModal: (modal) =>
      answer({
        type: InteractionResponseType.Modal,
        data: { ...modal, custom_id: carry(about, modal.custom_id) },
      }),
    reply({ body, files }, visibility) {
      const flags = body.flags | (visibility === 'private' ? MessageFlags.Ephemeral : 0);
      return answer(
        { type: InteractionResponseType.ChannelMessageWithSource, data: { ...carried(body), flags } },
        files,
      );
    },
    complete: (choices) =>
      answer({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } }),
    async edit({ body, files }) {
      const route = Routes.webhookMessage(application, token, '@original');
      await api.surely(() => api.interactions.patch(route, { body: carried(body), files, auth: false }));
    },
  };
}

function waitAfter(error: unknown): number | null {
  if (error instanceof RateLimitError) return error.retryAfter;
  return isTransient(error) ? RETRY_PAUSE_MS : null;
}
