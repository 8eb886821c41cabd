import type { PlatformEvent } from '../bot/adapter.ts';
import type { House } from '../bot/command.ts';
import type { MessagePlace } from '../core/ledger/entry-types.ts';
import { markOf } from '../core/marks.ts';
import { findMessage, livingMessages, setGone } from '../store/sheets.ts';
import { findSpace, listSpaces } from '../store/spaces.ts';
import { inTransaction } from '../store/transaction.ts';
import { again, once } from './ask.ts';
import { lookKey } from './complete.ts';
import { type Marked, takeAct } from './marks.ts';
import { clockOf } from './platform-time.ts';
import { adopt, postAgain } from './posts.ts';

/** Marks on agreed sheets are followed for this long. */
const FOLLOWED_MS = 90 * 86_400_000;

/** What happens on the platforms, as far as it touches split sheets. Resolves when it is kept. */
export async function listen(house: House, event: PlatformEvent): Promise<void> {
  switch (event.kind) {
    case 'reaction':
      return onReaction(house, event);
    case 'gap':
      return onGap(house, event.platform, event.space);
    case 'message-gone':
      return onGone(house, event);
    case 'message-changed':
      return onChanged(house, event);
    default:
      return;
  }
}

type Of<K extends PlatformEvent['kind']> = Extract<PlatformEvent, { kind: K }>;

async function onReaction(house: House, event: Of<'reaction'>): Promise<void> {
  const mark = markOf(event.emoji);
  if (mark === null) return;
  const { platform, space, account, name } = event.origin;
  const found = await findSpace(house.db, { platform, platformSpaceId: space });
  if (found === undefined) return;
  const at = { platform, space, channel: event.message.channel, message: event.message.id };
  const marked = await takeAct(house, {
    team: found.teamId,
    at,
    account,
    displayName: name ?? null,
    emoji: event.emoji,
    mark,
    added: event.act === 'added',
    method: 'reaction',
    between: null,
    platformTime: event.platformTime ?? null,
    platformClock: clockOf(event.platformTime),
    event: event.raw,
  });
  // Perhaps ours: the post went through and nobody came to write it down.
  if (marked.kind === 'unknown-message') {
    if (event.ours !== false && event.act === 'added') await adopt(house, found.teamId, at);
  }
  if (event.act === 'added') await tellAside(house, found.teamId, at, account, marked);
}

/** Whoever's mark does not count is told so, once. */
async function tellAside(
  house: House,
  team: string,
  at: MessagePlace,
  account: string,
  marked: Marked,
): Promise<void> {
  if (marked.kind !== 'bystander' && marked.kind !== 'closed') return;
  const { sheet, version } = marked.message;
  const which = marked.kind === 'closed' ? `${sheet}:${version}` : sheet;
  const { platform, space } = at;
  await once(house, house.db, team, {
    kind: 'tell',
    key: JSON.stringify([marked.kind, which, platform, space, account]),
    platform,
    payload: { what: marked.kind, sheet, version, platform, space, account },
  });
  house.poke();
}

/** We were away: whatever hangs on reactions is looked at again. */
async function onGap(house: House, platform: string, space: string | null): Promise<void> {
  const spaces = await listSpaces(house.db, platform);
  const since = new Date(house.now().getTime() - FOLLOWED_MS);
  for (const { teamId, platformSpaceId } of spaces) {
    if (space !== null && space !== platformSpaceId) continue;
    const messages = await livingMessages(house.db, teamId, { platform, space: platformSpaceId, since });
    for (const message of messages) await askToLook(house, teamId, message);
  }
  house.poke();
}

/** Somebody cleared away reactions, and the platform does not say whose. */
async function onChanged(house: House, { platform, space, message }: Of<'message-changed'>): Promise<void> {
  const found = await findSpace(house.db, { platform, platformSpaceId: space });
  if (found === undefined) return;
  const at = { platform, space, channel: message.channel, message: message.id };
  if ((await findMessage(house.db, found.teamId, at)) === undefined) return;
  await askToLook(house, found.teamId, at);
  house.poke();
}

async function askToLook(house: House, team: string, at: MessagePlace): Promise<void> {
  const { platform, space, channel, message } = at;
  await again(house, house.db, team, {
    kind: 'look',
    key: lookKey(at),
    platform,
    payload: { platform, space, channel, message },
  });
}

/** Everything that is connected is looked at again, whether or not anybody noticed a gap. */
export async function lookAtEverything(house: House): Promise<void> {
  for (const platform of house.connections.keys()) await onGap(house, platform, null);
}

async function onGone(house: House, event: Of<'message-gone'>): Promise<void> {
  const { platform, space, message, why } = event;
  const found = await findSpace(house.db, { platform, platformSpaceId: space });
  if (found === undefined) return;
  const team = found.teamId;
  const since = new Date(0);
  const places =
    message.id === ''
      ? await livingMessages(house.db, team, { platform, space, channel: message.channel, since })
      : [{ platform, space, channel: message.channel, message: message.id }];
  for (const at of places) await lost(house, team, at, why);
  house.poke();
}

/** A message of ours is gone: that is kept, and the sheet is shown again while it is open. */
export async function lost(house: House, team: string, at: MessagePlace, why: string): Promise<void> {
  await inTransaction(house.db, async (db) => {
    const message = await findMessage(db, team, at);
    if (message === undefined || message.isGone) return;
    const { platform, space, channel, message: id } = message;
    await setGone(db, team, at, house.now());
    await house.evidence.append(db, team, [
      {
        type: 'message.gone',
        subject: `sheet/${message.sheet}`,
        data: {
          sheet: message.sheet,
          at_message: { platform, space, channel, message: id },
          reason: why,
        },
      },
    ]);
    await postAgain(house, db, team, message, why);
  });
}
