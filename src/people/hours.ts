const USUAL = [9, 21] as const;
const HOUR_MS = 3_600_000;

/** `9-21`: from nine in the morning until nine in the evening. @returns null for anything else */
export function readHours(text: string): readonly [from: number, to: number] | null {
  const [, first = '', second = ''] =
    /^\s*(\d{1,2})(?::00)?\s*[-–—~]\s*(\d{1,2})(?::00)?\s*$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(second)];
  return first !== '' && second !== '' && from < to && to <= 24 ? [from, to] : null;
}

/**
 * The first moment from `now` on at which somebody may be written to: within their hours of the day, in their zone.
 *
 * @param hours as `9-21`; null for the usual ones
 */
export function nextDecentTime(now: Date, timeZone: string, hours: string | null): Date {
  const [from, to] = (hours === null ? null : readHours(hours)) ?? USUAL;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  const isDecent = (at: Date) => {
    const hour = Number(format.format(at));
    return hour >= from && hour < to;
  };
  if (isDecent(now)) return now;
  // Hours begin on quarters in every zone there is.
  let at = Math.ceil(now.getTime() / (HOUR_MS / 4)) * (HOUR_MS / 4);
  const end = at + 48 * HOUR_MS;
  while (at < end && !isDecent(new Date(at))) at += HOUR_MS / 4;
  return new Date(at);
}
