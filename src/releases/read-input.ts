import type { Context } from '../bot/command.ts';
import { findMeantItem } from '../catalog/find.ts';
import { isNothing, LONGEST_NAME, LONGEST_TITLE, readText } from '../core/catalog/read-text.ts';
import { type Day, readDay } from '../core/day.ts';
import { checkIdentifier } from '../core/identifiers/recognize.ts';
import { must, UserError } from '../core/problem.ts';
import { nearTimeZones, readTimeZone } from '../core/time-zones.ts';
import { todayOf } from '../licenses/read-input.ts';

/** What `/release new` and `/release edit` were told; what is left out stays as it was, and `-` takes something away. */
export type ReleaseInput = {
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly zone?: string | undefined;
  readonly artist?: string | undefined;
  readonly latin?: string | undefined;
  readonly upc?: string | undefined;
  readonly tracks?: string | undefined;
  readonly places?: string | undefined;
  readonly reminders?: string | undefined;
};

/** A barcode that somebody typed, `next` for one of the team's pool, or null to take it away. */
export type SaidUpc = { readonly code: string; readonly display: string } | 'next' | null;

/** The same, read; the places apart, since they may have to be asked. */
export type Said = {
  readonly title?: string;
  readonly day?: Day;
  readonly timeZone?: string;
  readonly artist?: string | null;
  readonly latin?: string | null;
  readonly upc?: SaidUpc;
  readonly tracks?: readonly string[];
  readonly reminderDays?: readonly number[] | null;
};

export const MOST_TRACKS = 200;

/** @throws UserError `catalog.*`, `license.day`, `release.*`, and what the check of a barcode says */
export async function readInput(input: ReleaseInput, context: Context): Promise<Said> {
  const { title, date, zone, artist, latin, upc, tracks, reminders } = input;
  const timeZone = zone === undefined ? undefined : readZone(zone);
  const today = todayOf({ now: context.now, timeZone: timeZone ?? context.timeZone });
  return {
    ...(title === undefined ? {} : { title: readTitle(title) }),
    ...(date === undefined ? {} : { day: must(readDay(date, today)) }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(artist === undefined ? {} : { artist: readOne('artist', artist, LONGEST_NAME) }),
    ...(latin === undefined ? {} : { latin: readOne('latin', latin, LONGEST_TITLE) }),
    ...(upc === undefined ? {} : { upc: readUpc(upc, context) }),
    ...(tracks === undefined ? {} : { tracks: await readTracks(tracks, context) }),
    ...(reminders === undefined ? {} : { reminderDays: readReminders(reminders) }),
  };
}

function readTitle(typed: string): string {
  if (isNothing(typed) || typed.trim() === '') {
    throw new UserError({ code: 'release.title-missing', details: {} });
  }
  return must(readText('title', typed, LONGEST_TITLE));
}

function readOne(option: string, typed: string, limit: number): string | null {
  return isNothing(typed) ? null : must(readText(option, typed, limit));
}

/** @throws UserError `release.zone` */
export function readZone(typed: string): string {
  const zone = readTimeZone(typed);
  if (zone !== null) return zone;
  const [near = 'none'] = nearTimeZones(typed, 1);
  throw new UserError({ code: 'release.zone', details: { typed, near } });
}

const NEXT = /^(?:next|new|下一個|新的)$/iu;

function readUpc(typed: string, { house }: Context): SaidUpc {
  if (isNothing(typed)) return null;
  if (NEXT.test(typed.trim())) return 'next';
  const year = house.now().getUTCFullYear();
  const check = checkIdentifier(typed, { prefixes: house.prefixes, year, kind: 'gtin' });
  const wrong = check.problems.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new UserError(wrong);
  if (check.normalized === null) throw new UserError({ code: 'code.empty', details: {} });
  return { code: check.normalized, display: check.display ?? check.normalized };
}

/** Recordings by title, code or id, with `;` between, in the order of the tracks. */
export async function readTracks(typed: string, { house, asker }: Context): Promise<readonly string[]> {
  if (isNothing(typed)) return [];
  const names = typed.split(/[;；\n]/u).flatMap((name) => name.trim() || []);
  if (names.length > MOST_TRACKS) {
    throw new UserError({ code: 'release.too-many-tracks', details: { most: MOST_TRACKS } });
  }
  const ids: string[] = [];
  for (const name of names) {
    ids.push((await findMeantItem(house, asker.team, 'recording', name, 'original')).id);
  }
  return ids;
}

const MOST_DAYS_BEFORE = 365;
const MOST_REMINDERS = 12;
const USUAL = /^(?:usual|default|team|預設|照舊)$/iu;
const NONE = /^(?:none|never|-|不要|無)$/iu;

/**
 * How many days before a release people hear of it; null for those of the team.
 *
 * @throws UserError `release.reminders`
 */
export function readReminders(typed: string): readonly number[] | null {
  const text = typed.normalize('NFKC').trim();
  if (USUAL.test(text)) return null;
  if (NONE.test(text)) return [];
  const parts = text.split(/[\s,;、]+/u).filter((part) => part !== '');
  const days = [...new Set(parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN)))];
  const isGood = days.every((count) => count <= MOST_DAYS_BEFORE) && days.length <= MOST_REMINDERS;
  if (parts.length === 0 || !isGood) {
    const details = { typed, mostDays: MOST_DAYS_BEFORE, most: MOST_REMINDERS };
    throw new UserError({ code: 'release.reminders', details });
  }
  return days.toSorted((a, b) => b - a);
}
