/**
 * A text in a form that both databases keep as it is.
 *
 * PostgreSQL refuses NUL, and half a character (a lone surrogate) is written as U+FFFD. Names are kept this way, so
 * that one from a hostile client neither fails nor looks changed at every visit; ids never, for they would collide.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
