import { directed } from '../../text/direction.ts';
import { plain, type Span, spans, type Words } from '../../text/spans.ts';

const ELLIPSIS = '…';
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The beginning of a text, at most `limit` UTF-16 units with the ellipsis that then stands at its end. Never cut
 * inside what a reader takes for one character.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  // Twice the limit, so that where the slice ends nothing that could be kept is cut by it.
  for (const { segment } of segmenter.segment(text.slice(0, limit * 2))) {
    if (kept.length + segment.length > limit - ELLIPSIS.length) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

export function cutPlain(words: Words, limit: number): string {
  return cutText(plain(directed(words)), limit);
}

/** The beginning of styled words, so that `draw` makes at most `limit` units of it. */
export function cutWords(words: Words, limit: number, draw: (words: Words) => string): Words {
  if (draw(words).length <= limit) return words;
  const all = spans(words);
  let low = 0;
  let high = Math.min(plain(words).length, limit);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (draw(firstOf(all, middle)).length <= limit) low = middle;
    else high = middle - 1;
  }
  return firstOf(all, low);
}

/** As many whole characters as fit into `length` units, with the ellipsis. */
function firstOf(all: readonly Span[], length: number): readonly Span[] {
  const kept: Span[] = [];
  let left = length;
  for (const span of all) {
    if (left <= 0) break;
    const text = span.text.length <= left ? span.text : cutText(span.text, left).slice(0, -ELLIPSIS.length);
    kept.push({ ...span, text });
    left -= span.text.length;
  }
  return [...kept, { text: ELLIPSIS }];
}
