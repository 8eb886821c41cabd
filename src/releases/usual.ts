import type { Suggestion } from '../bot/adapter.ts';
import type { Context, House } from '../bot/command.ts';
import { mustBeAllowed } from '../bot/permissions.ts';
import type { Reply } from '../bot/reply.ts';
import { type LeadTime, leadTimes } from '../core/data/lead-times.ts';
import { inLanguage } from '../core/data/localized.ts';
import type { Day } from '../core/day.ts';
import { UserError } from '../core/problem.ts';
import { type LeadAdvice, leadAdvice, type Overrules } from '../core/releases/lead-times.ts';
import { USUAL_REMINDER_DAYS } from '../core/releases/release.ts';
import { todayOf } from '../licenses/read-input.ts';
import { listReleases, lockRelease } from '../store/releases.ts';
import { openSettings } from '../store/settings.ts';
import { lockTeam } from '../store/teams.ts';
import { inTransaction } from '../store/transaction.ts';
import { locales } from '../text/locale.ts';
import { plain } from '../text/spans.ts';
import { readReminders } from './read-input.ts';
import { say } from './say.ts';
import { schedule, usualDays, usualDaysNow } from './schedule.ts';
import { listedDays } from './words.ts';

const MOST_RELEASES = 5000;
const MOST_SUGGESTED = 25;
const MOST_DAYS = 365;

export type UsualInput = {
  readonly reminders?: string | undefined;
  readonly lead?: string | undefined;
  readonly days?: string | undefined;
};

/** By when what has to be done for a release of that day, with the team's own numbers in place of published ones. */
export async function adviceFor(day: Day, { house, asker }: Context): Promise<LeadAdvice> {
  return leadAdvice(day, { overrules: await overrulesOf(house, asker.team) });
}

/** Those of entries that are gone are passed over. */
async function overrulesOf({ settings }: Pick<House, 'settings'>, team: string): Promise<Overrules> {
  const { leadDays = '' } = await settings.ofTeam(team);
  return readOverrules(leadDays);
}

function readOverrules(text: string): Readonly<Record<string, number>> {
  const pairs = text.split(',').flatMap((pair) => {
    const [id = '', days] = pair.split('=');
    return days === undefined ? [] : [[id, Number(days)] as const];
  });
  return Object.fromEntries(pairs);
}

/**
 * `/release usual`: what holds for every release of the team that says nothing else. Without options it is shown.
 *
 * @throws UserError `permission.*`, `release.reminders`, `release.lead`, `release.lead-days`
 */
export async function usualOf(input: UsualInput, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { reminders, lead, days } = input;
  const isChange = reminders !== undefined || lead !== undefined || days !== undefined;
  if (isChange) mustBeAllowed('admin', asker);
  // Both are read before either is kept.
  const ofReminders = reminders === undefined ? undefined : readReminders(reminders);
  const ofLead =
    lead === undefined && days === undefined ? undefined : await readLead(lead ?? '…', days ?? '…', context);
  if (ofReminders !== undefined) await setReminders(ofReminders, context);
  if (ofLead !== undefined) await house.settings.saveTeam(asker.team, { leadDays: ofLead });
  const usual = await usualDays(house, asker.team);
  const overrules = await overrulesOf(house, asker.team);
  return {
    tone: isChange ? 'good' : 'plain',
    title: t(isChange ? say.usualSaved : say.usualShown),
    facts: [
      {
        label: t(say.labelReminders),
        value: usual.length === 0 ? t(say.noReminders) : t(say.usualReminders, listedDays(usual)),
      },
      ...Object.entries(overrules).map(([id, count]) => ({
        label: nameOf(id, context),
        value: t(say.usualLead, { days: count }),
      })),
    ],
    text: [t(say.usualNext)],
  };
}

/** The reminders of every release to come move along, in the transaction that sets the days. */
async function setReminders(
  read: readonly number[] | null,
  { house, asker, ...context }: Context,
): Promise<void> {
  const { team } = asker;
  const usual = read ?? USUAL_REMINDER_DAYS;
  const change = { reminders: read === null ? null : read.join(',') };
  await inTransaction(house.db, async (db) => {
    await lockTeam(db, team);
    const before = await usualDaysNow(house, db, team);
    await openSettings(db, { languages: locales, now: house.now }).saveTeam(team, change);
    const page = { which: 'coming' as const, today: todayOf(context), limit: MOST_RELEASES };
    for (const { id } of await listReleases(db, team, page)) {
      const release = await lockRelease(db, team, id);
      if (release === undefined || release.content.reminderDays !== null) continue;
      await schedule(house, db, team, release, release, usual, before);
    }
  });
  // What is remembered of the settings here is from before.
  await house.settings.saveTeam(team, change);
  house.poke();
}

/** The numbers of the team with this one, as they are kept. @throws UserError `release.lead`, `release.lead-days` */
async function readLead(typed: string, days: string, { house, asker }: Context): Promise<string | null> {
  const id = typed.trim().toLowerCase();
  if (!idsOf().includes(id)) throw new UserError({ code: 'release.lead', details: { typed } });
  const own = { ...readOverrules((await house.settings.ofTeam(asker.team)).leadDays ?? '') };
  const text = days.normalize('NFKC').trim();
  if (text === '-') delete own[id];
  else if (/^\d{1,3}$/.test(text) && Number(text) <= MOST_DAYS) own[id] = Number(text);
  else throw new UserError({ code: 'release.lead-days', details: { typed: days, mostDays: MOST_DAYS } });
  const pairs = Object.entries(own).map(([one, count]) => `${one}=${count}`);
  return pairs.length === 0 ? null : pairs.join(',');
}

function idsOf(): readonly string[] {
  const { plan, entries } = leadTimes();
  return [plan.usual.id, plan.longer.id, ...entries.map(({ id }) => id)];
}

/** What a figure is about: the store or distributor, and what is to be done. */
function nameOf(id: string, { t, locale }: Pick<Context, 't' | 'locale'>): string {
  const { entries, stores } = leadTimes();
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined) return plain(t(id === 'plan' ? say.leadPlanName : say.leadLongerName));
  const store = stores.find((one) => one.id === entry.store);
  const whose = store === undefined ? (entry.via ?? '') : inLanguage(store.name, locale);
  return plain(t(say.leadName, { store: whose, what: plain(whatWords(entry, t)) }));
}

/** Deliver, pitch, change: names of choices in messages are letters alone. */
export function whatWords({ what }: Pick<LeadTime, 'what'>, t: Context['t']): ReturnType<Context['t']> {
  return t(say.leadWhat, { what: what.replaceAll('-', '') });
}

export async function suggestLead(typed: string, context: Context): Promise<readonly Suggestion[]> {
  const wanted = typed.trim().toLowerCase();
  return idsOf()
    .map((value) => ({ value, label: nameOf(value, context) }))
    .filter(({ value, label }) => value.includes(wanted) || label.toLowerCase().includes(wanted))
    .slice(0, MOST_SUGGESTED);
}
