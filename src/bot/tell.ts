import type { Home } from '../core/home.ts';
import { UserError } from '../core/problem.ts';
import type { Job } from '../store/jobs.ts';
import type { Connection, MessageRef, Place } from './adapter.ts';
import type { House } from './command.ts';
import { findPosted, wordComes } from './find-posted.ts';
import type { Reply } from './reply.ts';
import { GiveUp } from './worker.ts';

/** What will not pass by itself: then whoever asked for it is told alone. */
const FINAL: readonly string[] = ['platform.missing-permission', 'platform.no-channel', 'platform.refused'];

/** From then on the worker's own pauses are long enough for the platform's word. */
const MANY_TRIES = 8;

/**
 * Say something where it was asked for, once, whoever died over it; to whoever asked for it alone where the channel does
 * not take it any more.
 *
 * @returns the message; a date when it is too early to say it
 * @throws GiveUp when nobody is left to tell; what may pass, for the job to be tried again
 */
export async function tell(
  house: Pick<House, 'connections' | 'now'>,
  job: Job,
  home: Home,
  reply: Reply,
): Promise<MessageRef | Date> {
  const connection = connectionOf(house, home);
  const before = await findPosted(house, connection, placeOf(home), job);
  if (before !== null) return before;
  try {
    return await say(connection, job, home, reply);
  } catch (error) {
    if (!(error instanceof UserError) || error.problem.code !== 'platform.unreachable') throw error;
    // It may stand there, and only the answer was lost.
    if (job.tries >= MANY_TRIES) throw error;
    return wordComes(house.now());
  }
}

async function say(connection: Connection, job: Job, home: Home, reply: Reply): Promise<MessageRef> {
  // A direct message outside of any server is a space of its own, and whoever brought the bot along is told alone.
  if (home.space.startsWith('user-')) return direct(connection, job, home, reply);
  try {
    return await connection.post(placeOf(home), reply, job.id);
  } catch (error) {
    if (!(error instanceof UserError) || !FINAL.includes(error.problem.code)) throw error;
    return direct(connection, job, home, reply);
  }
}

/**
 * What somebody before us may have said of this job, who died over it.
 *
 * @returns as `findPosted`
 */
export async function findTold(
  house: Pick<House, 'connections' | 'now'>,
  job: Job,
  home: Home,
): Promise<MessageRef | Date | null> {
  return findPosted(house, connectionOf(house, home), placeOf(home), job);
}

function connectionOf({ connections }: Pick<House, 'connections'>, { platform }: Home): Connection {
  const connection = connections.get(platform);
  if (connection === undefined) throw new Error(`Nothing is connected to ${platform}.`);
  return connection;
}

function placeOf({ space, channel, thread }: Home): Place {
  return { space, channel, ...(thread === null ? {} : { thread }) };
}

async function direct(
  connection: Connection,
  job: Job,
  { space, account }: Home,
  reply: Reply,
): Promise<MessageRef> {
  if (account === '') throw new GiveUp('Whoever asked for it was erased.');
  try {
    return await connection.direct(space, account, reply, job.id);
  } catch (error) {
    const isFinal = error instanceof UserError && error.problem.code === 'platform.no-direct-message';
    throw isFinal ? new GiveUp(error.message) : error;
  }
}
