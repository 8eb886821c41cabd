import { bad, good, type Parsed } from '../problem.ts';

const CLOCK = /^(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])(?:[.,]([0-9]{1,3}))?$/;
/** As DDEX writes it. */
const ISO = /^PT(?=[0-9])(?:([0-9]{1,3})H)?(?:([0-9]{1,4})M)?(?:([0-9]{1,5})(?:\.([0-9]{1,3}))?S)?$/i;
const UNITS =
  /^(?:([0-9]{1,3})\s*(?:h|小時))?\s*(?:([0-9]{1,4})\s*(?:m|min|分鐘?))?\s*(?:([0-9]{1,5})(?:[.,]([0-9]{1,3}))?\s*(?:s|sec|秒))?$/i;

const LONGEST_MS = 24 * 3_600_000;

/**
 * A playing time as people type it: `3:41`, `1:02:03`, `3:41.250`, `3m 41s`, `3 分 41 秒`, `PT3M41S`.
 *
 * @returns milliseconds; or `catalog.duration` for anything else, a bare number too, since nobody knows of what, and
 *   for nothing or more than a day
 */
export function parseDuration(text: string): Parsed<number, 'catalog.duration'> {
  const typed = text.normalize('NFKC').trim();
  const found = CLOCK.exec(typed) ?? ISO.exec(typed) ?? (typed === '' ? null : UNITS.exec(typed));
  if (found === null) return bad('catalog.duration', { typed: text });
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = found;
  const wholeSeconds = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  const ms = wholeSeconds * 1000 + Number(fraction.padEnd(3, '0'));
  return ms > 0 && ms <= LONGEST_MS ? good(ms) : bad('catalog.duration', { typed: text });
}

/** `3:41`, `1:02:03`, `3:41.250`. */
export function formatDuration(durationMs: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const seconds = Math.floor(durationMs / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const clock = `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
  const rest = durationMs % 1000;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0')}`;
}
