import type { types } from '@slack/bolt';
import { type Span, spans, type Words } from '../../text/spans.ts';
import { pieces } from './cut.ts';
import { LIMITS } from './limits.ts';
import { harmlessWords } from './markup.ts';

export type Section = types.RichTextSection;

/** Slack would refuse the whole message for an account of another shape. */
const ACCOUNT = /^[UW][A-Z0-9]+$/;

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
  if (span.account !== undefined && ACCOUNT.test(span.account)) {
    return [{ type: 'user', user_id: span.account }];
  }
  const text = harmlessWords([span]);
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
  return elements.reduce((sum, element) => sum + charactersOf(element), 0);
}

function charactersOf(element: types.RichTextElement): number {
  if (element.type === 'text' || element.type === 'link') return element.text?.length ?? 0;
  return MENTION_CHARACTERS;
}

/**
 * A line that is too long for one block, in parts of at most `limit` characters each. Where there are breaks in it, a
 * part ends at one, because every part begins a line of its own.
 */
export function inParts({ elements }: Section, limit: number): readonly Section[] {
  const parts: types.RichTextElement[][] = [];
  let part: types.RichTextElement[] = [];
  for (const element of elements) {
    while (part.length > 0 && lengthOf(sectionOf([...part, element])) > limit) {
      const end = part.findLastIndex((one) => one.type === 'text' && one.text.endsWith('\n')) + 1;
      const next = end === 0 ? [] : part.splice(end);
      parts.push(withoutLastBreak(part));
      part = next;
    }
    part.push(element);
  }
  return [...parts, part].map(sectionOf);
}

function sectionOf(elements: types.RichTextElement[]): Section {
  return { type: 'rich_text_section', elements };
}

function withoutLastBreak(elements: readonly types.RichTextElement[]): types.RichTextElement[] {
  const last = elements.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith('\n')) return [...elements];
  const text = last.text.slice(0, -1);
  return [...elements.slice(0, -1), ...(text === '' ? [] : [{ ...last, text }])];
}
