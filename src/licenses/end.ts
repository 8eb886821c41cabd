import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import { type Day, readDay } from '../core/day.ts';
import type { Meeting } from '../core/licenses/check.ts';
import { draftOf, type LicenseContent, lastDayOf } from '../core/licenses/content.ts';
import { type Cap, missing } from '../core/licenses/license.ts';
import { readMade } from '../core/licenses/typed.ts';
import { must, UserError } from '../core/problem.ts';
import { askerPerson } from '../people/named.ts';
import { withEnglish } from '../rights/translated.ts';
import { appendOne } from '../store/evidence.ts';
import { lockLicense, type StoredLicense, saveLicense } from '../store/licenses.ts';
import type { Db } from '../store/tables.ts';
import { lockTeam } from '../store/teams.ts';
import { inTransaction } from '../store/transaction.ts';
import { code, plain } from '../text/spans.ts';
import { conflictLines, refusedReply } from './conflict-words.ts';
import { findMeantLicense, mustBeTheirs } from './find.ts';
import { mustBeFree, Refused } from './free.ts';
import { isNone, todayOf } from './read-input.ts';
import { say } from './say.ts';
import { levelOf, schedule } from './schedule.ts';
import { stateOf } from './show.ts';
import { amountWords } from './words.ts';

export type EndInput = {
  readonly license: string;
  readonly date?: string | undefined;
  readonly reason?: string | undefined;
};

/** What is to become of an end. `day`: the last one, `none` to take the end back; null where nobody said. */
type EndAsked = { readonly day: Day | 'none' | null; readonly reason: string | null; readonly today: Day };

/**
 * `/license end`: its last day is that day, today unless it is said; its reminders are dropped. Of one that was ended,
 * the day or the reason is corrected, and `none` takes the end back. A longer term is refused like a new license, where
 * somebody else was given the same alone meanwhile.
 */
export async function endLicense(
  { license: typed, date, reason }: EndInput,
  context: Context,
): Promise<Reply> {
  const found = await findMeantLicense(typed, context, 'exactly');
  const today = todayOf(context);
  const day = date === undefined ? null : isNone(date) ? 'none' : must(readDay(date, today));
  const asked = { day, reason: reason ?? null, today };
  try {
    return endReply(await change(found, context, (held) => endOf(held, asked)), context);
  } catch (error) {
    if (error instanceof Refused) return refusedReply(error.conflicts, context);
    throw error;
  }
}

/** @throws UserError `license.not-ended`, and `license.ended-already` where nothing new was said */
function endOf({ id, content }: StoredLicense, { day, reason, today }: EndAsked): Change {
  const { ended } = content;
  const data = { license: id, ...(ended === null ? {} : { before: ended.on }) };
  if (day === 'none') {
    if (ended === null) throw new UserError({ code: 'license.not-ended', details: { id } });
    const event = { type: 'license.resumed', data, sealed: { reason } } as const;
    return { after: { ...content, ended: null }, event, isLonger: true };
  }
  // Whoever ends it again without a day may not know that it was ended.
  const typed = {
    ...content,
    ended: { on: day ?? ended?.on ?? today, reason: reason ?? ended?.reason ?? null },
  };
  // It may have been over before the day that was typed.
  const on = lastDayOf(typed) ?? typed.ended.on;
  if (ended !== null && ended.on === on && ended.reason === typed.ended.reason) {
    throw new UserError({ code: 'license.ended-already', details: { id, on } });
  }
  const event = {
    type: 'license.ended',
    data: { ...data, on },
    sealed: { reason: typed.ended.reason },
  } as const;
  return {
    after: { ...content, ended: { ...typed.ended, on } },
    event,
    isLonger: ended !== null && on > ended.on,
  };
}

function endReply({ id, before, after, seq, met }: Changed, context: Context): Reply {
  const { t, locale } = context;
  const { state } = stateOf(id, after, context);
  const isDraft = missing(draftOf(id, after)).length > 0;
  const values = { id, title: after.asset.title, state, on: after.ended?.on ?? '' };
  const day = before.ended === null ? say.ended : say.endCorrected;
  const back = code(`/license end ${id} date: none`);
  const command = code(`/license end ${id} date: …`);
  const entry = t(say.entry, { seq });
  return withEnglish(
    {
      tone: met.length > 0 ? 'caution' : 'good',
      list: conflictLines(met, context),
      ...(after.ended === null
        ? { title: t(isDraft ? say.draftTakenUp : say.endTakenBack, values), text: [entry] }
        : {
            title: t(isDraft ? say.endedDraft : day, values),
            text: isDraft
              ? [entry, t(say.droppedWrong, { back })]
              : [t(say.endedNext), entry, t(say.endedWrong, { command, back })],
          }),
      notices: [inLanguage(quickAnswers().education, locale)],
    },
    context,
  );
}

