/** A name as somebody typed it into an option: without the quotation marks or the `@` that people put around it. */
export function bareName(typed: string): string {
  return typed
    .trim()
    .replace(/^["“「@]|["”」]$/g, '')
    .trim();
}

/**
 * What two names have in common when people cannot tell them apart: width, case, spaces and invisible characters do
 * not count.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Of these people, those who go by a name, however it was typed. */
export function calledSo<P extends { readonly displayName: string }>(
  people: readonly P[],
  typed: string,
): readonly P[] {
  const wanted = nameKey(bareName(typed));
  return people.filter(({ displayName }) => nameKey(displayName) === wanted);
}
