import type { Keyv } from 'keyv';
import { z } from 'zod';
import { isTimeZone } from '../core/time-zones.ts';
import { openKeyv } from './keyv.ts';
import { findSpace } from './spaces.ts';
import type { Db } from './tables.ts';

/** What has been chosen; what has not is left out, and the next wider choice applies. */
export type Choices<Language extends string> = { readonly language?: Language; readonly timeZone?: string };

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
  });

  const valuesOf = (teamId: string) => openKeyv<string>(db, { teamId, namespace: 'settings', now });
  const kept = new Map<string, { readonly choices: Choices<Language>; readonly untilMs: number }>();
  /** Asked for and not answered yet, so that a slow database is asked once and not by everybody. */
  const asked = new Map<string, Promise<Choices<Language>>>();
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

  async function read(values: Keyv<string>, whose: string): Promise<Choices<Language>> {
    const names = Object.keys(schema.shape) as (keyof typeof schema.shape)[];
    const found = await values.getMany(names.map((name) => `${whose}:${name}`));
    const known = names.flatMap((name, index) => {
      const value = found[index];
      return value !== undefined && schema.shape[name].safeParse(value).success ? [[name, value]] : [];
    });
    return Object.fromEntries(known) as Choices<Language>;
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
    ofTeam: (team) => keep(`team:${team}`, () => read(valuesOf(team), 'team')),
    saveTeam: (team, changes) => save(valuesOf(team), 'team', changes),
    ofAccount(platform, space, account) {
      const key = accountKey(platform, space, account);
      return keep(key, async () => {
        const found = await findSpace(db, { platform, platformSpaceId: space });
        return found ? await read(valuesOf(found.teamId), key) : {};
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
