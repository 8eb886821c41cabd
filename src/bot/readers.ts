import { type Locale, nearestLocale } from '../text/locale.ts';
import { type Translate, translator } from '../text/translate.ts';
import type { Account, Connection, Log, Origin } from './adapter.ts';
import type { Asker, Choices, Settings } from './command.ts';

/** Who reads the answer, and how to speak to them. */
export type Reader = {
  readonly asker: Asker;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly t: Translate;
};

export type ReaderParts = {
  readonly connections: ReadonlyMap<string, Connection>;
  readonly settings: Settings;
  readonly log: Log;
  now(): Date;
  openTeam(platform: string, space: string, name: string | null): Promise<string>;
};

export type Readers = {
  /** @throws when the team cannot be looked up: no answer is better than one under the wrong team */
  read(origin: Origin): Promise<Reader>;
  /** What is known without waiting: for words that have to leave at once. */
  guess(origin: Origin): Translate;
};

/** How long a platform's word on somebody's name, language and rights is believed. */
const PROFILE_MS = 10 * 60_000;
const MOST_PROFILES = 20_000;

export function createReaders(parts: ReaderParts): Readers {
  const teams = new Map<string, string>();
  const profiles = new Map<string, { readonly account: Account | null; readonly until: number }>();
  const speak = speakers();

  async function teamOf(origin: Origin): Promise<string> {
    const key = keyOf(origin.platform, origin.space);
    const known = teams.get(key);
    if (known !== undefined) return known;
    const team = await parts.openTeam(origin.platform, origin.space, origin.spaceName ?? null);
    teams.set(key, team);
    return team;
  }

  /** Asks the platform for what the event did not say; without an answer, people are still served. */
  async function profileOf(origin: Origin): Promise<Account | null> {
    if (isComplete(origin)) return null;
    const key = keyOf(origin.platform, origin.space, origin.account);
    const now = parts.now().getTime();
    const known = profiles.get(key);
    if (known && known.until > now) return known.account;
    const account = await askPlatform(origin);
    const oldest = profiles.keys().next();
    if (profiles.size >= MOST_PROFILES && !oldest.done) profiles.delete(oldest.value);
    profiles.delete(key);
    profiles.set(key, { account, until: now + (account ? PROFILE_MS : 30_000) });
    return account;
  }

  async function askPlatform(origin: Origin): Promise<Account | null> {
    try {
      return (await parts.connections.get(origin.platform)?.account(origin.space, origin.account)) ?? null;
    } catch (error) {
      parts.log.warn({ err: error, platform: origin.platform }, 'a profile could not be read');
      return null;
    }
  }

  return {
    async read(origin) {
      const [team, account, own] = await Promise.all([
        teamOf(origin),
        profileOf(origin),
        parts.settings.ofAccount(origin.platform, origin.space, origin.account),
      ]);
      const ofTeam = await parts.settings.ofTeam(team);
      const locale = chooseLocale(own, origin.locale ?? account?.locale, ofTeam);
      const timeZone = own.timeZone ?? origin.timeZone ?? account?.timeZone ?? ofTeam.timeZone ?? 'UTC';
      return { asker: askerOf(origin, team, account), locale, timeZone, t: speak(locale, timeZone) };
    },
    guess(origin) {
      const account = profiles.get(keyOf(origin.platform, origin.space, origin.account))?.account;
      return speak(nearestLocale(origin.locale ?? account?.locale) ?? 'en', 'UTC');
    },
  };
}

function keyOf(...ids: readonly string[]): string {
  return ids.join('\n');
}

function isComplete(origin: Origin): boolean {
  const { name, locale, admin } = origin;
  return name !== undefined && locale !== undefined && admin !== undefined;
}

function chooseLocale(own: Choices, platform: string | null | undefined, ofTeam: Choices): Locale {
  return own.language ?? nearestLocale(platform) ?? ofTeam.language ?? 'en';
}

function askerOf(origin: Origin, team: string, account: Account | null): Asker {
  const { platform, space, channel, thread, account: id } = origin;
  return {
    platform,
    team,
    space,
    channel,
    account: id,
    name: origin.name ?? account?.name ?? id,
    admin: origin.admin ?? account?.admin ?? false,
    ...(thread === undefined ? {} : { thread }),
  };
}

/** Formatters cost more than the words they make: one translator for each language and zone, kept. */
function speakers(): (locale: Locale, timeZone: string) => Translate {
  const kept = new Map<string, Translate>();
  return (locale, timeZone) => {
    const key = keyOf(locale, timeZone);
    const known = kept.get(key) ?? translator(locale, timeZone);
    kept.set(key, known);
    return known;
  };
}
