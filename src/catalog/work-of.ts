import type { Context } from '../bot/command.ts';
import { type Button, pressOf, type Reply } from '../bot/reply.ts';
import { UserError } from '../core/problem.ts';
import { worksOf } from '../store/catalog-works.ts';
import { inTransaction } from '../store/transaction.ts';
import { personOf } from './add.ts';
import { addItem, changeItem, holdItem } from './change.ts';
import { named } from './facts.ts';
import { labelOf } from './labels.ts';
import { lookAt } from './look.ts';
import { say } from './say.ts';

/** The button under a recording without a work: a new work that is called like it, joined to it. */
export async function addWorkOf(recording: string, context: Context): Promise<Reply> {
  return giveWork(recording, null, context);
}

/** The other one: the work that is called like it is there already. @param value `r_…:w_…` */
export async function joinWorkOf(value: string, context: Context): Promise<Reply> {
  const [recording = '', work = ''] = value.split(':');
  return giveWork(recording, work, context);
}

async function giveWork(recording: string, known: string | null, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { team } = asker;
  const by = await personOf(house, asker);
  const work = await inTransaction(house.db, async (db) => {
    const { content } = await holdItem(db, team, 'recording', recording);
    // Pressed twice, or somebody else was faster: a recording gets one work this way.
    if ((await worksOf(db, team, [recording])).size > 0) return null;
    const { title, latin, others } = content;
    const titles = { title, latin, others };
    const id = known ?? (await addItem(house, db, team, { kind: 'work', content: titles }, by));
    await changeItem(house, db, team, recording, { kind: 'recording', content, works: [id] }, by);
    return id;
  });
  const looked = await lookAt(house.db, team, 'recording', recording);
  const label = labelOf('recording', looked.item.content, t);
  const buttons: readonly Button[] = [{ label: t(say.show), press: pressOf('catalog', 'show', recording) }];
  if (work === null) return { tone: 'plain', title: t(say.workThere, { label }), buttons };
  const [joined] = looked.kind === 'recording' ? looked.works : [];
  if (joined === undefined)
    throw new UserError({ code: 'catalog.unknown', details: { kind: 'work', typed: work } });
  const values = { label, work: named(joined, 'work', t) };
  return { tone: 'good', title: t(known === null ? say.workAdded : say.workJoined, values), buttons };
}
