import { setImmediate as breathe } from 'node:timers/promises';
import type { Attachment } from '../../bot/adapter.ts';
import type { Context } from '../../bot/command.ts';
import { type Line, pressOf, type Reply } from '../../bot/reply.ts';
import { sha256Hex } from '../../core/ledger/hash.ts';
import { UserError } from '../../core/problem.ts';
import { csvChunks } from '../../export/csv.ts';
import { LIMITS } from '../../files/limits.ts';
import { openFile } from '../../files/open-file.ts';
import type { StoredKind } from '../../store/catalog-items.ts';
import { inPieces } from '../../store/evidence-pieces.ts';
import { findLedger } from '../../store/ledger.ts';
import { inTransaction } from '../../store/transaction.ts';
import { join, plain } from '../../text/spans.ts';
import { personOf } from '../add.ts';
import { applyPlan, Stale } from './apply.ts';
import {
  closeDraft,
  type Draft,
  findDone,
  keepDraft,
  keepPiece,
  readDraft,
  readPiece,
  takeDraft,
} from './drafts.ts';
import { type Plan, planFile } from './plan.ts';
import type { Outcome } from './plan-types.ts';
import { say } from './say.ts';

/** Fewer rows are read before anybody has read that they are being read. */
const WORTH_SAYING_ROWS = 2000;
const MOST_SHOWN = 5;

/**
 * `/catalog import`: what each row of a file would do. Nothing is written before somebody presses the button.
 *
 * @throws UserError `file.*`, `catalog.import-headings`, `catalog.import-too-many`
 */
export async function askImport(
  { file, what }: { readonly file: Attachment; readonly what?: StoredKind | undefined },
  context: Context,
): Promise<Reply> {
  const bytes = await readAll(file, context);
  return plan({ name: file.name, bytes, what: what ?? null }, context);
}

async function readAll(file: Attachment, context: Context): Promise<Buffer> {
  const { kind, reader } = await openFile(await context.download(file, LIMITS.textBytes), file.sizeBytes);
  try {
    if (kind !== 'text') throw new UserError({ code: 'file.kind', details: { kind: 'otherAudio' } });
    const chunks: Uint8Array[] = [];
    for await (const chunk of reader.rest()) chunks.push(chunk);
    return Buffer.concat(chunks);
  } finally {
    await reader.close();
  }
}

type Sent = { readonly name: string; readonly bytes: Buffer; readonly what: StoredKind | null };

async function plan({ name, bytes, what }: Sent, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const id = house.newId();
  // Before anything is looked at: whatever is written from here on makes the plan a thing of the past.
  const size = (await findLedger(house.db, asker.team))?.size ?? 0;
  const planned = await planFile(context, {
    bytes,
    what,
    keep: (number, ops) => keepPiece(house, asker, id, number, ops),
    progress(rows) {
      if (rows < WORTH_SAYING_ROWS) return;
      context.working({ tone: 'waiting', title: t(say.reading, { name, rows }) });
    },
  });
  const counts = countOf(planned.outcomes);
  const count = counts.add + counts.change;
  const draft: Draft = {
    ...{ name, sha256: sha256Hex(bytes), what, size },
    ...{ pieces: planned.pieces, itemOfLine: planned.itemOfLine },
    ...{ added: counts.add, changed: counts.change, refused: counts.refused },
  };
  if (count > 0) await keepDraft(house, asker, id, draft, bytes);
  const buttons = [
    {
      label: t(say.import, { count }),
      style: 'primary' as const,
      press: pressOf('catalog', 'import', id),
    },
  ];
  return {
    ...(await resultOf(name, planned, counts, context)),
    ...(count === 0 ? {} : { buttons }),
  };
}

type Counts = Readonly<Record<Outcome['what'], number>>;

function countOf(outcomes: readonly Outcome[]): Counts {
  const counts = { add: 0, change: 0, same: 0, refused: 0 };
  for (const { what } of outcomes) counts[what] += 1;
  return counts;
}

