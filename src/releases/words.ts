import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { displayOf } from '../catalog/labels.ts';
import { REMINDER_HOUR } from '../core/releases/release.ts';
import { daysLeft, remindersOf } from '../core/releases/reminders.ts';
import { territorySet } from '../core/territory-set.ts';
import { countedPlaces } from '../places/words.ts';
import type { StoredItem } from '../store/catalog-items.ts';
import type { KeptRelease, StoredRelease } from '../store/releases.ts';
import { plain, type Text, type Words } from '../text/spans.ts';
import { translator } from '../text/translate.ts';
import { trackName } from './gather.ts';
import { say } from './say.ts';

/** In whose language, and in whose zone, something is said. */
export type Speaker = Pick<Context, 't' | 'locale' | 'timeZone'>;

/** Who speaks of a release, by its own clocks: its day is its day wherever the reader is. */
export function speakerFor(
  { content }: Pick<StoredRelease, 'content'>,
  { locale }: Pick<Context, 'locale'>,
): Speaker {
  const { timeZone } = content;
  return { t: translator(locale, timeZone), locale, timeZone };
}

/** `in 14 days`, `today`, `2 days ago` */
export function leftWords(content: KeptRelease, now: Date, { t }: Speaker): Text {
  const days = daysLeft(content, now);
  return days < 0 ? t(say.ago, { days: -days }) : t(say.left, { days });
}

const MOST_SHOWN = 20;
/** A row of numbers takes the plural, whatever they are. */
const MANY = 2;

/** Everything that a release says. */
export function factsOf(
  {
    release,
    recordings,
    upcs,
    looksAfter,
    usual,
  }: {
    readonly release: StoredRelease;
    /** One for each track. */
    readonly recordings: readonly StoredItem<'recording'>[];
    readonly upcs: readonly string[];
    readonly looksAfter: string;
    readonly usual: readonly number[];
  },
  speaker: Speaker,
): NonNullable<Reply['facts']> {
  const { content } = release;
  const { t, timeZone } = speaker;
  const { artist, day, territories } = content;
  const notSaid = t(say.notSaid);
  const rows: readonly (readonly [string, Words])[] = [
    [say.labelDay, t(say.day, { day, zone: timeZone })],
    [say.labelArtist, artist ?? notSaid],
    [say.labelWhere, territories === null ? notSaid : countedPlaces(territorySet(territories), speaker)],
    [
      say.labelUpc,
      upcs.length === 0
        ? notSaid
        : t(say.list, { items: upcs.map((code) => displayOf({ scheme: 'gtin', code })) }),
    ],
    [say.labelTracks, tracksWords(recordings, speaker)],
    [say.labelReminders, remindersWords(content, usual, speaker)],
    [say.labelLooksAfter, looksAfter],
  ];
  return rows.map(([label, value]) => ({ label: t(label), value }));
}

/** The tracks of a release, a line each. */
export function tracksWords(recordings: readonly StoredItem<'recording'>[], { t }: Speaker): Words {
  if (recordings.length === 0) return t(say.none);
  const tracks = recordings.slice(0, MOST_SHOWN).map((one, index) => {
    const values = { number: index + 1, name: trackName(one, t) };
    return plain(t(one.isGone ? say.gone : say.track, values));
  });
  const more = recordings.length - tracks.length;
  return [...tracks, ...(more > 0 ? [plain(t(say.moreTracks, { count: more }))] : [])].join('\n');
}

/** Several days for a message: which they are, and how the word for them is bent. */
export function listedDays(days: readonly number[]): {
  readonly days: readonly string[];
  readonly count: number;
} {
  const [only = 0, second] = days;
  return { days: days.map(String), count: second === undefined ? only : MANY };
}

function remindersWords(content: KeptRelease, usual: readonly number[], { t }: Speaker): Text {
  const days = remindersOf(content, usual).map(({ daysBefore }) => daysBefore);
  if (days.length === 0) return t(say.noReminders);
  const hour = `${String(REMINDER_HOUR).padStart(2, '0')}:00`;
  return t(say.reminders, { ...listedDays(days), hour });
}
