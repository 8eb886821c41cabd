import type { webApi } from '@slack/bolt';
import type { Account } from '../../bot/adapter.ts';
import { accountOf, type SlackUser } from './accounts.ts';
import { toUserError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { paced } from './pace.ts';

/** The people of each space by their names, so that `@bo` in a typed line is somebody. */
export type Directory = {
  /** @throws UserError `platform.*` when Slack does not say who there is */
  named(space: string, name: string): Promise<readonly Account[]>;
};

const KEPT_MS = 10 * 60_000;
/** Somebody may have joined or changed their name since; but a name that nobody has is asked for again and again. */
const MISS_MS = 30_000;

type People = ReadonlyMap<string, readonly Account[]>;
type Kept = { readonly at: number; readonly people: Promise<People> };

export function createDirectory(client: webApi.WebClient, now: () => Date): Directory {
  const kept = new Map<string, Kept>();

  /** What was read within this time, or else what is read now. */
  function recent(space: string, withinMs: number): Kept {
    const known = kept.get(space);
    if (known !== undefined && now().getTime() - known.at < withinMs) return known;
    const reading = { at: now().getTime(), people: readPeople(client, space) };
    kept.set(space, reading);
    reading.people.catch(() => {
      if (kept.get(space) === reading) kept.delete(space);
    });
    return reading;
  }

  return {
    async named(space, name) {
      const wanted = comparable(name);
      const found = (await recent(space, KEPT_MS).people).get(wanted);
      return found ?? (await recent(space, MISS_MS).people).get(wanted) ?? [];
    },
  };
}

/** Everybody who is there, by display name, real name and handle. */
async function readPeople(client: webApi.WebClient, space: string): Promise<People> {
  const people = new Map<string, Account[]>();
  const [organization = '', team] = space.split('.');
  // An organization as a whole has no list of people; Slack wants to be told a workspace.
  if (team === undefined && organization.startsWith('E')) return people;
  const where = team === undefined ? {} : { team_id: team };
  let cursor: string | undefined;
  do {
    const from = cursor === undefined ? {} : { cursor };
    const page = await paced(() =>
      client.users.list({ limit: LIMITS.peoplePage, include_locale: true, ...where, ...from }),
    ).catch((error: unknown) => {
      throw toUserError(error);
    });
    for (const user of page.members ?? []) {
      if (user.id === undefined || user.deleted === true) continue;
      const account = accountOf(team ?? organization, user.id, user);
      for (const name of namesOf(user)) people.set(name, [...(people.get(name) ?? []), account]);
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return people;
}

function namesOf({ name, real_name: real, profile }: SlackUser): ReadonlySet<string> {
  const names = [profile?.display_name, profile?.real_name, real, name];
  return new Set(names.flatMap((one) => (one ? [comparable(one)] : [])));
}

function comparable(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
