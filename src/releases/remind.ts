import type { House } from '../bot/command.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import { findTold, tell } from '../bot/tell.ts';
import type { JobHandler } from '../bot/worker.ts';
import { inLanguage } from '../core/data/localized.ts';
import { registrationTable } from '../core/data/registrations.ts';
import { readiness, standing } from '../core/releases/readiness.ts';
import { type Digest, daysLeft, digestAt, remindersOf } from '../core/releases/reminders.ts';
import { withEnglish } from '../rights/translated.ts';
import { isWaiting, type Job, noteInJob, waitingUnder } from '../store/jobs.ts';
import { noteMissed, noteSaid, remindersSaid } from '../store/release-reminders.ts';
import { findRelease, type StoredRelease } from '../store/releases.ts';
import { nearestLocale } from '../text/locale.ts';
import { code, type Text } from '../text/spans.ts';
import { titleOfRelease } from './find.ts';
import { gather } from './gather.ts';
import { countGaps, gapLines, ownersOf } from './points.ts';
import { registerLines } from './register.ts';
import { say } from './say.ts';
import { AFTER, type After, AGAIN, keyOf, REMIND, type Remind, usualDaysNow } from './schedule.ts';
import { leftWords, type Speaker, speakerFor } from './words.ts';

const MOST_GAPS = 8;
const MOST_REGISTRATIONS = 8;
/** Until somebody has found out what became of an earlier reminder. */
const UNSURE_MS = 5000;

/** What follows from releases by itself. */
export function releaseJobs(house: House): Readonly<Record<string, JobHandler>> {
  return {
    [REMIND]: (job) => remind(house, job, job.payload as Remind),
    [AGAIN]: (job) => remindAgain(house, job, job.payload as Remind),
    [AFTER]: (job) => sayAfter(house, job, job.payload as After),
  };
}

/** The release that a job is about, as long as it still has the day that the job was asked for. */
async function onItsDay(house: House, team: string, asked: After): Promise<StoredRelease | undefined> {
  const found = await findRelease(house.db, team, asked.release);
  if (found === undefined || found.state === 'cancelled') return undefined;
  return found.content.day === asked.day ? found : undefined;
}

/** The same, as long as it goes by the same clocks; by others it has jobs of its own. */
async function stillPlanned(house: House, team: string, asked: After): Promise<StoredRelease | undefined> {
  const found = await onItsDay(house, team, asked);
  return found?.content.timeZone === asked.timeZone ? found : undefined;
}

/** In the language in which people speak where it was planned. */
function speakerAt(release: StoredRelease): Speaker {
  return speakerFor(release, { locale: nearestLocale(release.content.home.language) ?? 'en' });
}

/**
 * Say where a release was planned how it stands, once. Where several reminders are due at once, as after a time away,
 * the newest speaks for all and names those that were missed.
 */
async function remind(house: House, job: Job, asked: Remind): Promise<Date | undefined> {
  const { team } = job;
  const release = await stillPlanned(house, team, asked);
  if (release === undefined) return;
  const usual = await usualDaysNow(house, house.db, team);
  if (!remindersOf(release.content, usual).some(({ daysBefore }) => daysBefore === asked.daysBefore)) return;
  const said = await remindersSaid(house.db, team, asked);
  if (said.some(({ daysBefore, state }) => daysBefore === asked.daysBefore && state !== 'missed')) return;
  const { home } = release.content;
  const { daysBefore } = asked;
  const before = asked.tells === undefined ? null : await findTold(house, job, home);
  if (before instanceof Date) return before;
  if (before !== null) {
    await noteSaid(house.db, team, asked, { daysBefore, message: before, told: asked.tells ?? [] });
    return;
  }
  const { silent, unsure } = await notToBeSaid(house, team, asked, release, usual);
  const digest = digestAt(release.content, silent, house.now(), usual);
  if (digest === null) return;
  if (newestOf(digest) !== daysBefore) {
    await noteMissed(house.db, team, asked, daysBefore);
    return;
  }
  if (unsure) return new Date(house.now().getTime() + UNSURE_MS);
  const tells = digest.missed.flatMap((one) => (one.daysBefore === daysBefore ? [] : one.daysBefore));
  if (!(await noteInJob(house.db, job, { ...asked, tells } satisfies Remind))) return;
  const told = await tell(house, job, home, await reminder(house, team, release, digest));
  if (told instanceof Date) return told;
  await noteSaid(house.db, team, asked, { daysBefore, message: told, told: tells });
}

/** The last that is due: it speaks, also where the day is over and nothing is left but to say what was missed. */
function newestOf({ current, missed }: Digest): number | undefined {
  return (current ?? missed.at(-1))?.daysBefore;
}

/**
 * Reminders that are due and are none of ours to say: said before, or never asked for, as they were past by then. And
 * whether one of the others may have been said by somebody who died over it, which its own job will find out.
 */
async function notToBeSaid(
  house: House,
  team: string,
  asked: Remind,
  { content }: StoredRelease,
  usual: readonly number[],
): Promise<{ readonly silent: ReadonlySet<number>; readonly unsure: boolean }> {
  const due = remindersOf(content, usual)
    .filter(({ due: at }) => at <= house.now())
    .map(({ daysBefore }) => ({ daysBefore, key: keyOf({ ...asked, daysBefore }) }));
  const keys = due.map(({ key }) => key);
  const waiting = (await waitingUnder(house.db, team, REMIND, keys)) as ReadonlyMap<string, Remind>;
  // Only then: else one that is noted as missed in between neither waits nor is known to be missed.
  const said = await remindersSaid(house.db, team, asked);
  const states = new Map(said.map(({ daysBefore, state }) => [daysBefore, state]));
  const others = due.filter(({ daysBefore }) => daysBefore !== asked.daysBefore);
  const isOurs = ({ daysBefore, key }: (typeof due)[number]) => {
    const state = states.get(daysBefore);
    return state === undefined ? waiting.has(key) : state === 'missed';
  };
  return {
    silent: new Set(others.flatMap((one) => (isOurs(one) ? [] : one.daysBefore))),
    unsure: others.some((one) => isOurs(one) && waiting.get(one.key)?.tells !== undefined),
  };
}

