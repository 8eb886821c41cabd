import { describe, expect, it, onTestFinished } from 'vitest';
import evidenceCommand from '../../commands/evidence.ts';
import type { Context } from '../../src/bot/command.ts';
import { type Reply, readPress } from '../../src/bot/reply.ts';
import { parseReceipt } from '../../src/core/ledger/receipt.ts';
import { must } from '../../src/core/problem.ts';
import { openStore } from '../../src/store/database.ts';
import type { Evidence } from '../../src/store/evidence.ts';
import { erase } from '../../src/store/evidence-erase.ts';
import { createPerson } from '../../src/store/people.ts';
import { insertSheet } from '../../src/store/sheets.ts';
import type { Db } from '../../src/store/tables.ts';
import { plain } from '../../src/text/spans.ts';
import { translator } from '../../src/text/translate.ts';
import { addTeam, NOW } from '../store/evidence-room.ts';
import { retellStory, SHEET, STORY_TEAM } from '../store/evidence-story.ts';
import { OPENED_AT } from '../support/each-database.ts';
import { linesOf } from './rights-context.ts';

/** As much of a context as this command looks at. */
function contextOf(db: Db, evidence: Evidence, team = STORY_TEAM): Context {
  const t = translator('en', 'Asia/Taipei');
  const house = { db, evidence };
  return { t, locale: 'en', timeZone: 'Asia/Taipei', now: NOW, asker: { team }, house } as Context;
}

