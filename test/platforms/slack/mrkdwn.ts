import { isObject } from './blocks/shape.ts';
import type { Json } from './world.ts';

/** A message as people read it: every text of its blocks in order, one line each, markup undone. */
export function readable(text: string, blocks: readonly Json[]): string {
  if (blocks.length === 0) return plainOf(text);
  return blocks
    .map(blockText)
    .filter((line) => line !== '')
    .join('\n');
}

function blockText(block: Json): string {
  switch (block.type) {
    case 'rich_text':
      return list(block.elements).map(richText).join('\n');
    case 'table':
      return rows(block.rows)
        .map((row) => row.map(cellText).join(' | '))
        .join('\n');
    case 'actions':
      return list(block.elements)
        .map((element) => `[${textOf(element.text)}]`)
        .join(' ');
    case 'context':
      return list(block.elements)
        .map((element) => textOf(element))
        .join(' ');
    case 'input':
      return textOf(block.label);
    default:
      return [block.text, ...list(block.fields)]
        .map(textOf)
        .filter((line) => line !== '')
        .join('\n');
  }
}

function cellText(cell: Json): string {
  return cell.type === 'rich_text' ? list(cell.elements).map(richText).join('\n') : String(cell.text ?? '');
}

function richText(element: Json): string {
  const inner = list(element.elements);
  if (element.type === 'rich_text_list') return inner.map((item) => `• ${richText(item)}`).join('\n');
  return inner.map(inline).join('').replace(/\n$/, '');
}

function inline(element: Json): string {
  switch (element.type) {
    case 'user':
      return `@${String(element.user_id)}`;
    case 'broadcast':
      return `@${String(element.range)}`;
    case 'emoji':
      return `:${String(element.name)}:`;
    default:
      return String(element.text ?? element.url ?? '');
  }
}

function textOf(value: unknown): string {
  if (!isObject(value)) return '';
  const text = String(value.text ?? '');
  return value.type === 'mrkdwn' ? plainOf(text) : text;
}

function plainOf(text: string): string {
  return text
    .replace(/<([^>|]*)\|([^>]*)>/g, '$2')
    .replace(/<([^>]*)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Whom a message notifies: people, and whole rooms as `!channel`, `!here`, `!everyone`. */
export function pingsOf(text: string, blocks: readonly Json[]): readonly string[] {
  const pings = new Set<string>();
  const take = (markup: string): void => {
    for (const match of markup.matchAll(/<(!(?:channel|here|everyone|subteam)[^>|]*|@[UW][A-Z0-9]+)/g)) {
      pings.add(match[1]?.replace(/^@/, '') ?? '');
    }
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (!isObject(value)) return;
    if (value.type === 'mrkdwn') take(String(value.text));
    if (value.type === 'user') pings.add(String(value.user_id));
    if (value.type === 'broadcast') pings.add(`!${String(value.range)}`);
    Object.values(value).forEach(walk);
  };
  take(text);
  walk(blocks);
  return [...pings];
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function rows(value: unknown): readonly (readonly Json[])[] {
  return Array.isArray(value) ? value.map(list) : [];
}