export type CountInput = { readonly license: string; readonly made: string };

/** `/license count`: how much has been made in all, so that limits can be answered for. */
export async function countLicense(
  { license: typed, made: said }: CountInput,
  context: Context,
): Promise<Reply> {
  const { t } = context;
  const found = await findMeantLicense(typed, context, 'exactly');
  const counts = must(readMade(said));
  const made = Object.fromEntries(counts.map(({ of, most }) => [of, most]));
  mustBeLimited(found, counts);
  const { after, seq } = await change(found, context, ({ id, content }) => ({
    after: { ...content, counts: { ...content.counts, ...made } },
    event: { type: 'license.counted', data: { license: id, counts: made } },
    isLonger: false,
  }));
  const caps = (after.caps ?? []).filter(({ of }) => after.counts[of] !== undefined);
  const levels = caps.map((cap) => levelOf(cap, after));
  const tone = levels.includes(100) ? 'bad' : levels.includes(80) ? 'caution' : 'good';
  return {
    tone,
    title: t(say.counted, { id: found.id, title: after.asset.title, made: wordsOf(counts, context) }),
    list: caps.map((cap) => ({ tone: toneOf(cap, after), text: capLine(cap, after, context) })),
    text: [t(say.entry, { seq })],
  };
}

function toneOf(cap: Cap, content: LicenseContent): 'good' | 'caution' | 'bad' {
  const level = levelOf(cap, content);
  return level === null ? 'good' : level === 100 ? 'bad' : 'caution';
}

/** `8,200 of 10,000 copies: 1,800 are left` */
export function capLine(
  cap: Cap,
  { counts }: LicenseContent,
  speaker: Pick<Context, 't' | 'locale' | 'timeZone'>,
) {
  const made = counts[cap.of] ?? 0;
  const limit = amountWords(cap, speaker);
  const left = cap.most - made;
  return speaker.t(left > 0 ? say.capLeft : say.capReached, { made, limit, left: Math.abs(left) });
}

function wordsOf(counts: readonly Cap[], context: Context): readonly string[] {
  return counts.map((count) => plain(amountWords(count, context)));
}

/** @throws UserError `license.no-caps` where the license is known not to count it */
function mustBeLimited({ id, content }: StoredLicense, counts: readonly Cap[]): void {
  if (content.caps === null) return;
  const stray = counts.find(({ of }) => !content.caps?.some((cap) => cap.of === of));
  if (stray !== undefined) throw new UserError({ code: 'license.no-caps', details: { of: stray.of, id } });
}

type Event = {
  readonly type: 'license.ended' | 'license.resumed' | 'license.counted';
  readonly data: { readonly license: string } & Readonly<Record<string, string | Record<string, number>>>;
  readonly sealed?: Readonly<Record<string, string | null>>;
};

type Change = {
  readonly after: LicenseContent;
  readonly event: Event;
  /** Whether it holds on days on which it did not hold before. */
  readonly isLonger: boolean;
};

type Changed = {
  readonly id: string;
  readonly before: LicenseContent;
  readonly after: LicenseContent;
  readonly seq: number;
  /** What it meets on its new days, and is kept beside. */
  readonly met: readonly Meeting[];
};

async function change(
  { id }: StoredLicense,
  { house, asker }: Context,
  changeOf: (held: StoredLicense) => Change,
): Promise<Changed> {
  const { team } = asker;
  const done = await inTransaction(house.db, async (db: Db) => {
    await lockTeam(db, team);
    const held = await lockLicense(db, team, id);
    if (held === undefined) throw new UserError({ code: 'license.unknown', details: { typed: id } });
    // What is made until its last day counts, also once that day is known.
    await mustBeTheirs({ ...house, db }, asker, held);
    const { after, event, isLonger } = changeOf(held);
    const met = isLonger ? await mustBeFree(db, team, after.asset, draftOf(id, after)) : [];
    const by = (await askerPerson(house, db, asker)).person;
    await saveLicense(db, team, id, after);
    const { type, data, sealed } = event;
    const { seq } = await appendOne(house.evidence, db, team, {
      type,
      subject: `license/${id}`,
      data: { ...data, by },
      ...(sealed === undefined ? {} : { sealed }),
    });
    await schedule(house, db, team, id, held.content, after);
    return { id, before: held.content, after, seq, met };
  });
  house.poke();
  return done;
}