async function reminder(
  house: House,
  team: string,
  release: StoredRelease,
  { current, isLate, missed }: Digest,
): Promise<Reply> {
  const speaker = speakerAt(release);
  const { t, timeZone } = speaker;
  const { content, id } = release;
  const title = titleOfRelease(release.content);
  const day = content.day;
  const days = missed.map(({ daysBefore }) => String(daysBefore));
  if (current === null) {
    return {
      tone: 'caution',
      title: t(say.remindOver, { title, day }),
      text: [t(say.remindOverDays, { days, count: days.length, command: code(`/release status ${id}`) })],
    };
  }
  const now = house.now();
  return await board(house, team, release, {
    before: [
      ...(isLate ? [t(say.remindLate, { due: current.due, now, zone: timeZone })] : []),
      ...(days.length === 0 ? [] : [t(say.remindMissed, { days, count: days.length })]),
    ],
    daysBefore: current.daysBefore,
  });
}

/** How a release stands, for the room: what is open, who is waited for, and what to do about this reminder. */
async function board(
  house: House,
  team: string,
  release: StoredRelease,
  { before, daysBefore }: { readonly before: readonly Text[]; readonly daysBefore: number },
): Promise<Reply> {
  const speaker = speakerAt(release);
  const { t } = speaker;
  const { content, id } = release;
  const gathered = await gather(house, team, release);
  const points = readiness(gathered.facts);
  const { holding, all } = standing(points);
  const lines = gapLines(points, gathered, await ownersOf(house, team, points), content.home, speaker);
  const more = countGaps(points) - MOST_GAPS;
  const values = { title: titleOfRelease(release.content), day: content.day };
  const left = daysLeft(content, house.now());
  const value = `${id}:${content.day}:${daysBefore}`;
  return {
    tone: lines.length === 0 ? 'good' : 'waiting',
    title:
      left === 0
        ? t(say.remindToday, values)
        : t(say.remindTitle, { ...values, left: leftWords(content, house.now(), speaker) }),
    list: lines.slice(0, MOST_GAPS),
    text: [
      ...before,
      t(holding === all ? say.remindReady : say.remindOpen, { holding, all }),
      ...(more > 0 ? [t(say.moreGaps, { count: more })] : []),
    ],
    buttons: [
      { label: t(say.done), style: 'primary', press: pressOf('release', 'done', value) },
      ...(left > 1 ? [{ label: t(say.snooze), press: pressOf('release', 'snooze', value) }] : []),
      { label: t(say.statusButton), press: pressOf('release', 'status', id) },
    ],
  };
}

/** Once more, because somebody asked for it; a reminder that came meanwhile, or comes now, says the same. */
async function remindAgain(house: House, job: Job, asked: Remind): Promise<Date | undefined> {
  const { team } = job;
  const release = await onItsDay(house, team, asked);
  if (release === undefined || daysLeft(release.content, house.now()) < 0) return;
  const said = await remindersSaid(house.db, team, asked);
  if (said.some(({ daysBefore, doneAt }) => daysBefore === asked.daysBefore && doneAt !== null)) return;
  if (said.some(({ daysBefore, state }) => daysBefore < asked.daysBefore && state === 'said')) return;
  if (await isNextDue(house, team, asked, release)) return;
  const { t } = speakerAt(release);
  const before = [t(say.remindAgain)];
  const reply = await board(house, team, release, { before, daysBefore: asked.daysBefore });
  const told = await tell(house, job, release.content.home, reply);
  return told instanceof Date ? told : undefined;
}

/** Whether a later reminder is to be said now. */
async function isNextDue(
  house: House,
  team: string,
  asked: Remind,
  { content }: StoredRelease,
): Promise<boolean> {
  const { timeZone } = content;
  const keys = remindersOf(content, await usualDaysNow(house, house.db, team))
    .filter(({ daysBefore, due }) => daysBefore < asked.daysBefore && due <= house.now())
    .map(({ daysBefore }) => keyOf({ ...asked, timeZone, daysBefore }));
  return isWaiting(house.db, team, REMIND, keys);
}

/** The day after: what there is to register now. */
async function sayAfter(house: House, job: Job, asked: After): Promise<Date | undefined> {
  const release = await stillPlanned(house, job.team, asked);
  if (release === undefined) return;
  const speaker = speakerAt(release);
  const { t, locale } = speaker;
  const { content, id } = release;
  const { lines } = registerLines(release, 'after', MOST_REGISTRATIONS, speaker);
  const reply: Reply = {
    tone: 'waiting',
    title: t(say.afterTitle, { title: titleOfRelease(release.content), day: content.day }),
    list: lines,
    text: [t(say.afterNext, { command: code(`/release status ${id}`) })],
    notices: [inLanguage(registrationTable().caution, locale)],
    buttons: [{ label: t(say.registerButton), press: pressOf('release', 'register', id) }],
  };
  const shown = { kind: 'registrations' } as const;
  const told = await tell(house, job, content.home, withEnglish(reply, speaker, shown));
  return told instanceof Date ? told : undefined;
}
