import type { House } from '../bot/command.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import { GiveUp } from '../bot/worker.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import type { JsonObject } from '../core/ledger/json.ts';
import { agrees } from '../core/ledger/sheet-state.ts';
import { UserError } from '../core/problem.ts';
import { isTimeZone } from '../core/time-zones.ts';
import { nextDecentTime } from '../people/hours.ts';
import type { Job } from '../store/jobs.ts';
import { type AccountRef, findPeople, linksOf } from '../store/people.ts';
import type { StoredVersion } from '../store/sheets.ts';
import { type Locale, nearestLocale } from '../text/locale.ts';
import { code, plain } from '../text/spans.ts';
import { translator } from '../text/translate.ts';
import type { Jobs } from './ask.ts';
import { NUDGE_DAYS, nudgeKey } from './complete.ts';
import { DISPUTE_NAMES } from './dispute-kinds.ts';
import { sheetWord } from './find.ts';
import { say } from './say.ts';
import { agreedTo, lookAt, type Shown, sheetMessage } from './show.ts';
import { namesOf, oneLine, type Speaker, zoneWords } from './words.ts';

const DAY_MS = 86_400_000;

/**
 * Somebody who is spoken to alone: in their own language, in their own zone.
 *
 * @param about the version that it is about: who has said nothing of a language reads the sheet in this one
 */
export async function speakerFor(
  house: House,
  team: string,
  { platform, space, account }: AccountRef,
  about?: Pick<StoredVersion, 'language' | 'timeZone'>,
): Promise<Speaker> {
  const [own, ofTeam, profile] = await Promise.all([
    house.settings.ofAccount(platform, space, account),
    house.settings.ofTeam(team),
    house.connections
      .get(platform)
      ?.account(space, account)
      .catch(() => null),
  ]);
  const locale: Locale =
    own.language ??
    nearestLocale(profile?.locale) ??
    ofTeam.language ??
    nearestLocale(about?.language) ??
    'en';
  const theirs = profile?.timeZone;
  const timeZone =
    own.timeZone ??
    (theirs && isTimeZone(theirs) ? theirs : undefined) ??
    ofTeam.timeZone ??
    about?.timeZone ??
    'UTC';
  return { t: translator(locale, timeZone), locale, timeZone };
}

/** Speaks to one account alone; a person whose settings allow no direct message is not tried again. */
export async function direct(house: House, { id }: Job, to: AccountRef, reply: Reply): Promise<void> {
  const { platform, space, account } = to;
  const connection = house.connections.get(platform);
  if (connection === undefined) throw new Error(`Nothing is connected to ${platform}.`);
  try {
    await connection.direct(space, account, reply, id);
  } catch (error) {
    if (error instanceof UserError && error.problem.code === 'platform.no-direct-message') {
      throw new GiveUp(error.message);
    }
    throw error;
  }
}

/** What is said aside to somebody who marked, about that mark. */
export async function tellOne(house: House, job: Job, asked: Jobs['tell']): Promise<undefined> {
  const { what, sheet, version, ...to } = asked;
  const shown = await lookAt(house, house.db, job.team, sheet, version);
  if (shown === undefined) return;
  const profile = await house.connections.get(to.platform)?.account(to.space, to.account);
  if (profile?.bot) return;
  const speaker = await speakerFor(house, job.team, to, shown.stored);
  await direct(house, job, to, asideOf(what, shown, speaker));
}

function asideOf(what: Jobs['tell']['what'], shown: Shown, { t }: Speaker): Reply {
  const { content, stored, standing, sheet, proposer } = shown;
  const { title } = content;
  switch (what) {
    case 'bystander': {
      const names = [...namesOf(content).values()];
      return { tone: 'plain', title: t(say.bystander, { title, names, proposer }) };
    }
    case 'closed': {
      const newest = sheet.state.newest ?? stored.version;
      const why = standing === 'replaced' ? t(say.closedReplaced, { newest }) : t(say.closedEnded);
      return { tone: 'plain', title: t(say.closed, { title, version: stored.version, why }) };
    }
    case 'why': {
      const form = standing === 'completed' ? 'amend' : 'revise';
      return {
        tone: 'waiting',
        title: t(say.why, { title, version: stored.version }),
        text: [t(say.whyNext, { proposer })],
        buttons: [
          { label: t(say.sayWhy), style: 'primary', press: pressOf('split', 'dispute', whichOf(stored)) },
          { label: t(say.proposeMine), press: pressOf('split', form, stored.sheet) },
        ],
      };
    }
  }
}

function whichOf({ sheet, version }: { readonly sheet: string; readonly version: number }): string {
  return `${sheet}:${version}`;
}

