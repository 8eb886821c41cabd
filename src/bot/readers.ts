import { isTimeZone } from '../core/time-zones.ts';
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
  /** In the language last spoken with them, or else what is known without waiting: for words that leave at once. */
  guess(origin: Origin): Translate;
};

/** How long a platform's word on somebody's name, language and rights is believed. */
const PROFILE_MS = 10 * 60_000;
/** How long a space is believed to belong to its team: it may be joined to another one elsewhere. */
const TEAM_MS = 10_000;
/** How long a platform that gave no answer is left alone. */
const RETRY_MS = 30_000;
/** People that are remembered at a time. */
const MOST_KEPT = 20_000;

export function createReaders(parts: ReaderParts): Readers {
  const teams = new Map<string, { readonly team: Promise<string>; readonly until: number }>();
  const profiles = new Map<string, { readonly account: Account | null; readonly until: number }>();
  const spoken = new Map<string, Translate>();
  const zones = new Map<string, boolean>();
  const speak = speakers();

  async function teamOf(origin: Origin): Promise<string> {
    const key = keyOf(origin.platform, origin.space);
    const now = parts.now().getTime();
    const known = teams.get(key);
    if (known && known.until > now) return known.team;
    // Kept while it is under way, so that a slow database is asked once and not by everybody.
    const team = parts.openTeam(origin.platform, origin.space, origin.spaceName ?? null);
    keep(teams, key, { team, until: now + TEAM_MS });
    team.catch(() => teams.delete(key));
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
    keep(profiles, key, { account, until: now + (account ? PROFILE_MS : RETRY_MS) });
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

  /** A platform may name a zone that this machine has never heard of; to ask the machine takes its time. */
  function known(zone: string | null | undefined): string | undefined {
    if (zone === null || zone === undefined) return undefined;
    if (!zones.has(zone)) keep(zones, zone, isTimeZone(zone));
    return zones.get(zone) ? zone : undefined;
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
      const timeZone =
        own.timeZone ?? known(origin.timeZone) ?? known(account?.timeZone) ?? ofTeam.timeZone ?? 'UTC';
      const t = speak(locale, timeZone);
      keep(spoken, keyOf(origin.platform, origin.space, origin.account), t);
      return { asker: askerOf(origin, team, account), locale, timeZone, t };
    },
    guess(origin) {
      const last = spoken.get(keyOf(origin.platform, origin.space, origin.account));
      return last ?? speak(nearestLocale(origin.locale) ?? 'en', 'UTC');
    },
  };
}

/** As the newest; where there are too many, the oldest is forgotten. */
function keep<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key);
  const oldest = kept.keys().next();
  if (kept.size >= MOST_KEPT && !oldest.done) kept.delete(oldest.value);
  kept.set(key, value);
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
    admin: origin.admin ?? account?.admin ?? null,
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
