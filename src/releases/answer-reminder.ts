import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { addDays } from '../core/day.ts';
import { UserError } from '../core/problem.ts';
import { dayIn } from '../core/time-zones.ts';
import { askerPerson } from '../people/named.ts';
import { dropJobs } from '../store/jobs.ts';
import { findPerson } from '../store/people.ts';
import { noteDone, remindersSaid } from '../store/release-reminders.ts';
import { findRelease, type StoredRelease } from '../store/releases.ts';
import { inTransaction } from '../store/transaction.ts';
import { titleOfRelease } from './find.ts';
import { say } from './say.ts';
import { AGAIN, askForAgain, keyOf, type Remind } from './schedule.ts';
import { speakerFor } from './words.ts';

/** Which reminder a button belongs to. @throws UserError `release.reminder-gone` */
async function pressedReminder(
  value: string,
  { house, asker }: Context,
): Promise<{ readonly release: StoredRelease; readonly remind: Remind }> {
  const [id = '', day = '', daysBefore] = value.split(':');
  const release = await findRelease(house.db, asker.team, id);
  if (release === undefined || release.state === 'cancelled' || release.content.day !== day) {
    throw new UserError({ code: 'release.reminder-gone', details: {} });
  }
  const { timeZone } = release.content;
  return { release, remind: { release: id, day, timeZone, daysBefore: Number(daysBefore) || 0 } };
}

/** "Tomorrow again": the same once more, a day later, unless somebody has dealt with it or the release is out by then. */
export async function snooze(value: string, context: Context): Promise<Reply> {
  const { house, asker, now } = context;
  const { release, remind: asked } = await pressedReminder(value, context);
  const speaker = speakerFor(release, context);
  const { t, timeZone } = speaker;
  const { content } = release;
  const title = titleOfRelease(release.content);
  const done = await doneWords(release, asked, context);
  if (done !== null) return { tone: 'plain', ...done };
  const tomorrow = addDays(dayIn(now, timeZone), 1);
  if (tomorrow >= content.day) return { tone: 'caution', title: t(say.snoozeTooLate, { title }) };
  const when = await inTransaction(house.db, (db) =>
    askForAgain(house, db, asker.team, asked, { day: tomorrow, home: content.home }),
  );
  house.poke();
  return { tone: 'good', title: t(say.snoozed, { title, when, zone: timeZone }) };
}

/** "Done": said where everybody reads it, by the name of whoever was first; the same is not said once more. */
export async function settle(value: string, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { release, remind: asked } = await pressedReminder(value, context);
  const { team } = asker;
  const at = house.now();
  const isNew = await inTransaction(house.db, async (db) => {
    const { person } = await askerPerson(house, db, asker);
    const tomorrow = addDays(dayIn(at, asked.timeZone), 1);
    await dropJobs(db, team, AGAIN, [`${keyOf(asked)}:${tomorrow}`]);
    return noteDone(db, team, asked, { daysBefore: asked.daysBefore, by: person, at });
  });
  const done = await doneWords(release, asked, context);
  // Pressed before it was written down that the reminder was said.
  const byAsker = { title: titleOfRelease(release.content), name: asker.name, when: at };
  return {
    tone: isNew ? 'good' : 'plain',
    ...(done ?? { title: t(say.doneNow, byAsker), text: [t(say.doneNote)] }),
  };
}

/** Who has dealt with a reminder, and when; null while nobody has. */
async function doneWords(
  release: StoredRelease,
  { daysBefore, ...of }: Remind,
  { house: { db }, asker: { team }, t }: Context,
): Promise<Pick<Reply, 'title' | 'text'> | null> {
  const said = await remindersSaid(db, team, of);
  const { doneBy = null, doneAt: when = null } = said.find((one) => one.daysBefore === daysBefore) ?? {};
  if (doneBy === null || when === null) return null;
  const name = (await findPerson(db, team, doneBy))?.displayName ?? '—';
  return {
    title: t(say.doneNow, { title: titleOfRelease(release.content), name, when }),
    text: [t(say.doneNote)],
  };
}
