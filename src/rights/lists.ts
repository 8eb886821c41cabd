import type { Context } from '../bot/command.ts';
import { plain } from '../text/spans.ts';
import { say } from './say.ts';

const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `Ana, Bo and Chen`; in Chinese `Ana、Bo、Chen`, which needs no word between Latin names. */
export function listed(items: readonly string[], { locale }: Context): string {
  if (locale === 'zh-Hant') return items.join('、');
  return AND.format(items);
}

/** The same, of which only the first `most` are named and the others counted. */
export function listedUpTo(most: number, items: readonly string[], context: Context): string {
  if (items.length <= most) return listed(items, context);
  const more = plain(context.t(say.more, { count: items.length - most }));
  return listed([...items.slice(0, most), more], context);
}

/** Names to choose from: `Rwanda, Canada or Uganda`. */
export function alternatives(items: readonly string[], { locale }: Context): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'disjunction' }).format(items);
}
