import type { House } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { tell } from '../bot/tell.ts';
import type { JobHandler } from '../bot/worker.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import { daysBetween } from '../core/day.ts';
import type { LicenseContent } from '../core/licenses/content.ts';
import { dayIn } from '../core/time-zones.ts';
import { withEnglish } from '../rights/translated.ts';
import type { Job } from '../store/jobs.ts';
import { findLicense, type StoredLicense } from '../store/licenses.ts';
import { nearestLocale } from '../text/locale.ts';
import { code, type Text } from '../text/spans.ts';
import { translator } from '../text/translate.ts';
import { capLine } from './end.ts';
import { partiesWords } from './facts.ts';
import { say } from './say.ts';
import { DAYS_BEFORE, daysOf, dueAt, isReminded, levelOf, REMIND, type Remind } from './schedule.ts';
import type { Speaker } from './words.ts';

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
  const notices = [inLanguage(quickAnswers().education, locale)];
  const told = await tell(house, job, home, withEnglish({ ...said, notices }, speaker));
  return told instanceof Date ? told : undefined;
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
  const values = { id, title: content.asset.title, day, left };
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
  // What was ended is not renewed.
  if (ended !== null) return t(say.remindEndNew, { command: code('/license add') });
  const option = what === 'end' ? 'ends' : 'renewal';
  return t(what === 'end' ? say.remindEndNext : say.remindRenewalNext, {
    command: code(`/license add license: ${id} ${option}: …`),
  });
}
