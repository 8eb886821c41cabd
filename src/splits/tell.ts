import type { House } from '../bot/command.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import { GiveUp } from '../bot/worker.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import type { JsonObject } from '../core/ledger/json.ts';
import { agrees } from '../core/ledger/sheet-state.ts';
import { UserError } from '../core/problem.ts';
import { isTimeZone } from '../core/time-zones.ts';
import type { Job } from '../store/jobs.ts';
import { type AccountRef, findPeople, linksOf } from '../store/people.ts';
import type { Locale } from '../text/locale.ts';
import { nearestLocale } from '../text/locale.ts';
import { code, plain, type Words } from '../text/spans.ts';
import { translator } from '../text/translate.ts';
import type { Jobs } from './ask.ts';
import { DISPUTE_NAMES } from './dispute-kinds.ts';
import { nextDecentTime } from './hours.ts';
import { say } from './say.ts';
import { lookAt, type Shown, sheetMessage } from './show.ts';
import { namesOf, type Speaker } from './words.ts';

/** Somebody who is spoken to alone: in their own language, in their own zone. */
export async function speakerFor(
  house: House,
  team: string,
  { platform, space, account }: AccountRef,
): Promise<Speaker> {
  const [own, ofTeam, profile] = await Promise.all([
    house.settings.ofAccount(platform, space, account),
    house.settings.ofTeam(team),
    house.connections
      .get(platform)
      ?.account(space, account)
      .catch(() => null),
  ]);
  const locale: Locale = own.language ?? nearestLocale(profile?.locale) ?? ofTeam.language ?? 'en';
  const theirs = profile?.timeZone;
  const timeZone =
    own.timeZone ?? (theirs && isTimeZone(theirs) ? theirs : undefined) ?? ofTeam.timeZone ?? 'UTC';
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
  const speaker = await speakerFor(house, job.team, to);
  await direct(house, job, to, asideOf(what, shown, speaker));
}

function asideOf(what: Jobs['tell']['what'], shown: Shown, { t }: Speaker): Reply {
  const { content, stored, standing, sheet, proposer } = shown;
  const { title } = content;
  const names = content.parties.map(({ name }) => name);
  switch (what) {
    case 'bystander':
      return { tone: 'plain', title: t(say.bystander, { title, names, proposer }) };
    case 'closed': {
      const newest = sheet.state.newest ?? stored.version;
      const why = standing === 'replaced' ? t(say.closedReplaced, { newest }) : t(say.closedEnded);
      return { tone: 'plain', title: t(say.closed, { title, version: stored.version, why }) };
    }
    case 'why':
      return {
        tone: 'waiting',
        title: t(say.why, { title, version: stored.version }),
        text: [t(say.whyNext, { proposer })],
        buttons: [
          { label: t(say.sayWhy), style: 'primary', press: pressOf('split', 'dispute', whichOf(stored)) },
          { label: t(say.proposeMine), press: pressOf('split', 'mine', whichOf(stored)) },
        ],
      };
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
  const speaker = await speakerFor(house, job.team, to);
  const line = shown.sheet.lines.find(({ entry }) => entry.seq === seq);
  const party = line?.entry.type === 'mark' ? line.entry.data.party : null;
  const name = (party === null ? undefined : namesOf(shown.content).get(party)) ?? '';
  await direct(house, job, to, noticeOf(asked.what, shown, speaker, name, line?.sealed ?? {}));
}

function noticeOf(
  what: Jobs['notify']['what'],
  { content, stored }: Shown,
  { t }: Speaker,
  name: string,
  said: JsonObject,
): Reply {
  const values = { title: content.title, version: stored.version, name };
  const next = (message: string, word: string): Words =>
    t(message, { ...values, command: code(`/split ${word} sheet: ${stored.sheet}`) });
  switch (what) {
    case 'disputed': {
      const reason = typeof said.reason === 'string' ? said.reason : null;
      const kind = DISPUTE_NAMES[String(said.kind)];
      const why =
        reason === null || kind === undefined ? [] : [t(say.tellReason, { kind: plain(t(kind)), reason })];
      return {
        tone: 'bad',
        title: t(say.tellDisputed, values),
        text: [...why, next(say.tellDisputedNext, 'revise')],
      };
    }
    case 'question':
      return {
        tone: 'caution',
        title: t(say.tellQuestion, values),
        text: [next(say.tellQuestionNext, 'amend')],
      };
    case 'lapsed':
      return {
        tone: 'bad',
        title: t(say.tellLapsed, values),
        text: [next(say.tellLapsedNext, 'revise')],
      };
    case 'not-posted':
      return {
        tone: 'bad',
        title: t(say.tellNotPosted, values),
        text: [next(say.tellNotPostedNext, 'post')],
      };
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
  const to = await accountOf(house, job.team, person);
  if (to === null) return;
  const speaker = await speakerFor(house, job.team, to);
  const [{ hours } = { hours: null }] = await findPeople(house.db, job.team, [person]);
  const when = nextDecentTime(house.now(), speaker.timeZone, hours);
  if (when > house.now()) return when;
  const { t } = speaker;
  const message = sheetMessage(shown, speaker, to);
  await direct(house, job, to, {
    ...message,
    tone: 'waiting',
    title: t(say.nudge, {
      title: shown.content.title,
      version: shown.stored.version,
      until: shown.stored.endsAt,
      zone: speaker.timeZone,
    }),
    text: [...(message.text ?? []), t(say.nudgeNext)],
  });
}
