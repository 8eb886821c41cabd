import type { ButtonHandler, Context } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { inLanguage } from '../../src/core/data/localized.ts';
import { quickAnswers } from '../../src/core/data/quick-answers.ts';
import { say } from '../../src/rights/say.ts';
import { type Locale, locales } from '../../src/text/locale.ts';
import { plain } from '../../src/text/spans.ts';
import { translator } from '../../src/text/translate.ts';

const timeZone = 'Asia/Taipei';
const contexts = new Map(locales.map((locale) => [locale, { t: translator(locale, timeZone), locale }]));

/** As much of a context as answers about territories and rights look at, while all that they rest on is young. */
export function contextIn(locale: Locale, now = new Date('2025-12-01T00:00:00Z')): Context {
  return { ...contexts.get(locale)!, timeZone, now } as Context;
}

/** The lines of a reply as a reader gets them, without marks. */
export function linesOf(reply: Reply): readonly string[] {
  return [
    reply.title,
    ...(reply.facts ?? []).map(({ label, value }) => `${plain(label)}: ${plain(value)}`),
    ...(reply.list ?? []).map(({ text }) => text),
    ...(reply.table?.rows ?? []).map((row) => row.map(plain).join(' | ')),
    ...(reply.text ?? []),
    ...(reply.notices ?? []),
  ].map(plain);
}

/** How an answer about law ends: with the education line and, where it was translated, with that. */
export function endingIn(locale: Locale): readonly string[] {
  const education = inLanguage(quickAnswers().education, locale);
  const { t } = contextIn(locale);
  return isTranslated(locale) ? [education, plain(t(say.translated))] : [education];
}

/** In English and Traditional Chinese it was written, and in every other language translated. */
export function isTranslated(locale: Locale): boolean {
  return locale !== 'en' && locale !== 'zh-Hant';
}

/** What the button that shows the English of an answer does; none where it is not needed. */
export function englishPressIn(reply: Reply): string | undefined {
  return reply.buttons?.find(({ press }) => press.startsWith('rights:english:'))?.press;
}

export function labelsOf(reply: Reply): readonly string[] {
  return (reply.buttons ?? []).map(({ label }) => plain(label));
}

/** What a press of this button is answered with. */
export async function pressed(
  button: ButtonHandler | undefined,
  value: string,
  locale: Locale,
): Promise<Reply> {
  if (!button || !('handle' in button)) throw new Error('This button answers nothing.');
  return await button.handle(value, contextIn(locale));
}
