import type { Rules } from '../check.ts';
import { CODE_LIMIT } from '../clean.ts';
import { SHAPES } from '../shapes.ts';
import type { Chunk } from './chunks.ts';
import { detect } from './detect.ts';

/**
 * A chunk that is several codes after all, parted by slashes or hyphens, or run together: its parts. Otherwise the
 * chunk itself, since hyphens and dots belong into codes as well.
 */
export function chunkParts(chunk: Chunk, rules: Rules): readonly Chunk[] {
  const { text } = chunk;
  // Of all chunks only links hold a colon.
  if (!/\p{Nd}/u.test(text) || text.includes(':') || text.length > CODE_LIMIT) return [chunk];
  if (detect(text, rules)?.isSure === true) return [chunk];
  for (const separator of ['/', '_', '.', '-']) {
    const parts = partsAt(chunk, separator);
    if (parts.length > 1 && parts.some((part) => detect(part.text, rules)?.isSure === true)) {
      return parts.flatMap((part) => chunkParts(part, rules));
    }
  }
  return runTogether(chunk) ?? [chunk];
}

function partsAt(chunk: Chunk, separator: string): readonly Chunk[] {
  const parts: Chunk[] = [];
  let at = chunk.start;
  for (const text of chunk.text.split(separator)) {
    const gap = at === chunk.start ? chunk.gap : separator;
    if (text !== '') parts.push({ text, start: at, end: at + text.length, gap });
    at += text.length + separator.length;
  }
  return parts;
}

/** ISRCs without anything between them: cutting at twelve would keep the first and lose the rest. */
function runTogether({ text, start, gap }: Chunk): readonly Chunk[] | null {
  const parts: Chunk[] = [];
  for (let at = 0; at < text.length; at += 12) {
    const part = text.slice(at, at + 12);
    if (!SHAPES.isrc.test(part.toUpperCase())) return null;
    parts.push({ text: part, start: start + at, end: start + at + 12, gap: at === 0 ? gap : '' });
  }
  return parts;
}
