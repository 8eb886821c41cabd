import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { atHour } from '../core/time-zones.ts';
import { withoutControls } from '../text/neutral.ts';

export type CalendarEvent = {
  /** The same in every file about this event, so that calendars know it again: letters, digits, `.`, `_`, `@`, `-`. */
  readonly uid: string;
  /** Grows with every change; calendars keep the copy with the highest. */
  readonly sequence: number;
  readonly title: string;
  /** As 2026-12-11. */
  readonly day: string;
  /** By the clocks of which zone; null: the whole day, wherever the reader is. */
  readonly time: { readonly hour: number; readonly timeZone: string } | null;
  readonly description: string;
  readonly url: string | null;
  /** Minutes before it begins. */
  readonly alarms: readonly number[];
  readonly status: 'confirmed' | 'cancelled';
  /** When it was last said. */
  readonly stamp: Date;
};

const MAKER = { company: 'Splitproof', product: 'Splitproof', language: 'EN' };
const UID = /^[\w.@-]+$/;

/**
 * Events as a calendar file: the same bytes for the same events.
 *
 * Times are written as moments of UTC: every calendar shows them by its reader's clocks and needs no rules of zones,
 * of which it may have older ones (those of Morocco changed in 2026). Nobody is named as organizer, though RFC 5546 asks for one: calendars take a file
 * with somebody else's address for an invitation to be answered.
 *
 * Where all events are cancelled, the file itself takes them back (METHOD:CANCEL), and nothing rings.
 *
 * @throws RangeError for a uid, a url, a day or a stamp that is none
 * @see RFC 5545, RFC 5546 section 3.2
 */
export function writeCalendar(events: readonly CalendarEvent[]): Uint8Array {
  const isCancelled = events.length > 0 && events.every(({ status }) => status === 'cancelled');
  const calendar = ical({
    prodId: MAKER,
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    events: events.map(eventOf),
  });
  // The library folds as well, but through an emoji of several characters, and leaves the last line open.
  const lines = calendar.toString().replaceAll('\r\n ', '').split('\r\n');
  return Buffer.from(lines.map((line) => `${folded(line)}\r\n`).join(''));
}

function eventOf(event: CalendarEvent): ICalEventData {
  const { uid, sequence, day, time, url, alarms, status, stamp } = event;
  // The library writes it as it is, and a line break in it would begin a line of its own.
  if (!UID.test(uid)) throw new RangeError('The uid of an event has other characters');
  const isCancelled = status === 'cancelled';
  return {
    id: uid,
    sequence,
    stamp: valid(stamp),
    start: valid(time === null ? new Date(`${day}T00:00:00Z`) : atHour(day, time.hour, time.timeZone)),
    allDay: time === null,
    summary: cleaned(event.title),
    description: cleaned(event.description),
    // A day on which something comes out is no day on which nobody has time.
    transparency: ICalEventTransparency.TRANSPARENT,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    alarms: isCancelled
      ? []
      : alarms.map((minutes) => ({ type: ICalAlarmType.display, triggerBefore: minutes * 60 })),
    ...(url === null ? {} : { url: addressOf(url) }),
  };
}

function valid(date: Date): Date {
  if (Number.isNaN(date.getTime())) throw new RangeError('An event has a day or a stamp that is none');
  return date;
}

/** Separators of lines and paragraphs are none to calendars, but to some that read them line by line. */
function cleaned(text: string): string {
  return withoutControls(text).replace(/[\u2028\u2029]/g, '\n');
}

/** The library escapes addresses like text, which no calendar takes back: nothing to escape is left in them. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) throw new RangeError('The url of an event is none');
  return new URL(url).href.replace(/[,;\\]/g, (character) => encodeURIComponent(character));
}

/** Octets, without the line break. */
const LONGEST_LINE = 75;

/** A line in pieces, each but the first behind a space, cut between what people see as characters. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST_LINE) return line;
  let text = '';
  let octets = 0;
  for (const character of charactersOf(line)) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

let characters: Intl.Segmenter | undefined;

function* charactersOf(line: string): Generator<string> {
  // Made when first needed: it takes as long as loading fifty modules.
  characters ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of characters.segment(line)) {
    // A letter under a heap of accents has no end that a line could hold.
    if (Buffer.byteLength(segment) < LONGEST_LINE) yield segment;
    else yield* segment;
  }
}
