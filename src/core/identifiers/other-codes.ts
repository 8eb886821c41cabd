import type { OtherCode } from '../problem.ts';
import type { Cleaned } from './clean.ts';

/**
 * Codes a music team meets that are not checked here, where the shape alone is sure enough: in capitals, with their
 * separators, as `clean` leaves them.
 */
const OTHERS: readonly (readonly [shape: RegExp, other: OtherCode])[] = [
  [/^10\.5240\//, 'eidr'],
  [/^ISAN(?![A-Z])/, 'isan'],
  [/^(?:[0-9A-F]{4}-){4}[0-9A-Z](?:-(?:[0-9A-F]{4}-){2}[0-9A-Z])?$/, 'isan'],
  [/^LC[ -]?[0-9]{4,5}$/, 'labelCode'],
  [/^[0-9A-Z]{3}-[0-9]{4}-[0-9]$/, 'jasracWork'],
  [/^(?:℗|\(P\)|P\)) *[0-9]{4}\b/, 'recordingNotice'],
  [/^(?:©|\(C\)|C\)) *[0-9]{4}\b/, 'copyrightNotice'],
];

export function otherCodeOf({ text }: Cleaned): OtherCode | null {
  return OTHERS.find(([shape]) => shape.test(text))?.[1] ?? null;
}
