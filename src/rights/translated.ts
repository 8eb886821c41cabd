import type { Context } from '../bot/command.ts';
import { type Button, pressOf, type Reply } from '../bot/reply.ts';
import type { Row } from '../core/data/territories.ts';
import { say } from './say.ts';

/** In these the words about law were written and checked; in every other language they are a translation. */
const CHECKED: ReadonlySet<string> = new Set(['en', 'zh-Hant']);

/** What of a reply stands in English behind the button. */
export type Shown =
  | { readonly kind: 'education' | 'lead-times' | 'registrations' }
  | { readonly kind: 'topic' | 'place' | 'whom' | 'verdict'; readonly value: string }
  | { readonly kind: 'rows'; readonly rows: readonly Pick<Row, 'id'>[] };

/** What a press has room for. */
const LONGEST_VALUE = 80;

/**
 * A reply that holds cautions, quick answers or the education line. In a language that these were only translated
 * into it says so, and has the English behind a button, which works for everybody who sees the reply.
 */
export function withEnglish(
  reply: Reply,
  { t, locale }: Pick<Context, 't' | 'locale'>,
  shown: Shown = { kind: 'education' },
): Reply {
  if (CHECKED.has(locale)) return reply;
  const button: Button = { label: t(say.english), press: pressOf('rights', 'english', pressValueOf(shown)) };
  return {
    ...reply,
    notices: [...(reply.notices ?? []), t(say.translated)],
    buttons: [...(reply.buttons ?? []), button],
  };
}

/** Of more rows than a press can name, all are shown. */
function pressValueOf(shown: Shown): string {
  const value =
    shown.kind === 'rows' ? shown.rows.map(({ id }) => id).join(',') : 'value' in shown ? shown.value : '';
  return value.length > LONGEST_VALUE ? shown.kind : `${shown.kind}.${value}`;
}

/** The kind of what a press names, and which of it. */
export function readShown(value: string): readonly [kind: string, which: string] {
  const [kind = '', ...which] = value.split('.');
  return [kind, which.join('.')];
}