/** What the proposer has to know of. */
export async function tellProposer(house: House, job: Job, asked: Jobs['notify']): Promise<undefined> {
  const { sheet, version, seq } = asked;
  const shown = await lookAt(house, house.db, job.team, sheet, version);
  if (shown === undefined) return;
  const to = await accountOf(house, job.team, shown.stored.proposer);
  if (to === null) return;
  const speaker = await speakerFor(house, job.team, to, shown.stored);
  const { t } = speaker;
  const line = shown.sheet.lines.find(({ entry }) => entry.seq === seq);
  const party = line?.entry.type === 'mark' ? line.entry.data.party : null;
  const name = (party === null ? undefined : namesOf(shown.content).get(party)) ?? '';
  const notice = noticeOf(asked.what, shown, speaker, name, line?.sealed ?? {});
  const word = asked.what === 'not-posted' ? await sheetWord(house, job.team, shown.stored.sheet) : '';
  const text = notice.text ?? [t(say.tellNotPostedNext, { command: code(`/split post ${word}`) })];
  await direct(house, job, to, { ...notice, text });
}

function noticeOf(
  what: Jobs['notify']['what'],
  { content, stored, standing }: Shown,
  { t }: Speaker,
  name: string,
  said: JsonObject,
): Reply {
  const values = { title: content.title, version: stored.version, name };
  const isAgreed = standing === 'completed';
  const form = (label: string) => ({
    label: t(label),
    press: pressOf('split', isAgreed ? 'amend' : 'revise', stored.sheet),
  });
  switch (what) {
    case 'disputed': {
      const reason = typeof said.reason === 'string' ? oneLine(said.reason) : null;
      const kind = DISPUTE_NAMES[String(said.kind)];
      const why =
        reason === null || kind === undefined ? [] : [t(say.tellReason, { kind: plain(t(kind)), reason })];
      return {
        tone: 'bad',
        title: t(reason === null ? say.tellDisputed : say.tellWhy, values),
        text: [...why, t(isAgreed ? say.tellAgreedNext : say.tellDisputedNext, values)],
        buttons: [form(isAgreed ? say.amend : say.revise)],
      };
    }
    case 'question':
      return {
        tone: 'caution',
        title: t(say.tellQuestion, values),
        text: [t(say.tellAgreedNext, values)],
        buttons: [form(say.amend)],
      };
    case 'lapsed':
      return {
        tone: 'bad',
        title: t(say.tellLapsed, values),
        text: [t(say.tellLapsedNext)],
        buttons: [form(say.askAgain)],
      };
    case 'not-posted':
      return { tone: 'bad', title: t(say.tellNotPosted, values) };
  }
}

/**
 * Where somebody is spoken to: the first account that is connected here; null for somebody without any.
 *
 * @throws when none of their platforms is connected now, so that it is tried again
 */
async function accountOf(house: House, team: string, person: PersonId): Promise<AccountRef | null> {
  const links = await linksOf(house.db, team, [person]);
  const link = links.find(({ platform }) => house.connections.has(platform));
  if (link === undefined && links.length > 0) throw new Error('No platform of theirs is connected.');
  return link ?? null;
}

/** Somebody has not answered: reminded by direct message, at an hour at which people are awake. */
export async function nudge(house: House, job: Job, asked: Jobs['nudge']): Promise<Date | undefined> {
  const { sheet, version, person } = asked;
  const shown = await lookAt(house, house.db, job.team, sheet, version);
  const party = shown?.version.parties.get(person);
  if (shown === undefined || party === undefined || agrees(party) || party.disputes) return;
  if (shown.standing !== 'open' && shown.standing !== 'disputed') return;
  if (isOvertaken(job.key, shown, person, house.now())) return;
  const to = await accountOf(house, job.team, person);
  if (to === null) return;
  const speaker = await speakerFor(house, job.team, to, shown.stored);
  const [{ hours } = { hours: null }] = await findPeople(house.db, job.team, [person]);
  const when = nextDecentTime(house.now(), speaker.timeZone, hours);
  if (when > house.now()) return when;
  const { t } = speaker;
  // Whoever agrees here has to see to what. A reaction here would not count: only messages of the room are followed.
  const { notices, buttons } = sheetMessage(shown, speaker, to);
  await direct(house, job, to, {
    tone: 'waiting',
    title: t(say.nudge, {
      title: shown.content.title,
      version: shown.stored.version,
      until: shown.stored.endsAt,
      zone: zoneWords(speaker),
    }),
    text: [...agreedTo(shown, speaker), t(say.nudgeNext, { version: shown.stored.version })],
    ...(notices === undefined ? {} : { notices }),
    ...(buttons === undefined ? {} : { buttons }),
  });
}

/** After a time away several reminders are due at once: the newest speaks for all. What was asked for by hand stands. */
function isOvertaken(key: string, { stored }: Shown, person: PersonId, now: Date): boolean {
  const { sheet, version, createdAt } = stored;
  const due = NUDGE_DAYS.filter((day) => createdAt.getTime() + day * DAY_MS <= now.getTime());
  return due.slice(0, -1).some((day) => key === nudgeKey(sheet, version, person, day));
}
