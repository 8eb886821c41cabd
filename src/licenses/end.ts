import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import { draftOf, type LicenseContent, lastDayOf } from '../core/licenses/content.ts';
import { readDay } from '../core/licenses/day.ts';
import { type Cap, missing } from '../core/licenses/license.ts';
import { readMade } from '../core/licenses/typed.ts';
import { must, UserError } from '../core/problem.ts';
import { askerPerson } from '../people/named.ts';
import { appendOne } from '../store/evidence.ts';
import { lockLicense, type StoredLicense, saveLicense } from '../store/licenses.ts';
import type { Db } from '../store/tables.ts';
import { lockTeam } from '../store/teams.ts';
import { inTransaction } from '../store/transaction.ts';
import { plain } from '../text/spans.ts';
import { findMeantLicense, mustBeOpenTo, mustBeTheirs } from './find.ts';
import { todayOf } from './read-input.ts';
import { say } from './say.ts';
import { levelOf, schedule } from './schedule.ts';
import { amountWords, noon } from './words.ts';

export type EndInput = {
  readonly license: string;
  readonly date?: string | undefined;
  readonly reason?: string | undefined;
};

/** `/license end`: its last day is that day, today unless it is said; its reminders are dropped. */
export async function endLicense(
  { license: typed, date, reason }: EndInput,
  context: Context,
): Promise<Reply> {
  const { t, locale } = context;
  const found = await findMeantLicense(typed, context, 'exactly');
  const today = todayOf(context);
  const on = date === undefined ? today : must(readDay(date, today));
  const { after, seq } = await change(
    found,
    context,
    (content) => ({ ...content, ended: { on, reason: reason ?? null } }),
    {
      type: 'license.ended',
      data: { license: found.id, on },
      sealed: { reason: reason ?? null },
    },
  );
  const { title } = after.asset;
  const isDraft = missing(draftOf(found.id, after)).length > 0;
  // It may have been over before the day that was typed.
  const values = { id: found.id, title, on: noon(lastDayOf(after) ?? on, context) };
  return {
    tone: 'good',
    title: t(isDraft ? say.endedDraft : say.ended, values),
    text: [...(isDraft ? [] : [t(say.endedNext)]), t(say.entry, { seq })],
    notices: [inLanguage(quickAnswers().education, locale)],
  };
}

export type CountInput = { readonly license: string; readonly made: string };

/** `/license count`: how much has been made in all, so that limits can be answered for. */
export async function countLicense({ license: typed, made }: CountInput, context: Context): Promise<Reply> {
  const { t } = context;
  const found = await findMeantLicense(typed, context, 'exactly');
  const counts = must(readMade(made));
  mustBeLimited(found, counts);
  const { after, seq } = await change(
    found,
    context,
    (content) => ({
      ...content,
      counts: { ...content.counts, ...Object.fromEntries(counts.map(({ of, most }) => [of, most])) },
    }),
    {
      type: 'license.counted',
      data: { license: found.id, counts: Object.fromEntries(counts.map(({ of, most }) => [of, most])) },
    },
  );
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
  readonly type: 'license.ended' | 'license.counted';
  readonly data: { readonly license: string } & Readonly<Record<string, string | Record<string, number>>>;
  readonly sealed?: Readonly<Record<string, string | null>>;
};

async function change(
  found: StoredLicense,
  { house, asker }: Context,
  changed: (content: LicenseContent) => LicenseContent,
  { type, data, sealed }: Event,
): Promise<{ readonly after: LicenseContent; readonly seq: number }> {
  const { team } = asker;
  const { id } = found;
  const done = await inTransaction(house.db, async (db: Db) => {
    await lockTeam(db, team);
    const held = await lockLicense(db, team, id);
    if (held === undefined) throw new UserError({ code: 'license.unknown', details: { typed: id } });
    // What is made until its last day counts, also once that day is known.
    const mayDo = type === 'license.counted' ? mustBeTheirs : mustBeOpenTo;
    await mayDo({ ...house, db }, asker, held);
    const by = (await askerPerson(house, db, asker)).person;
    const after = changed(held.content);
    await saveLicense(db, team, id, after);
    const { seq } = await appendOne(house.evidence, db, team, {
      type,
      subject: `license/${id}`,
      data: { ...data, by },
      ...(sealed === undefined ? {} : { sealed }),
    });
    await schedule(house, db, team, id, held.content, after);
    return { after, seq };
  });
  house.poke();
  return done;
}
