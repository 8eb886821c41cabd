import type { Context } from '../bot/command.ts';
import { formatsOf } from '../text/locale.ts';
import { plain } from '../text/spans.ts';
import { say } from './say.ts';

/** The first `most` of a list, for a message to set apart, and the others counted: `Ana`, `Bo`, `3 more`. */
export function firstOf(
  most: number,
  items: readonly string[],
  { t }: Pick<Context, 't'>,
): readonly string[] {
  if (items.length <= most) return items;
  return [...items.slice(0, most), plain(t(say.more, { count: items.length - most }))];
}

/** Names to choose from: `Rwanda, Canada or Uganda`. */
export function alternatives(items: readonly string[], { locale }: Context): string {
  return new Intl.ListFormat(formatsOf(locale), { type: 'disjunction' }).format(items);
}
