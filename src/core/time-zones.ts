import { edits } from './territory/nearest.ts';

/**
 * The names that this machine lists (those of CLDR, which never change) and what the time zone database calls them
 * today. Every one is accepted under both; the new one is said.
 *
 * @see IANA tzdb 2025b, files `backward` and `zone.tab`, held against `Intl.supportedValuesOf('timeZone')` of ICU 78
 */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

type Zone = {
  readonly name: string;
  /** What it may be typed as: whole names and cities, old and new, folded. */
  readonly names: readonly string[];
  readonly cities: readonly string[];
};

let zones: readonly Zone[] | undefined;

/** True for a name in the IANA time zone database. Offsets such as +08:00 are no names: they miss clock changes. */
export function isTimeZone(name: string): boolean {
  return resolved(name) !== null;
}

/**
 * The time zone that somebody means by a name in any case, or by its city alone (`taipei`, `ho chi minh`).
 *
 * @returns the name of today in its proper spelling (`us/pacific` is `America/Los_Angeles`), or null where there is
 *   none or where two cities share the name
 */
export function readTimeZone(text: string): string | null {
  const wanted = fold(text);
  const named = listZones().find(({ names }) => names.includes(wanted));
  if (named) return named.name;
  const [city, second] = listZones().filter(({ cities }) => cities.includes(wanted));
  if (city && !second) return city.name;
  // What is left are names from before the present ones: `US/Pacific`, `PRC`, `Etc/GMT+8`.
  const old = resolved(text.trim().replaceAll(' ', '_'));
  return old === null ? null : (RENAMED[old] ?? old);
}

/** Names for somebody who is still typing: those whose city begins so, then those that contain it, at most `most`. */
export function completeTimeZone(typed: string, most: number): readonly string[] {
  const wanted = fold(typed);
  const first = listZones().filter(({ names, cities }) =>
    [...cities, ...names].some((name) => name.startsWith(wanted)),
  );
  const rest = listZones().filter((zone) => zone.names.some((name) => name.includes(wanted)));
  return [...new Set([...first, ...rest])].slice(0, most).map(({ name }) => name);
}

/** Longer than every name there is. */
const LONGEST = 40;
/** With more than this share of its letters wrong a name is another name. */
const FARTHEST = 0.5;

/** What somebody may have meant who wrote no name, nearest first; a city is held against cities. */
export function nearTimeZones(text: string, most: number): readonly string[] {
  const wanted = fold(text).slice(0, LONGEST);
  if (wanted === '') return [];
  const far = (known: string) => edits(wanted, known) / Math.max(wanted.length, known.length);
  return listZones()
    .map(({ name, names, cities }) => ({ name, far: Math.min(...[...names, ...cities].map(far)) }))
    .filter((one) => one.far <= FARTHEST)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ name }) => name);
}

function listZones(): readonly Zone[] {
  zones ??= [...Intl.supportedValuesOf('timeZone'), 'UTC']
    .map((listed) => zoneOf(RENAMED[listed] ?? listed, listed))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return zones;
}

function zoneOf(name: string, listed: string): Zone {
  const names = [...new Set([fold(name), fold(listed)])];
  return { name, names, cities: names.map((one) => one.slice(one.lastIndexOf('/') + 1)) };
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .replace(/[\s_-]+/g, '_')
    .toLowerCase();
}

/** What the machine calls it, which may be a name of long ago; null where it knows none. */
function resolved(name: string): string | null {
  if (!/^[a-z]/i.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** The last millisecond of a day, `2026-12-31`, in a zone. */
export function endOfDay(day: string, timeZone: string): Date {
  return momentOf(`${day}T23:59:59.999Z`, timeZone);
}

/** The moment at which clocks in a zone show this hour of a day; where they skip it, what they would have shown. */
export function atHour(day: string, hour: number, timeZone: string): Date {
  return momentOf(`${day}T${String(hour).padStart(2, '0')}:00:00Z`, timeZone);
}

/** Which day it is in a zone at that moment, as `2026-12-31`. */
export function dayIn(at: Date, timeZone: string): string {
  return new Date(at.getTime() + offsetAt(at, timeZone)).toISOString().slice(0, 10);
}

/** @param wall what the clocks of the zone show, written as if they were those of UTC */
function momentOf(wall: string, timeZone: string): Date {
  const shown = Date.parse(wall);
  // Twice, since the first guess may lie on the other side of a clock change.
  const first = shown - offsetAt(new Date(shown), timeZone);
  return new Date(shown - offsetAt(new Date(first), timeZone));
}

/** How far the clocks of a zone are ahead of UTC at that moment, in milliseconds. */
function offsetAt(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(at.getTime() / 1000) * 1000;
}
