import { fc, test as property } from '@fast-check/vitest';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, writeCalendar } from '../../src/export/calendar.ts';

const release: CalendarEvent = {
  uid: 'release-r1@splitproof',
  sequence: 2,
  title: 'Night Bus is out',
  day: '2026-12-11',
  time: null,
  description: 'Nine of twelve points hold.',
  url: 'https://example.com/r/1?a=1,2;b=3',
  alarms: [24 * 60],
  status: 'confirmed',
  stamp: new Date('2026-11-28T09:30:00Z'),
};

const reminder: CalendarEvent = {
  ...release,
  uid: 'reminder-r1-7@splitproof',
  title: 'Night Bus: 7 days left',
  day: '2026-12-04',
  time: { hour: 10, timeZone: 'Asia/Taipei' },
  alarms: [0, 90],
};

const textOf = (...events: readonly CalendarEvent[]) => Buffer.from(writeCalendar(events)).toString('utf8');

/** As a calendar reads it that knows nothing of how it was written. */
function read(...events: readonly CalendarEvent[]) {
  const calendar = new ICAL.Component(ICAL.parse(textOf(...events)));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
}

const startOf = (event: CalendarEvent) => read(event).events[0]!.startDate;

describe('a calendar file', () => {
  it('has a day for the release and moments for the reminders, which ring', () => {
    const { calendar, events } = read(release, reminder);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    const [day, moment] = events;
    expect(day?.startDate.isDate).toBe(true);
    expect(day?.startDate.toString()).toBe('2026-12-11');
    expect(day?.endDate.toString()).toBe('2026-12-12');
    expect(moment?.startDate.toJSDate()).toEqual(new Date('2026-12-04T02:00:00Z'));
    expect(
      events.map(({ uid, sequence, summary, description }) => [uid, sequence, summary, description]),
    ).toEqual([
      ['release-r1@splitproof', 2, 'Night Bus is out', 'Nine of twelve points hold.'],
      ['reminder-r1-7@splitproof', 2, 'Night Bus: 7 days left', 'Nine of twelve points hold.'],
    ]);
    expect(events.map(alarmsOf)).toEqual([
      [['DISPLAY', -86_400]],
      [
        ['DISPLAY', 0],
        ['DISPLAY', -5400],
      ],
    ]);
    for (const { component } of events) {
      expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
      expect(component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
      expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-28T09:30:00Z');
    }
  });

  it('takes back what is cancelled without ringing, in a file of its own or among others', () => {
    const cancelled = { ...reminder, status: 'cancelled', sequence: 3 } as const;
    const alone = read(cancelled);
    expect(alone.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(alone.events[0]?.sequence).toBe(3);
    const among = read(release, cancelled);
    expect(among.calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    for (const event of [alone.events[0]!, among.events[1]!]) {
      expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
      expect(alarmsOf(event)).toEqual([]);
    }
  });

  it('is empty where there is nothing to say', () => {
    const { calendar, events } = read();
    expect([calendar.getFirstPropertyValue('method'), events]).toEqual(['PUBLISH', []]);
  });

  it('leads to the same place, whatever the address has in it', () => {
    const [event] = read(release).events;
    const url = String(event?.component.getFirstPropertyValue('url'));
    expect(url).toBe('https://example.com/r/1?a=1%2C2%3Bb=3');
    expect(new URL(url).searchParams.get('a')).toBe('1,2;b=3');
  });

  it.each([
    { uid: 'a\r\nBEGIN:VEVENT' },
    { url: 'no address' },
    { day: '2026-13-01' },
    { time: { hour: 10, timeZone: 'Asia/Taipei' }, day: 'soon' },
    { stamp: new Date(Number.NaN) },
  ])('is not written with %j', (wrong) => {
    expect(() => writeCalendar([{ ...release, ...wrong }])).toThrow(RangeError);
  });
});

function alarmsOf({ component }: InstanceType<typeof ICAL.Event>): unknown[][] {
  return component.getAllSubcomponents('valarm').map((alarm) => {
    const trigger = alarm.getFirstPropertyValue('trigger') as { toSeconds(): number };
    expect(alarm.getFirstPropertyValue('description')).toBe(component.getFirstPropertyValue('summary'));
    return [alarm.getFirstPropertyValue('action'), trigger.toSeconds()];
  });
}

/** Ten in the morning there, on both sides of every change of the clocks, as a reader in Taipei sees it. */
const MORNINGS: readonly (readonly [zone: string, day: string, moment: string, inTaipei: string])[] = [
  ['Europe/Berlin', '2026-10-24', '2026-10-24T08:00:00Z', '2026-10-24, 16:00'],
  ['Europe/Berlin', '2026-10-25', '2026-10-25T09:00:00Z', '2026-10-25, 17:00'],
  ['Europe/Berlin', '2027-03-27', '2027-03-27T09:00:00Z', '2027-03-27, 17:00'],
  ['Europe/Berlin', '2027-03-28', '2027-03-28T08:00:00Z', '2027-03-28, 16:00'],
  ['America/Sao_Paulo', '2026-10-18', '2026-10-18T13:00:00Z', '2026-10-18, 21:00'],
  ['America/Sao_Paulo', '2027-02-21', '2027-02-21T13:00:00Z', '2027-02-21, 21:00'],
  ['Asia/Taipei', '2026-12-11', '2026-12-11T02:00:00Z', '2026-12-11, 10:00'],
  ['Pacific/Chatham', '2026-09-26', '2026-09-25T21:15:00Z', '2026-09-26, 05:15'],
  ['Pacific/Chatham', '2026-09-27', '2026-09-26T20:15:00Z', '2026-09-27, 04:15'],
  ['Pacific/Chatham', '2027-04-03', '2027-04-02T20:15:00Z', '2027-04-03, 04:15'],
  ['Pacific/Chatham', '2027-04-04', '2027-04-03T21:15:00Z', '2027-04-04, 05:15'],
  // Back by an hour for Ramadan, and from September 2026 on for good.
  ['Africa/Casablanca', '2026-02-14', '2026-02-14T09:00:00Z', '2026-02-14, 17:00'],
  ['Africa/Casablanca', '2026-02-15', '2026-02-15T10:00:00Z', '2026-02-15, 18:00'],
  ['Africa/Casablanca', '2026-03-21', '2026-03-21T10:00:00Z', '2026-03-21, 18:00'],
  ['Africa/Casablanca', '2026-03-22', '2026-03-22T09:00:00Z', '2026-03-22, 17:00'],
  ['Africa/Casablanca', '2026-09-19', '2026-09-19T09:00:00Z', '2026-09-19, 17:00'],
  ['Africa/Casablanca', '2026-09-20', '2026-09-20T10:00:00Z', '2026-09-20, 18:00'],
  ['Africa/Casablanca', '2027-03-14', '2027-03-14T10:00:00Z', '2027-03-14, 18:00'],
];

/** Since when the time zone database knows that Morocco keeps its clocks. */
const knowsMorocco = (process.versions.tz ?? '') >= '2026c';

describe('ten in the morning', () => {
  it.each(
    MORNINGS.filter(([zone, day]) => knowsMorocco || zone !== 'Africa/Casablanca' || day < '2026-09-20'),
  )('in %s on %s is %s for everybody', (timeZone, day, moment, inTaipei) => {
    const start = startOf({ ...reminder, day, time: { hour: 10, timeZone } });
    expect(start.zone).toBe(ICAL.Timezone.utcTimezone);
    expect(start.toJSDate()).toEqual(new Date(moment));
    expect(clockIn(timeZone, start.toJSDate())).toBe(`${day}, 10:00`);
    expect(clockIn('Asia/Taipei', start.toJSDate())).toBe(inTaipei);
  });
});

function clockIn(timeZone: string, at: Date): string {
  return at.toLocaleString('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
}

const HOSTILE = [
  'a, b; c\\d',
  'line\nEND:VEVENT\r\nBEGIN:VEVENT\rX',
  '\\n\\N\\,\\;\\\\',
  '"quoted": value',
  '夜車'.repeat(60),
  '👩‍👩‍👧‍👦🇹🇼👍🏽'.repeat(20),
  `a${'👩‍👩‍👧‍👦'.repeat(20)}`,
  `e${'\u0301'.repeat(200)}`,
  'مساء'.repeat(40),
  '\u202eevil',
  '\u0000\u0007\u001b[31m\u0085',
  'one\u2028two\u2029three',
  '\ud800half',
  '=HYPERLINK("http://evil.example")',
  '',
  ' lead and trail ',
];

const title = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 5 }).map((parts) => parts.join('')),
);

/** What is left of a text: no characters that people cannot see and that do something all the same. */
function kept(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

describe('words in a calendar file', () => {
  it.each(HOSTILE)('come back as they were: %j', (words) => comesBack(words, words));

  property.prop([title, title])('come back as they were, whatever they are', comesBack);

  function comesBack(words: string, description: string): void {
    const events = [
      { ...release, title: words, description },
      { ...reminder, title: words },
    ];
    const back = read(...events).events;
    expect(back.map(({ summary }) => summary ?? '')).toEqual([kept(words), kept(words)]);
    expect(back[0]?.description ?? '').toBe(kept(description));
    expect(back.map(({ uid }) => uid)).toEqual([release.uid, reminder.uid]);
    expect(writeCalendar(events)).toEqual(writeCalendar(events));
  }

  it.each(HOSTILE)('stand in lines of 75 octets: %j', (words) => standsInLines(words));

  property.prop([title])('stand in lines of 75 octets, whatever they are', standsInLines);

  function standsInLines(words: string): void {
    const bytes = writeCalendar([{ ...release, title: words }]);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = text.slice(0, -2).split('\r\n');
    for (const line of lines) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      // Each alone is whole characters.
      expect(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line))).toBeDefined();
    }
  }

  it.each(['夜', '👩‍👩‍👧‍👦', '🇹🇼', '👍🏽', 'e\u0301'])(
    'are not cut within %s, wherever the line ends',
    (character) => {
      for (let before = 0; before < 75; before += 1) {
        const text = textOf({ ...release, title: 'x'.repeat(before) + character.repeat(12) });
        for (const line of text.split('\r\n')) {
          // Written out in characters, a piece has nothing but whole ones.
          expect(line.replaceAll(character, '')).toMatch(/^[ -~]*$/);
        }
      }
    },
  );
});
