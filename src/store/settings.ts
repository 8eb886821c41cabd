import type { Keyv } from 'keyv';
import { z } from 'zod';
import { isTimeZone } from '../core/time-zones.ts';
import { inBatches } from './batches.ts';
import { openKeyv } from './keyv.ts';
import { findSpace } from './spaces.ts';
import type { Db } from './tables.ts';

/** What has been chosen; what has not is left out, and the next wider choice applies. */
export type Choices<Language extends string> = {
  readonly language?: Language;
  readonly timeZone?: string;
  /** Of a team: on how many days before a release people are reminded, as `28,14,7`; empty for none. */
  readonly reminders?: string;
  /** Of a team: its own numbers of days for published lead times, as `plan=35,spotify.pitch=10`. */
  readonly leadDays?: string;
};

/** What is to be chosen from now on; null takes a choice back, and what is left out stays as it is. */
export type Changes<Language extends string> = {
  readonly [Name in keyof Choices<Language>]: Choices<Language>[Name] | null;
};

/** Spaces and accounts go by their platform's own ids, teams by ours. */
export type Settings<Language extends string> = {
  ofTeam(team: string): Promise<Choices<Language>>;
  ofAccount(platform: string, space: string, account: string): Promise<Choices<Language>>;
  /** Saves or forgets what is given and leaves the rest. @throws ZodError for a language or time zone that we do not know */
  saveTeam(team: string, changes: Changes<Language>): Promise<void>;
  /** As `saveTeam`. @throws when the space was never opened with `findOrCreateSpace` */
  saveAccount(platform: string, space: string, account: string, changes: Changes<Language>): Promise<void>;
};

export type SettingsOptions<Language extends string> = {
  /** Those that can be chosen. */
  readonly languages: readonly Language[];
  readonly now: () => Date;
};

/** They are read for every command, and changed once in a month. */
const KEPT_MS = 10_000;
const MOST_KEPT = 10_000;

/**
 * The settings of teams and accounts.
 *
 * A choice holds at once in the process that saved it, and within 10 seconds in any other.
 *
 * Each choice is a value of its own, so that two people who change two choices at once both get what they asked
 * for. A value that an earlier version saved and this one does not know counts as not chosen.
 */
export function openSettings<Language extends string>(
  db: Db,
  { languages, now }: SettingsOptions<Language>,
): Settings<Language> {
  const schema = z.object({
    language: z.enum(languages as readonly [Language, ...Language[]]).optional(),
    timeZone: z.string().refine(isTimeZone).optional(),
    reminders: z
      .string()
      .regex(/^(?:\d{1,3}(?:,\d{1,3})*)?$/)
      .optional(),
    leadDays: z
      .string()
      .regex(/^[a-z0-9.-]+=\d{1,3}(?:,[a-z0-9.-]+=\d{1,3})*$/)
      .optional(),
  });

  const valuesOf = (teamId: string) => openKeyv<string>(db, { teamId, namespace: 'settings', now });
  const kept = new Map<string, { readonly choices: Choices<Language>; readonly untilMs: number }>();
  /** Asked for and not answered yet, so that a slow database is asked once and not by everybody. */
  const asked = new Map<string, Promise<Choices<Language>>>();
  const readers = new Map<string, (whose: string) => Promise<Choices<Language>>>();
  const teams = new Map<string, { readonly team: Promise<string | undefined>; readonly untilMs: number }>();
  let saves = 0;

  async function keep(key: string, read: () => Promise<Choices<Language>>): Promise<Choices<Language>> {
    const known = kept.get(key);
    if (known && known.untilMs > now().getTime()) return known.choices;
    const underWay = asked.get(key);
    if (underWay) return underWay;
    const reading = readAndKeep(key, read).finally(() => {
      if (asked.get(key) === reading) asked.delete(key);
    });
    asked.set(key, reading);
    return reading;
  }

  async function readAndKeep(
    key: string,
    read: () => Promise<Choices<Language>>,
  ): Promise<Choices<Language>> {
    const savesBefore = saves;
    const choices = await read();
    // What was read while somebody saved may be from before.
    if (saves !== savesBefore) return choices;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, { choices, untilMs: now().getTime() + KEPT_MS });
    return choices;
  }

  const names = Object.keys(schema.shape) as (keyof typeof schema.shape)[];

  /** What many ask of one team while the database is busy is one question. */
  function read(teamId: string, whose: string): Promise<Choices<Language>> {
    const reader = readers.get(teamId) ?? inBatches((all: readonly string[]) => readAll(teamId, all));
    readers.set(teamId, reader);
    return reader(whose);
  }

  async function readAll(teamId: string, all: readonly string[]): Promise<readonly Choices<Language>[]> {
    const keys = all.flatMap((whose) => names.map((name) => `${whose}:${name}`));
    const found = await valuesOf(teamId).getMany(keys);
    return all.map((_, index) => choicesFrom(found.slice(index * names.length)));
  }

  function choicesFrom(found: readonly (string | undefined)[]): Choices<Language> {
    const known = names.flatMap((name, index) => {
      const value = found[index];
      return value !== undefined && schema.shape[name].safeParse(value).success ? [[name, value]] : [];
    });
    return Object.fromEntries(known) as Choices<Language>;
  }

  function teamOf(platform: string, space: string): Promise<string | undefined> {
    const key = accountKey(platform, space);
    const known = teams.get(key);
    if (known && known.untilMs > now().getTime()) return known.team;
    const team = findSpace(db, { platform, platformSpaceId: space }).then((found) => {
      // A space that nobody opened yet may be opened in the next moment.
      if (!found) teams.delete(key);
      return found?.teamId;
    });
    if (teams.size >= MOST_KEPT) teams.clear();
    teams.set(key, { team, untilMs: now().getTime() + KEPT_MS });
    team.catch(() => teams.delete(key));
    return team;
  }

  async function save(values: Keyv<string>, whose: string, changes: Changes<Language>): Promise<void> {
    const given = Object.entries(changes);
    const chosen = schema.parse(Object.fromEntries(given.filter(([, value]) => value !== null)));
    const forgotten = given.flatMap(([name, value]) => (value === null ? [`${whose}:${name}`] : []));
    const saved = Object.entries(chosen).filter(([, value]) => value !== undefined);
    await values.setMany(saved.map(([name, value]) => ({ key: `${whose}:${name}`, value: String(value) })));
    await values.deleteMany(forgotten);
    saves++;
    kept.clear();
    // Whoever asks from now on is not given an answer from before.
    asked.clear();
  }

  return {
    ofTeam: (team) => keep(`team:${team}`, () => read(team, 'team')),
    saveTeam: (team, changes) => save(valuesOf(team), 'team', changes),
    ofAccount(platform, space, account) {
      const key = accountKey(platform, space, account);
      return keep(key, async () => {
        const team = await teamOf(platform, space);
        return team === undefined ? {} : await read(team, key);
      });
    },
    async saveAccount(platform, space, account, changes) {
      const found = await findSpace(db, { platform, platformSpaceId: space });
      if (!found) throw new Error('The settings of an account need its space to be opened first.');
      await save(valuesOf(found.teamId), accountKey(platform, space, account), changes);
    },
  };
}

/** JSON, so that no id can be written in a way that makes it another one. */
function accountKey(...ids: readonly string[]): string {
  return `account:${JSON.stringify(ids)}`;
}
