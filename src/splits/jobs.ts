import type { House } from '../bot/command.ts';
import { findPosted } from '../bot/find-posted.ts';
import type { JobHandler } from '../bot/worker.ts';
import { UserError } from '../core/problem.ts';
import { finishJob, type Job } from '../store/jobs.ts';
import { findMessage, lockSheet, messagesOf } from '../store/sheets.ts';
import { inTransaction } from '../store/transaction.ts';
import { type JobKind, type Jobs, once } from './ask.ts';
import { completeIfAgreed, endVersion, TRIES_TO_LOOK } from './complete.ts';
import { lost } from './listen.ts';
import { postSheet, refused } from './posts.ts';
import { speakerOf } from './propose.ts';
import { readSheet } from './read-sheet.ts';
import { giveReceipt } from './receipts.ts';
import { reconcile } from './reconcile.ts';
import { say } from './say.ts';
import { detailsButton, lookAt, sheetMessage } from './show.ts';
import { nudge, tellOne, tellProposer } from './tell.ts';
import { zoneWords } from './words.ts';
import { askToShow } from './write-mark.ts';

type Handlers = { readonly [K in JobKind]: (job: Job, payload: Jobs[K]) => Promise<Date | undefined> };

/** Everything that follows from what was written about split sheets. */
export function splitJobs(house: House): Readonly<Record<string, JobHandler>> {
  const handlers: Handlers = {
    post: (job, payload) => postSheet(house, job, payload),
    show: (job, payload) => showSheet(house, job, payload),
    look: (job, payload) => look(house, job, payload),
    receipt: (job, payload) => giveReceipt(house, job, payload),
    agreed: (job, payload) => postAgreed(house, job, payload),
    tell: (job, payload) => tellOne(house, job, payload),
    notify: (job, payload) => tellProposer(house, job, payload),
    nudge: (job, payload) => nudge(house, job, payload),
    lapse: (job, payload) => lapse(house, job, payload),
  };
  return Object.fromEntries(
    Object.entries(handlers).map(([kind, handle]) => [
      kind,
      // The payload is what was asked for under this kind, in `ask.ts`.
      (job: Job) => (handle as (job: Job, payload: unknown) => Promise<Date | undefined>)(job, job.payload),
    ]),
  );
}

/** Hold a message against the platform; then whatever waited for that may be completed. */
async function look(house: House, job: Job, at: Jobs['look']): Promise<undefined> {
  const { team } = job;
  let unreadable: unknown = null;
  try {
    await reconcile(house, team, at);
  } catch (error) {
    if (isGone(error)) await lost(house, team, at, 'not found');
    else if (job.tries < TRIES_TO_LOOK) throw error;
    else unreadable = error;
  }
  await inTransaction(house.db, async (db) => {
    const message = await findMessage(db, team, at);
    if (message === undefined) return;
    await lockSheet(db, team, message.sheet);
    // Done here already, or two looks that end at once would each wait for the other.
    if (unreadable === null) await finishJob(db, job);
    const sheet = await readSheet(house, db, team, message.sheet);
    const version = sheet.state.versions.get(message.version);
    if (version === undefined) return;
    const written = await completeIfAgreed(house, db, team, sheet, version);
    if (written.length > 0) await askToShow(house, db, team, message.sheet);
  });
  house.poke();
  if (unreadable !== null) throw unreadable;
}

/** The platform does not have the message any more. */
function isGone(error: unknown): boolean {
  return error instanceof UserError && error.problem.code === 'platform.no-channel';
}

/** Every message of a sheet on a platform shows what is so now. */
async function showSheet(house: House, { team }: Job, { sheet, platform }: Jobs['show']): Promise<undefined> {
  const connection = house.connections.get(platform);
  if (connection === undefined) throw new Error(`Nothing is connected to ${platform}.`);
  for (const message of await messagesOf(house.db, team, sheet)) {
    if (message.isGone || message.platform !== platform) continue;
    const shown = await lookAt(house, house.db, team, sheet, message.version);
    if (shown === undefined) continue;
    const reply = sheetMessage(shown, speakerOf(shown.stored), message);
    try {
      await connection.edit({ channel: message.channel, id: message.message }, reply);
    } catch (error) {
      if (!isGone(error)) throw error;
      await lost(house, team, message, 'not found');
    }
  }
}

/** Says where it was posted that everyone has agreed, with the head of the ledger over it. */
async function postAgreed(house: House, job: Job, asked: Jobs['agreed']): Promise<Date | undefined> {
  const { sheet, version, seq, platform, space, channel, thread } = asked;
  const shown = await lookAt(house, house.db, job.team, sheet, version);
  if (shown === undefined) return;
  const speaker = speakerOf(shown.stored);
  const { t } = speaker;
  const { head } = await house.evidence.receipt(house.db, job.team, seq);
  const completed = shown.sheet.lines.find(({ entry }) => entry.seq === seq);
  const reply = {
    tone: 'good',
    title: t(say.agreed, {
      title: shown.content.title,
      version,
      count: shown.version.parties.size,
      when: new Date(completed?.entry.at ?? house.now()),
      zone: zoneWords(speaker),
    }),
    text: [
      t(say.agreedHead, { seq, size: head.size, root: head.root }),
      t(say.agreedReceipts, { seq: String(seq) }),
    ],
    notices: [t(say.agreedKey, { key: house.evidence.ledgerOf(job.team).key })],
    buttons: [detailsButton(shown.stored, speaker)],
  } as const;
  const connection = house.connections.get(platform);
  if (connection === undefined) throw new Error(`Nothing is connected to ${platform}.`);
  const place = { space, channel, ...(thread === undefined ? {} : { thread }) };
  const before = await findPosted(house, connection, place, job);
  if (before instanceof Date) return before;
  if (before !== null) return;
  await connection.post(place, reply, job.id).catch((error: unknown) => refused(house, job, asked, error));
}

/** Silence is never yes: a version that was not agreed in time ends, and nobody's share has moved. */
async function lapse(house: House, job: Job, { sheet, version }: Jobs['lapse']): Promise<undefined> {
  const { team } = job;
  await lookBeforeEnd(house, job, sheet, version);
  await inTransaction(house.db, async (db) => {
    await lockSheet(db, team, sheet);
    const read = await readSheet(house, db, team, sheet);
    const state = read.state.versions.get(version);
    if (state === undefined || read.state.newest !== version || state.ended !== null) return;
    await endVersion(house, db, team, read, state, 'sheet.lapsed');
    await askToShow(house, db, team, sheet);
    await once(house, db, team, {
      kind: 'notify',
      key: `lapsed:${sheet}:${version}`,
      payload: { what: 'lapsed', sheet, version, seq: null },
    });
  });
  house.poke();
}

/** What was marked in time and nobody saw, since we were away, still counts. */
async function lookBeforeEnd(house: House, job: Job, sheet: string, version: number): Promise<void> {
  const messages = await messagesOf(house.db, job.team, sheet);
  for (const message of messages) {
    if (message.version !== version || message.isGone || message.lookedAt >= job.dueAt) continue;
    try {
      if (!house.connections.has(message.platform))
        throw new Error(`Nothing is connected to ${message.platform}.`);
      await reconcile(house, job.team, message);
    } catch (error) {
      if (job.tries < TRIES_TO_LOOK) throw error;
    }
  }
}
