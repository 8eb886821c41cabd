import type { Connection } from '../bot/adapter.ts';
import type { House } from '../bot/command.ts';
import { findPosted } from '../bot/find-posted.ts';
import type { Reply } from '../bot/reply.ts';
import { GiveUp, type JobHandler } from '../bot/worker.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import type { Home, LicenseContent } from '../core/licenses/content.ts';
import { daysBetween } from '../core/licenses/day.ts';
import { UserError } from '../core/problem.ts';
import { dayIn } from '../core/time-zones.ts';
import type { Job } from '../store/jobs.ts';
import { findLicense, type StoredLicense } from '../store/licenses.ts';
import { nearestLocale } from '../text/locale.ts';
import { code, type Text } from '../text/spans.ts';
import { translator } from '../text/translate.ts';
import { capLine } from './end.ts';
import { partiesWords } from './facts.ts';
import { say } from './say.ts';
import { DAYS_BEFORE, daysOf, dueAt, isReminded, levelOf, REMIND, type Remind } from './schedule.ts';
import { noon, type Speaker } from './words.ts';

/** A reminder that is later than this says so. */
const LATE_MS = 3_600_000;

/** What follows from licenses by itself. */
export function licenseJobs(house: House): Readonly<Record<string, JobHandler>> {
  return { [REMIND]: (job) => remind(house, job, job.payload as Remind) };
}

/** Say in the channel where a license was recorded what is coming, once; what is not so any more is not said. */
async function remind(house: House, job: Job, asked: Remind): Promise<Date | undefined> {
  const found = await findLicense(house.db, job.team, asked.license);
  if (found === undefined) return;
  const { home } = found.content;
  const locale = nearestLocale(home.language) ?? 'en';
  const { timeZone } = home;
  const speaker = { t: translator(locale, timeZone), locale, timeZone };
  const said =
    asked.what === 'cap'
      ? capReply(found, asked, speaker)
      : dayReply(found, asked, { now: house.now(), due: job.dueAt }, speaker);
  if (said === null) return;
  return tell(house, job, home, { ...said, notices: [inLanguage(quickAnswers().education, locale)] });
}

type Cap = Extract<Remind, { readonly what: 'cap' }>;
type Coming = Exclude<Remind, Cap>;

function capReply({ id, content }: StoredLicense, { of, most, level }: Cap, speaker: Speaker): Reply | null {
  const cap = content.caps?.find((one) => one.of === of && one.most === most);
  // Counted again meanwhile, it may be more or less than was thought.
  if (cap === undefined || content.ended !== null || levelOf(cap, content) !== level) return null;
  const { t } = speaker;
  const values = { id, title: content.asset.title };
  return {
    tone: level === 100 ? 'bad' : 'caution',
    title: t(level === 100 ? say.remindFull : say.remindNearly, values),
    text: [
      capLine(cap, content, speaker),
      partiesWords(content, speaker),
      t(say.remindCapNext, { command: code(`/license show ${id}`) }),
    ],
  };
}

type Clock = { readonly now: Date; readonly due: Date };

function dayReply(
  { id, content }: StoredLicense,
  { what, day, daysBefore }: Coming,
  { now, due }: Clock,
  speaker: Speaker,
): Reply | null {
  const { t, timeZone } = speaker;
  if (!isReminded(id, content) || daysOf(content)[what] !== day) return null;
  if (isOvertaken(day, daysBefore, now, timeZone)) return null;
  const left = daysBetween(dayIn(now, timeZone), day);
  const values = { id, title: content.asset.title, day: noon(day, speaker), left };
  const isLate = now.getTime() - due.getTime() > LATE_MS;
  return {
    tone: left < 0 ? 'bad' : 'waiting',
    title: t(titleOf(what, left), values),
    text: [
      partiesWords(content, speaker),
      nextText(what, id, content, speaker),
      ...(isLate ? [t(say.remindLate, { due, now })] : []),
    ],
  };
}

function titleOf(what: Coming['what'], left: number): string {
  if (what === 'end') return left < 0 ? say.remindEnded : say.remindEnd;
  return left < 0 ? say.remindRenewalPast : say.remindRenewal;
}

/** After a time away several are due at once: the newest speaks for all. */
function isOvertaken(day: string, daysBefore: number, now: Date, timeZone: string): boolean {
  return DAYS_BEFORE.some((later) => later < daysBefore && dueAt(day, later, timeZone) <= now);
}

function nextText(what: Coming['what'], id: string, { ended }: LicenseContent, { t }: Speaker): Text {
  // What was ended stays so.
  if (ended !== null) return t(say.remindEndNew, { command: code('/license add') });
  const option = what === 'end' ? 'ends' : 'renewal';
  return t(what === 'end' ? say.remindEndNext : say.remindRenewalNext, {
    command: code(`/license add license: ${id} ${option}: …`),
  });
}

/** What will not pass by itself: then whoever recorded it is told alone. */
const FINAL: readonly string[] = ['platform.missing-permission', 'platform.no-channel', 'platform.refused'];

async function tell(house: House, job: Job, home: Home, reply: Reply): Promise<Date | undefined> {
  const connection = house.connections.get(home.platform);
  if (connection === undefined) throw new Error(`Nothing is connected to ${home.platform}.`);
  const { space, channel, thread } = home;
  const place = { space, channel, ...(thread === null ? {} : { thread }) };
  const before = await findPosted(house, connection, place, job);
  if (before instanceof Date) return before;
  if (before !== null) return;
  // A direct message outside of any server is a space of its own, and whoever brought the bot along is told alone.
  if (space.startsWith('user-')) return direct(connection, job, home, reply);
  try {
    await connection.post(place, reply, job.id);
  } catch (error) {
    if (!(error instanceof UserError) || !FINAL.includes(error.problem.code)) throw error;
    await direct(connection, job, home, reply);
  }
}

async function direct(
  connection: Connection,
  job: Job,
  { space, account }: Home,
  reply: Reply,
): Promise<undefined> {
  if (account === '') throw new GiveUp('Whoever recorded it was erased.');
  try {
    await connection.direct(space, account, reply, job.id);
  } catch (error) {
    const isFinal = error instanceof UserError && error.problem.code === 'platform.no-direct-message';
    throw isFinal ? new GiveUp(error.message) : error;
  }
}
