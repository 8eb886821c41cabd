import type { Context } from '../bot/command.ts';
import { homeOf } from '../bot/home.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { daysBetween } from '../core/day.ts';
import { UserError } from '../core/problem.ts';
import type { Plan } from '../core/releases/lead-times.ts';
import { type Reminder, remindersOf } from '../core/releases/reminders.ts';
import { dayIn } from '../core/time-zones.ts';
import { takePending } from '../places/pending.ts';
import { placesFor } from '../places/places.ts';
import { findItems } from '../store/catalog-items.ts';
import { remindersSaid } from '../store/release-reminders.ts';
import type { KeptRelease } from '../store/releases.ts';
import { code, plain, type Text } from '../text/spans.ts';
import { type Changed, planRelease } from './change.ts';
import { titleOfRelease } from './find.ts';
import { type ReleaseInput, readInput, type Said } from './read-input.ts';
import { say } from './say.ts';
import { usualDays } from './schedule.ts';
import { shownFacts } from './show.ts';
import { adviceFor } from './usual.ts';
import { type Speaker, speakerFor } from './words.ts';

/** What was asked and is answered by a press: the key of the question, and the countries. */
export type Confirmed = { readonly pending: string; readonly countries: readonly string[] };

/**
 * `/release new`: a release is kept with what is known of it; what is missing is named by its status.
 *
 * @throws UserError `release.*`, `catalog.*`, `license.day`, `assign.*`, and what the check of a barcode says
 */
export async function newRelease(
  input: ReleaseInput,
  context: Context,
  confirmed?: Confirmed,
): Promise<Reply> {
  const { house } = context;
  const said = await readInput(input, context);
  const { title, day } = said;
  if (title === undefined) throw new UserError({ code: 'release.title-missing', details: {} });
  if (day === undefined) throw new UserError({ code: 'release.day-missing', details: {} });
  const placed =
    input.places === undefined
      ? null
      : await placesFor(
          input.places,
          confirmed?.countries,
          // The day as it is read now: `+30d` is another one when the button is pressed tomorrow.
          {
            command: 'new',
            input: { ...input, date: day },
            press: (key) => pressOf('release', 'places', key),
          },
          context,
        );
  if (placed?.kind === 'reply') return placed.reply;
  const home = await homeOf(context);
  const artist = said.artist === undefined ? await artistOf(said.tracks ?? [], context) : said.artist;
  const changed = await planRelease(
    context,
    (person): KeptRelease => ({
      ...{ title, day, latin: said.latin ?? null, artist },
      ...{ timeZone: said.timeZone ?? home.timeZone, tracks: said.tracks ?? [] },
      ...{ territories: placed?.set ?? null, places: input.places ?? null },
      ...{ reminderDays: said.reminderDays ?? null, home: { ...home, person } },
    }),
    {
      ...upcOf(said),
      event: 'planned',
      async also(db) {
        if (confirmed === undefined) return;
        await takePending(house, db, context.asker.team, confirmed.pending);
      },
    },
  );
  const { after } = changed;
  const speaker = speakerFor(after, context);
  const { t } = speaker;
  return {
    tone: 'good',
    title: t(say.planned, { title: titleOfRelease(after.content), day }),
    facts: await shownFacts(after, context),
    text: [
      ...(placed?.remarks ?? []),
      ...(await comingLines(changed, context)),
      ...(await planLines(after.content, speaker, context)),
      t(say.entry, { seq: changed.seq }),
      t(say.nextStatus, { command: code(`/release status ${after.id}`) }),
    ],
    buttons: [
      { label: t(say.statusButton), style: 'primary', press: pressOf('release', 'status', after.id) },
      { label: t(say.calendarButton), press: pressOf('release', 'calendar', after.id) },
    ],
  };
}

/** The main artist of all its tracks, where they have one between them. */
async function artistOf(tracks: readonly string[], { house, asker }: Context): Promise<string | null> {
  const found = await findItems(house.db, asker.team, 'recording', tracks);
  const [artist = null, second] = new Set(found.map(({ content }) => content.mainArtist));
  return second === undefined ? artist : null;
}

export function upcOf({ upc }: Said): { readonly upc?: NonNullable<Said['upc']> | null } {
  return upc === undefined ? {} : { upc };
}

/** Which reminder comes next, and which come no more because their time had passed when they were asked for. */
export async function comingLines(
  { before, after }: Pick<Changed, 'before' | 'after'>,
  context: Context,
): Promise<readonly Text[]> {
  const { house, asker, now } = context;
  const { team } = asker;
  const { content, id } = after;
  const { day, timeZone } = content;
  const speaker = speakerFor(after, context);
  const { t } = speaker;
  if (daysBetween(dayIn(now, timeZone), day) < 0) {
    return [t(say.inPast, { command: code(`/release date ${id} …`) })];
  }
  const usual = await usualDays(house, team);
  const said = await remindersSaid(house.db, team, { release: id, day });
  const all = remindersOf(content, usual).filter(
    (one) => !said.some(({ daysBefore, state }) => daysBefore === one.daysBefore && state !== 'missed'),
  );
  const coming = all.find(({ due }) => due > now);
  // One that was asked for before is none of those: it was said, or is about to be.
  const asked = new Set(before === null ? [] : remindersOf(before.content, usual).map(momentOf));
  const passed = all.filter((one) => one.due <= now && !asked.has(momentOf(one)));
  const days = passed.map(({ daysBefore }) => String(daysBefore));
  return [
    ...(days.length === 0 ? [] : [t(say.passed, { days, count: days.length })]),
    coming === undefined ? t(say.noReminder) : t(say.nextReminder, { when: coming.due, zone: timeZone }),
  ];
}

function momentOf({ daysBefore, due }: Reminder): string {
  return `${daysBefore}:${due.getTime()}`;
}

/** When to deliver, where there is less time than the plan asks for. */
async function planLines({ day }: KeptRelease, speaker: Speaker, context: Context): Promise<readonly Text[]> {
  const { t, timeZone } = speaker;
  const left = daysBetween(dayIn(context.now, timeZone), day);
  const { plan } = await adviceFor(day, context);
  if (left < 0 || left >= plan.days) return [];
  return [t(say.shortPlan, { days: left, plan: plan.days, source: planSource(plan, speaker) })];
}

/** Why it is that many days: what the list says, or that the team has said so. */
export function planSource({ figure, certainty }: Plan, { t, locale }: Speaker): string {
  return certainty === 'team' ? plain(t(say.leadOwn)) : inLanguage(figure.reason, locale);
}
