import type { Span, Text } from '../text/spans.ts';

/** The words of our own data, where `` `codes` `` stand in backticks and **lead words** between asterisks. */
export function styled(words: string): Text {
  const spans: Span[] = [];
  for (const [, code, strong, plain] of words.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*|((?:[^`*]|\*(?!\*))+)/g)) {
    if (code !== undefined) spans.push({ text: code, style: 'code' });
    else if (strong !== undefined) spans.push({ text: strong, style: 'strong' });
    else if (plain !== undefined) spans.push({ text: plain });
  }
  return spans;
}
