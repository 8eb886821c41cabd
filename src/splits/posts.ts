import type { MessageRef } from '../bot/adapter.ts';
import type { House } from '../bot/command.ts';
import { findPosted } from '../bot/find-posted.ts';
import { GiveUp } from '../bot/worker.ts';
import type { MessagePlace } from '../core/ledger/entry-types.ts';
import { placeKey } from '../core/ledger/sheet-state.ts';
import { UserError } from '../core/problem.ts';
import { type Job, waitingOf } from '../store/jobs.ts';
import { findVersion, insertMessage, lockSheet, messagesOf, type SheetMessage } from '../store/sheets.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';
import { again, type Jobs, once } from './ask.ts';
import { lookKey } from './complete.ts';
import { speakerOf } from './propose.ts';
import { readSheet } from './read-sheet.ts';
import { lookAt, sheetMessage, shortHash } from './show.ts';

/** What people press; the platforms show them in this order. */
const HINTS = ['✅', '❌'] as const;

/** Put a version into its channel, once, and write down where it stands. */
export async function postSheet(house: House, job: Job, asked: Jobs['post']): Promise<Date | undefined> {
  const { team, id } = job;
  const { sheet, version, platform, space, channel, thread } = asked;
  const connection = house.connections.get(platform);
  if (connection === undefined) throw new Error(`Nothing is connected to ${platform}.`);
  const shown = await lookAt(house, house.db, team, sheet, version);
  if (shown === undefined || (shown.standing !== 'open' && shown.standing !== 'disputed')) return;
  const place = { space, channel, ...(thread === undefined ? {} : { thread }) };
  if (await isThere(house, team, asked)) return;
  const before = await findPosted(house, connection, place, job);
  if (before instanceof Date) return before;
  const reply = sheetMessage(shown, speakerOf(shown.stored), { platform, space });
  const posted =
    before ??
    (await connection.post(place, reply, id).catch((error: unknown) => refused(house, job, asked, error)));
  await keepPost(house, team, { ...asked, message: posted, seen: shown.sheet.lines.length });
  await connection.hint(posted, HINTS).catch((error: unknown) => {
    house.log.warn({ err: error, platform }, 'the emoji to press could not be put on a sheet');
  });
}

/** Adopted meanwhile, by a mark on it. */
async function isThere(house: House, team: string, asked: Jobs['post']): Promise<boolean> {
  const { sheet, version, platform, space, channel, thread = null } = asked;
  return (await messagesOf(house.db, team, sheet)).some(
    (one) =>
      one.version === version &&
      !one.isGone &&
      one.platform === platform &&
      one.space === space &&
      one.channel === channel &&
      one.thread === thread,
  );
}

/** What will not pass by itself; whoever proposed the sheet has to know. */
const FINAL: readonly string[] = ['platform.missing-permission', 'platform.no-channel', 'platform.refused'];

export async function refused(
  house: House,
  { team }: Job,
  asked: Pick<Jobs['post'], 'sheet' | 'version' | 'channel'>,
  error: unknown,
): Promise<never> {
  if (!(error instanceof UserError) || !FINAL.includes(error.problem.code)) throw error;
  const { sheet, version, channel } = asked;
  await once(house, house.db, team, {
    kind: 'notify',
    key: `not-posted:${sheet}:${version}:${channel}`,
    payload: { what: 'not-posted', sheet, version, seq: null },
  });
  throw new GiveUp(error.message);
}

/** `seen`: how many entries of the sheet the message tells of. */
type Posted = Jobs['post'] & { readonly message: MessageRef; readonly seen: number };

/** From here on, marks on the message count; those that were quicker than we are found by looking. */
async function keepPost(house: House, team: string, posted: Posted): Promise<void> {
  const { sheet, version, platform, space, thread, message } = posted;
  const at: MessagePlace = { platform, space, channel: message.channel, message: message.id };
  await inTransaction(house.db, async (db) => {
    await lockSheet(db, team, sheet);
    const { state, lines } = await readSheet(house, db, team, sheet);
    if (state.posts.has(placeKey(at))) return;
    await house.evidence.append(db, team, [
      {
        type: 'sheet.posted',
        subject: `sheet/${sheet}`,
        data: { sheet, version, at_message: at, permalink: null },
      },
    ]);
    const now = house.now();
    await insertMessage(db, team, {
      ...at,
      thread: thread ?? null,
      sheet,
      version,
      postedAt: now,
      lookedAt: now,
      isGone: false,
    });
    await again(house, db, team, { kind: 'look', key: lookKey(at), platform, payload: at });
    // What was marked elsewhere meanwhile is to be seen here too.
    if (lines.length > posted.seen)
      await again(house, db, team, {
        kind: 'show',
        key: `${sheet}:${platform}`,
        platform,
        payload: { sheet, platform },
      });
  });
  house.poke();
}

/**
 * A message that we know nothing of, although we wrote it: the post went through and the process died before it was
 * written down. It says itself which version it shows.
 *
 * Only what is still to be posted in that channel is looked for: a title may hold whatever looks like another sheet, and
 * a mark on a receipt must not count for it.
 */
export async function adopt(house: House, team: string, at: MessagePlace): Promise<boolean> {
  const { platform, space, channel, message } = at;
  const waiting = ((await waitingOf(house.db, team, 'post')) as readonly Jobs['post'][]).filter(
    (one) => one.platform === platform && one.space === space && one.channel === channel,
  );
  if (waiting.length === 0) return false;
  const text = await house.connections.get(platform)?.ownText({ channel, id: message });
  if (text === undefined || text === null) return false;
  for (const post of waiting) {
    const stored = await findVersion(house.db, team, post.sheet, post.version);
    if (stored === undefined || !text.includes(post.sheet) || !text.includes(shortHash(stored.textHash)))
      continue;
    await keepPost(house, team, { ...post, message: { channel, id: message }, seen: 0 });
    return true;
  }
  return false;
}

/** The message of an open sheet is gone: ask for it to be posted again. */
export async function postAgain(
  house: House,
  db: Db,
  team: string,
  gone: SheetMessage,
  why: string,
): Promise<void> {
  const { sheet, version, platform, space, channel, message, thread } = gone;
  const { state } = await readSheet(house, db, team, sheet);
  if (state.newest !== version || state.versions.get(version)?.ended !== null) return;
  if (why !== 'deleted' && why !== 'not found') {
    await once(house, db, team, {
      kind: 'notify',
      key: `not-posted:${sheet}:${version}:${channel}`,
      payload: { what: 'not-posted', sheet, version, seq: null },
    });
    return;
  }
  await once(house, db, team, {
    kind: 'post',
    key: JSON.stringify([sheet, version, platform, space, channel, message]),
    platform,
    payload: { sheet, version, platform, space, channel, ...(thread === null ? {} : { thread }) },
  });
}
