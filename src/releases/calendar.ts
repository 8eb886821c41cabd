import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { addDays } from '../core/day.ts';
import { REMINDER_HOUR } from '../core/releases/release.ts';
import { remindersOf } from '../core/releases/reminders.ts';
import { type CalendarEvent, writeCalendar } from '../export/calendar.ts';
import { todayOf } from '../licenses/read-input.ts';
import { listReleases, type StoredRelease } from '../store/releases.ts';
import { plain } from '../text/spans.ts';
import { findMeantRelease, titleOfRelease } from './find.ts';
import { say } from './say.ts';
import { usualDays } from './schedule.ts';
import { speakerFor } from './words.ts';

const MOST_RELEASES = 200;
/** A calendar rings a day before a release, at ten by its reader's clocks. */
const ALARM_MINUTES = 14 * 60;

/** `/release calendar`: the day of a release and its reminders as a file; without one, of everything that is to come. */
export async function calendarOf(typed: string | undefined, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const releases =
    typed === undefined
      ? await listReleases(house.db, asker.team, {
          ...{ which: 'coming', today: todayOf(context), limit: MOST_RELEASES },
        })
      : [await findMeantRelease(typed, context)];
  const [first, second] = releases;
  if (first === undefined) {
    return { tone: 'plain', title: t(say.listNone) };
  }
  const usual = await usualDays(house, asker.team);
  const events = releases.flatMap((release) => eventsOf(release, usual, context));
  return {
    tone: 'plain',
    title:
      second === undefined
        ? t(say.calendarTitle, { title: titleOfRelease(first.content) })
        : t(say.calendarTitleAll, { count: releases.length }),
    text: [t(say.calendarNext)],
    files: [
      {
        name: second === undefined ? `${first.id}.ics` : 'releases.ics',
        mediaType: 'text/calendar',
        bytes: writeCalendar(events),
      },
    ],
  };
}

function eventsOf(
  release: StoredRelease,
  usual: readonly number[],
  context: Context,
): readonly CalendarEvent[] {
  const { id, content, state, revision } = release;
  const { t } = speakerFor(release, context);
  const title = titleOfRelease(release.content);
  const { day, timeZone } = content;
  const common = {
    ...{ sequence: revision, url: null, stamp: context.now },
    status: state === 'cancelled' ? ('cancelled' as const) : ('confirmed' as const),
    description: plain(t(say.calendarOpen, { command: `/release status ${id}` })),
  };
  return [
    {
      ...common,
      ...{ uid: `${id}@splitproof`, title: plain(t(say.calendarRelease, { title })), day, time: null },
      alarms: [ALARM_MINUTES],
    },
    // By how many days before, so that one stays itself when the day moves.
    ...remindersOf(content, usual).map(({ daysBefore }) => ({
      ...common,
      uid: `${id}-${daysBefore}@splitproof`,
      title: plain(t(say.calendarRemind, { title, days: daysBefore })),
      day: addDays(day, -daysBefore),
      time: { hour: REMINDER_HOUR, timeZone },
      alarms: [0],
    })),
  ];
}
