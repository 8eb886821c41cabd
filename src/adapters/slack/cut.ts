const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The beginning of a text, at most `limit` UTF-16 units long, ending between two characters as people see them:
 * no half emoji, no accent without its letter. A single character wider than the limit gives the empty text.
 */
export function beginningOf(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // Segmenting costs time, so only as much as can fit is looked at, and a little more for the last character.
  let end = 0;
  for (const { segment, index } of characters.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Cut to `limit`, with "…" where something is missing. For labels only: what people wrote goes into a file. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${beginningOf(text, limit - 1)}…`;
}

/** The whole text in pieces of at most `limit`, between lines or words where there are any. */
export function pieces(text: string, limit: number): readonly string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const head = beginningOf(rest, limit);
    const atBreak = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' ')) + 1;
    // One character wider than a piece: rather too long than for ever.
    const piece = head === '' ? rest : atBreak > limit / 2 ? head.slice(0, atBreak) : head;
    found.push(piece);
    rest = rest.slice(piece.length);
  }
  return rest === '' ? found : [...found, rest];
}
