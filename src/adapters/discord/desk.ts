import type { Bot, Origin, Services } from '../../bot/adapter.ts';
import { nearestLocale } from '../../text/locale.ts';
import { type Translate, translator } from '../../text/translate.ts';
import type { Api } from './api.ts';
import type { DirectChannels } from './direct-channels.ts';
import type { Exchange } from './exchange.ts';
import type { Locales } from './locales.ts';
import type { Filled } from './modal.ts';
import type { OpenForms } from './open-forms.ts';
import type { Posts } from './posts.ts';

/** What answering needs, shared by everything that comes in. */
export type Desk = {
  readonly bot: Bot;
  readonly api: Api;
  readonly services: Services;
  readonly forms: OpenForms;
  readonly posts: Posts;
  readonly directs: DirectChannels;
  readonly locales: Locales;
  /** The bot's own account; null until Discord has told. */
  ownId(): string | null;
};

/** Somebody who waits for an answer, and the way to them. */
export type Asked = {
  readonly origin: Origin;
  readonly exchange: Exchange;
  /** What one file may weigh here. */
  readonly fileBytes?: number;
  /** The form that was sent in, as it was filled in. */
  readonly form?: { readonly id: string; readonly filled: Filled };
};

/** Presses that the adapter itself answers begin with a colon, which no command's name does. */
export const OWN_PRESS = { openForm: ':open:', nextPage: ':page:', showAnswer: ':show:' } as const;

/** The adapter's own words in the language of the person's app, as far as that is known. */
export function speaker({ locale }: Pick<Origin, 'locale'>): Translate {
  return translator(nearestLocale(locale) ?? 'en', 'UTC');
}
