import type { types } from '@slack/bolt';
import { type Span, spans, type Words } from '../../text/spans.ts';
import { pieces } from './cut.ts';
import { LIMITS } from './limits.ts';
import { harmless } from './markup.ts';

export type Section = types.RichTextSection;

/** How much room a mention is taken to need; its name is only known to Slack. */
const MENTION_CHARACTERS = 20;

/**
 * One line as rich text, where characters are only characters: a title called `*<!channel>*` stays a title.
 * A very long run becomes several elements of one line.
 */
export function section(line: Words, mark = ''): Section {
  const head: types.RichTextElement[] = mark === '' ? [] : [{ type: 'text', text: mark }];
  return { type: 'rich_text_section', elements: [...head, ...spans(line).flatMap(inline)] };
}

export function bold(line: Words): readonly Span[] {
  return spans(line).map((span) => (span.style === undefined ? { ...span, style: 'strong' } : span));
}

function inline(span: Span): types.RichTextElement[] {
  const style = styleOf(span);
  if (span.account !== undefined) return [{ type: 'user', user_id: span.account }];
  const text = harmless(span.text);
  if (span.href !== undefined && /^https?:\/\//i.test(span.href)) {
    return [{ type: 'link', url: span.href, text, ...style }];
  }
  return pieces(text, LIMITS.blockCharacters).map((piece) => ({ type: 'text', text: piece, ...style }));
}

function styleOf({ style }: Span): { style?: { bold: true } | { code: true } } {
  if (style === 'strong') return { style: { bold: true } };
  if (style === 'code') return { style: { code: true } };
  return {};
}

export function lengthOf({ elements }: Section): number {
  return elements.reduce((sum, element) => {
    return (
      sum +
      (element.type === 'text' || element.type === 'link' ? (element.text?.length ?? 0) : MENTION_CHARACTERS)
    );
  }, 0);
}
