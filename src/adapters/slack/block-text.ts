/**
 * Every word in blocks, in order. What stands in one line of rich text stays in one line, whatever its styles;
 * everything else begins a line of its own.
 */
export function textOfBlocks(blocks: unknown): string {
  if (Array.isArray(blocks)) return joined(blocks, '\n');
  if (typeof blocks !== 'object' || blocks === null) return '';
  if ('text' in blocks && typeof blocks.text === 'string') return blocks.text;
  const isLine = 'type' in blocks && blocks.type === 'rich_text_section';
  if (isLine && 'elements' in blocks && Array.isArray(blocks.elements)) return joined(blocks.elements, '');
  return joined(Object.values(blocks), '\n');
}

function joined(parts: readonly unknown[], separator: string): string {
  return parts.map(textOfBlocks).filter(Boolean).join(separator);
}
