/** One of many processes that give codes to recordings of one team, until each of its own has one, or it is killed. */
import { createPrivateKey, randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../../../src/bot/command.ts';
import { registerCode } from '../../../src/catalog/bear-code.ts';
import { removeItem } from '../../../src/catalog/change.ts';
import { keepHead } from '../../../src/catalog/giving/give-codes.ts';
import { giveIsrcs } from '../../../src/catalog/giving/give-isrcs.ts';
import { builtInPrefixes } from '../../../src/core/identifiers/prefixes.ts';
import { UserError } from '../../../src/core/problem.ts';
import { lockItem } from '../../../src/store/catalog-items.ts';
import { openStore } from '../../../src/store/database.ts';
import { openEvidence } from '../../../src/store/evidence.ts';
import { openHeads } from '../../../src/store/evidence-heads.ts';
import { listSeries } from '../../../src/store/series.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { chanceOf } from '../../core/ledger/chance.ts';
import { bareHouse } from '../../support/bare-house.ts';
import { type Line, readLines, recordingId } from '../assign-lines.ts';
import type { ChildTask } from '../assign-round.ts';

const HOUR_MS = 3_600_000;
const task = JSON.parse(process.argv[2] ?? '') as ChildTask;
const { url, heads, key, team, out, index, processes, each, extra, seed } = task;
const chance = chanceOf(seed);
let backMs = 0;
const now = () => new Date(Date.now() - backMs);
const randomHex = (bytes: number) => randomBytes(bytes).toString('hex');
const store = await openStore(url, { now: now() });
const evidence = openEvidence({
  key: createPrivateKey(readFileSync(key, 'utf8')),
  origin: 'splitproof',
  heads: openHeads(heads),
  now,
  randomHex,
});
const house = {
  ...bareHouse,
  ...{ db: store.db, evidence, now, randomHex, newId: () => randomHex(10), prefixes: builtInPrefixes },
} as House;
const write = (line: Line) => appendFileSync(out, `${JSON.stringify(line)}\n`);

// What was told in a life before, nobody asks for again.
const has = new Map<string, string>();
const gone = new Set<string>();
const registered = new Set<string>();
for (const line of readLines(out).lines) {
  if ('told' in line) for (const [recording, code] of line.told) has.set(recording, code);
  if ('removed' in line) gone.add(line.removed);
  if ('registered' in line) registered.add(line.registered[0]);
}
const own = Array.from({ length: each }, (_, at) => recordingId(index, at));
const waiting = own.filter((id) => !has.has(id) && !gone.has(id));

while (waiting.length > 0) await step();
write({ done: true });
await store.close();

async function step(): Promise<void> {
  const dice = chance.below(100);
  try {
    if (dice < 4) await remove();
    else if (dice < 7) await register();
    else if (dice < 12) await give([recordingId(chance.below(processes), chance.below(each))]);
    else {
      if (dice < 16) backMs = HOUR_MS;
      await give(waiting.slice(0, chance.below(2) === 0 ? 1 : 2 + chance.below(11)));
    }
  } catch (error) {
    await say(error);
  } finally {
    backMs = 0;
  }
}

async function give(recordings: readonly string[]): Promise<void> {
  const all = await listSeries(store.db, team, ['isrc']);
  const series = chance.pick(all).id;
  const order = { recordings, word: null, series, timeZone: 'UTC', by: null };
  const standings = await inTransaction(store.db, (db) => giveIsrcs(house, db, team, order));
  if (standings.some(({ kind }) => kind === 'given')) await keepHead(house, team);
  const told = standings.flatMap((one): [string, string][] => {
    if (one.kind === 'given') return [[one.recording.id, one.given.code]];
    return one.kind === 'bears' ? one.isrcs.map(({ code }) => [one.recording.id, code]) : [];
  });
  write({ told, fresh: standings.filter(({ kind }) => kind === 'given').length });
  for (const [recording, code] of told) has.set(recording, code);
  for (let at = waiting.length - 1; at >= 0; at -= 1) if (has.has(waiting[at] ?? '')) waiting.splice(at, 1);
}

async function remove(): Promise<void> {
  const id = own[chance.below(each)] ?? '';
  if (!has.has(id) || gone.has(id)) return;
  await inTransaction(store.db, (db) => removeItem(house, db, team, { kind: 'recording', id }, null));
  gone.add(id);
  write({ removed: id });
}

/** A code that somebody else gave, among the next ones of a prefix. */
async function register(): Promise<void> {
  const id = recordingId(index, chance.below(extra), true);
  if (registered.has(id)) return;
  const { name, last, lastYear } = chance.pick(await listSeries(store.db, team, ['isrc']));
  if (last === null || lastYear === null) return;
  const typed = `${name}${String(lastYear).slice(-2)}${String(last + 1 + chance.below(20)).padStart(5, '0')}`;
  const said = { typed, source: 'elsewhere', acceptedFor: null, by: null };
  await inTransaction(store.db, async (db) => {
    await lockItem(db, team, 'recording', id);
    await registerCode(house, db, team, { kind: 'recording', item: id, ...said });
  });
  registered.add(id);
  write({ registered: [id, typed] });
}

async function say(error: unknown): Promise<void> {
  if (error instanceof UserError) {
    const { code, details } = error.problem;
    write({ refused: code, ...(backMs > 0 ? { clock: true } : {}) });
    // Somebody else removed it.
    if (code === 'catalog.unknown' && 'typed' in details) {
      const at = waiting.indexOf(details.typed);
      if (at >= 0) waiting.splice(at, 1);
    }
    await pause(20);
  } else {
    write({ failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    await pause(50);
  }
}
