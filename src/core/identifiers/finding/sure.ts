import type { Check } from '../check.ts';

/** A day and a minute, written as one number of twelve digits. */
const TIMESTAMP = /^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{4}$/;

/**
 * Whether a check found a code that can hardly be anything else, wherever it stands: in the middle of a sentence,
 * too. `length` counts the characters that were typed, separators left out.
 *
 * Letters in their places are telling by themselves. A bare number is telling when it is long and its check digit
 * agrees; shorter ones are any number of any list.
 */
export function isSureCode({ kind, normalized, problems }: Check, length: number): boolean {
  if (normalized === null) return false;
  const agrees = !problems.some((found) => found.severity === 'error');
  switch (kind) {
    case 'iswc':
    case 'grid':
    case 'dpid':
      return true;
    case 'gtin':
      return (
        agrees && length >= 12 && normalized.startsWith('0') && !TIMESTAMP.test(normalized.slice(-length))
      );
    case 'ipi':
      return agrees && length === 11;
    default:
      // An ISRC is here too: where it has its shape, there is nothing in it that could be wrong.
      return agrees;
  }
}