const ask = async (
  name: string,
  input: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<Reply> => await evidenceCommand.subcommands[name]!.handle(input, context);

async function openStory() {
  // What the database answers is tested on both kinds, in test/store.
  const { db, close } = await openStore('sqlite::memory:', { now: OPENED_AT });
  onTestFinished(close);
  const story = await retellStory(db);
  for (const [id, displayName] of [
    ['p_ana', 'Ana'],
    ['p_bo', 'Bo 李'],
    ['p_dee', 'Dee'],
  ] as const)
    await createPerson(db, STORY_TEAM, { id, displayName, now: NOW });
  await insertSheet(db, STORY_TEAM, { id: 's_night', title: 'Night Bus' }, NOW);
  return { db, ...story, context: contextOf(db, story.evidence) };
}

describe('/evidence list', () => {
  it('names the newest entries in plain words, ten at a time, down to the first', async () => {
    const { context, size } = await openStory();
    const first = await ask('list', {}, context);
    const lines = linesOf(first);
    expect(lines[0]).toBe(`Ledger of this team: ${size} entries`);
    expect(lines[1]).toMatch(
      new RegExp(`^${size - 1} · 26 Nov 2026, 21:\\d\\d · Version 1 of s_other was cancelled$`),
    );
    expect(lines).toHaveLength(12);
    const seen = [...(first.list ?? [])];
    for (let reply = first; reply.buttons !== undefined; ) {
      const { button, value } = readPress(reply.buttons[0]!.press);
      const handler = evidenceCommand.buttons![button]!;
      if (!('handle' in handler)) throw new Error('This button answers nothing.');
      reply = await handler.handle(value, context);
      seen.push(...(reply.list ?? []));
    }
    const words = seen.map(({ text }) => plain(text));
    expect(words).toHaveLength(size);
    expect(words.at(-1)).toMatch(/^0 · .* · The ledger begins, with its key$/);
    expect(words.join('\n')).toMatch(/Version 2 of Night Bus is agreed by everyone/);
    expect(words.join('\n')).toMatch(/Ana agreed to version 2 of Night Bus/);
    expect(words.join('\n')).toMatch(/Bo 李 disputed version 1 of Night Bus/);
    expect(words.join('\n')).toMatch(/Bo 李 lets Dee mark for them, until 1 Jan 2027/);
    expect(words.join('\n')).not.toMatch(/U_p_|An entry of the type/);
  });

  it('begins before any entry', async () => {
    const { context } = await openStory();
    const words = linesOf(await ask('list', { before: 2 }, context));
    expect(words.filter((line) => /^\d+ · /.test(line)).map((line) => line.split(' ')[0])).toEqual([
      '1',
      '0',
    ]);
    expect((await ask('list', { before: 2 }, context)).buttons).toBeUndefined();
  });

  it('shows one team nothing of another', async () => {
    const { db, evidence } = await openStory();
    await addTeam(db, 't_2');
    const theirs = contextOf(db, evidence, 't_2');
    await expect(ask('list', {}, theirs)).rejects.toThrow('evidence.none');
    await expect(ask('show', { entry: 1 }, theirs)).rejects.toThrow('evidence.none');
    await expect(ask('verify', {}, theirs)).rejects.toThrow('evidence.none');
    await expect(ask('verify', { sheet: 's_night' }, theirs)).rejects.toThrow('split.unknown');
  });
});

describe('/evidence show', () => {
  it('says what an entry says and hands over its receipt, without accounts', async () => {
    const { context, evidence } = await openStory();
    const reply = await ask('show', { entry: 1 }, context);
    const lines = linesOf(reply);
    expect(lines[0]).toBe('Entry 1: An account on slack is Ana’s');
    expect(lines).toContain('About: person/p_ana');
    expect(lines).toContain('Entry before it about the same: none, it is the first');
    expect(lines).toContain('Personal part: kept apart, not shown here');
    expect(lines).toContain(`Verifier key: ${evidence.ledgerOf(STORY_TEAM).key}`);
    expect(lines.join('\n')).not.toContain('U_p_ana');
    const [file] = reply.files ?? [];
    expect(file?.name).toBe('receipt-1.txt');
    const receipt = must(parseReceipt(file!.bytes));
    expect(receipt.proof.index).toBe(1);
    expect(lines).toContain(
      `Head: ${receipt.proof.checkpoint.size} entries, root ${receipt.proof.checkpoint.root.toString('hex')}`,
    );
  });

  it('says that something was erased', async () => {
    const { db, context, evidence } = await openStory();
    const request = { subject: 'person/p_ana', entries: [1], reason: 'request', by: null } as const;
    await erase(db, evidence, STORY_TEAM, request);
    expect(linesOf(await ask('show', { entry: 1 }, context))).toContain(
      'Personal part: erased; the entry and its proofs stand',
    );
    expect(linesOf(await ask('show', { entry: 0 }, context))).toContain('Personal part: there is none');
  });

  it('refuses a number that no entry has', async () => {
    const { context, size } = await openStory();
    await expect(ask('show', { entry: size }, context)).rejects.toThrow('evidence.unknown-entry');
  });
});

describe('/evidence verify', () => {
  it('says that the ledger holds, and what that does not prove', async () => {
    const { context, size } = await openStory();
    const reply = await ask('verify', {}, context);
    const lines = linesOf(reply);
    expect([reply.tone, lines[0]]).toEqual([
      'good',
      `The ledger holds: all ${size} entries are as they were written`,
    ]);
    expect(lines.at(-1)).toMatch(/^Not proven by this: that an account was in the right hands/);
  });

  it('says of a sheet who agreed to which version, and how sure that is', async () => {
    const { context } = await openStory();
    const reply = await ask('verify', { sheet: 'night bus' }, context);
    const lines = linesOf(reply);
    expect(reply.tone).toBe('good');
    expect(lines[0]).toMatch(/^Night Bus holds: all \d+ entries that it rests on are as they were written$/);
    expect(lines).toContain('Version 2: agreed by everyone · Ana confirmed, Bo 李 live and p_chen attested');
    expect(lines.find((line) => line.startsWith('Version 1: replaced'))).toBeDefined();
  });

  it('names what does not hold, and what to do', async () => {
    const { db, context } = await openStory();
    const [row] = await db.selectFrom('entry').select('text').where('seq', '=', 1).execute();
    const text = row!.text.replace('"p_ana"', '"p_bob"');
    await db.updateTable('entry').set({ text }).where('seq', '=', 1).execute();
    const reply = await ask('verify', {}, context);
    const lines = linesOf(reply);
    expect(reply.tone).toBe('bad');
    expect(lines[0]).toMatch(/^\d+ things do not hold in this ledger$/);
    expect(lines.find((line) => line.startsWith('Entry 1: '))).toBeDefined();
    expect(lines.find((line) => line.startsWith('The whole: '))).toBeDefined();
    expect(lines).toContain(
      'Write nothing more, keep a copy of the database as it is, and compare it with a backup.',
    );
  });

  it('tells lost personal parts from erased ones', async () => {
    const { db, context, evidence } = await openStory();
    const mark = (await evidence.chain(db, STORY_TEAM, SHEET)).find(({ entry }) => entry.type === 'mark')!;
    const entries = [mark.entry.seq];
    await erase(db, evidence, STORY_TEAM, { subject: SHEET, entries, reason: 'request', by: null });
    const erased = await ask('verify', {}, context);
    expect([erased.tone, linesOf(erased).includes('Erased personal parts: 1')]).toEqual(['good', true]);
    await db.updateTable('sealed').set({ text: null }).where('seq', '=', 1).execute();
    const lost = await ask('verify', {}, context);
    expect([lost.tone, linesOf(lost)[0]]).toEqual([
      'caution',
      'Nothing is wrong with the ledger, but one thing is missing',
    ]);
  });
});