async function resultOf(
  name: string,
  { outcomes, unread, newWorks }: Plan,
  { add: added, change: changed, same, refused }: Counts,
  context: Context,
): Promise<Reply> {
  const { t } = context;
  if (outcomes.length === 0) return { tone: 'caution', title: t(say.noRows, { name }) };
  const isNothing = added + changed === 0;
  const message = !isNothing ? say.planned : refused > 0 ? say.nothing : say.nothingAtAll;
  const list = outcomes
    .filter(({ what }) => what === 'refused')
    .slice(0, MOST_SHOWN)
    .map(
      ({ line, details }): Line => ({
        tone: 'bad',
        text: t(say.refusedLine, { line, why: join(details, ' ') }),
      }),
    );
  return {
    tone: refused > 0 ? 'caution' : isNothing ? 'good' : 'waiting',
    title: t(message, { name, added, changed, same, refused }),
    ...(list.length === 0 ? {} : { list }),
    text: [
      ...(newWorks === 0 ? [] : [t(say.newWorks, { count: newWorks })]),
      ...(unread.length === 0 ? [] : [t(say.unread, { headings: unread.slice(0, 20) })]),
      t(say.next),
    ],
    files: [{ name: resultName(name), mediaType: 'text/csv', bytes: await resultFile(outcomes, context) }],
  };
}

/** `catalog.csv` → `catalog-import.csv` */
function resultName(name: string): string {
  return `${name.replace(/\.[^.]{1,8}$/, '')}-import.csv`;
}

const WHAT: Readonly<Record<Outcome['what'], string>> = {
  add: say.add,
  change: say.change,
  same: say.same,
  refused: say.refused,
};

async function resultFile(outcomes: readonly Outcome[], { t }: Context): Promise<Buffer> {
  const heading = [say.line, say.what, say.id, say.title, say.details].map((word) => plain(t(word)));
  const words = Object.fromEntries(Object.entries(WHAT).map(([what, word]) => [what, plain(t(word))]));
  async function* rows(): AsyncGenerator<readonly (readonly string[])[]> {
    yield [heading];
    for (const piece of inPieces(outcomes)) {
      yield piece.map(({ line, what, id, title, details }) => [
        ...[String(line), words[what] ?? what, id ?? '', title],
        details.map(plain).join(' · '),
      ]);
      await breathe();
    }
  }
  const parts: Uint8Array[] = [];
  for await (const part of csvChunks(rows())) parts.push(part);
  return Buffer.concat(parts);
}

/** The button under the plan: all of it, in one transaction, as long as the catalog is what it was. */
export async function confirmImport(id: string, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const kept = await readDraft(house, asker, id);
  if (kept === undefined) return notThere(id, context);
  const { draft, bytes } = kept;
  context.working({
    tone: 'waiting',
    title: t(say.importing, { name: draft.name, rows: draft.added + draft.changed }),
  });
  const by = await personOf(house, asker);
  try {
    const seq = await inTransaction(house.db, async (db) => {
      const parts = { db, now: house.now };
      if (!(await takeDraft(parts, asker, id))) return null;
      const piece = (number: number) => readPiece(parts, asker, id, number);
      const written = await applyPlan(house, db, asker.team, { draft, bytes, by, piece });
      await closeDraft(parts, asker, id, draft.pieces, written);
      return written;
    });
    if (seq === null) return await notThere(id, context);
    const { name, added, changed } = draft;
    return {
      tone: 'good',
      title: t(say.done, { name, added, changed }),
      text: [t(say.doneEntry, { seq })],
    };
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
  }
  await closeDraft(house, asker, id, draft.pieces, null);
  const reply = await plan({ name: draft.name, bytes, what: draft.what }, context);
  return { ...reply, tone: 'caution', text: [t(say.stale), ...(reply.text ?? [])] };
}

async function notThere(id: string, { house, asker, t }: Context): Promise<Reply> {
  const seq = await findDone(house, asker, id);
  if (seq === undefined) throw new UserError({ code: 'catalog.import-gone', details: {} });
  return { tone: 'plain', title: t(say.doneBefore, { seq }) };
}
