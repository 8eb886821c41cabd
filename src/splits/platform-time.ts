/** Slack's seconds with a fraction, as RFC 3339; null for times that are written in another way. */
export function clockOf(platformTime: string | undefined): string | null {
  if (platformTime === undefined || !/^\d{1,12}(?:\.\d+)?$/.test(platformTime)) return null;
  const [seconds = '', fraction = ''] = platformTime.split('.');
  return new Date(Number(seconds) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))).toISOString();
}
