import type { Context } from '../../bot/command.ts';
import { explain } from '../../bot/refusal.ts';
import type { Reply } from '../../bot/reply.ts';
import { checkIdentifier } from '../../core/identifiers/recognize.ts';
import { UserError } from '../../core/problem.ts';
import { lockItem } from '../../store/catalog-items.ts';
import { codesOf, type ItemCode } from '../../store/item-codes.ts';
import { listSeries } from '../../store/series.ts';
import { inTransaction } from '../../store/transaction.ts';
import { plain } from '../../text/spans.ts';
import { registerCode } from '../bear-code.ts';
import { findMeantItem } from '../find.ts';
import { displayOf, labelOf } from '../labels.ts';
import { readAboutCode } from '../said.ts';
import { replyForBears, sayingWhatIsLost } from './ask-assign.ts';
import { person } from './ask-series.ts';
import { PREFIXES } from './choose-series.ts';
import { type Recording, sourceOf } from './give-isrcs.ts';
import { say } from './say.ts';

export type RegisterInput = {
  readonly recording: string;
  readonly code: string;
  readonly source: string | undefined;
  readonly accept: string | undefined;
};

/** `/isrc register`: a code that somebody else gave, such as a distributor. Anyone may say so; the entry says who did. */
export async function askRegister(input: RegisterInput, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { id } = await findMeantItem(house, asker.team, 'recording', input.recording, 'exactly');
  const { recording, borne } = await register(id, context, {
    typed: input.code,
    ...readAboutCode(input),
  });
  const rules = { prefixes: house.prefixes, year: house.now().getUTCFullYear(), kind: 'isrc' as const };
  const remarks = checkIdentifier(borne.code, rules).problems;
  const isOurs = (await listSeries(house.db, asker.team, PREFIXES.schemes)).some(({ name }) =>
    borne.code.startsWith(name),
  );
  const { source, acceptedFor } = borne;
  return {
    tone: remarks.some(({ severity }) => severity === 'warning') ? 'caution' : 'good',
    title: t(say.registered, {
      title: labelOf('recording', recording.content, t),
      code: displayOf({ scheme: 'isrc', code: borne.code }),
    }),
    facts: [
      { label: t(say.sourceLabel), value: source ?? t(say.registeredOnly) },
      ...(acceptedFor === null ? [] : [{ label: t(say.acceptedFor), value: acceptedFor }]),
      { label: t(say.ledger), value: t(say.ledgerValue, { seq: borne.seq }) },
    ],
    list: remarks.map((problem) => ({ tone: 'caution', text: explain(problem, t) })),
    text: [...(isOurs ? [t(say.passedOver)] : []), t(say.registeredNext)],
  };
}

/**
 * The button under a ruling that it is no new recording: it bears the code of the one that it is a version of, with
 * that as the reason.
 */
export async function keepCode(id: string, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const item = await findMeantItem(house, asker.team, 'recording', id, 'exactly');
  const source = await sourceOf(house.db, asker.team, item);
  const [code] = source?.isrcs ?? [];
  if (source === null || code === undefined) {
    const title = labelOf('recording', item.content, t);
    throw new UserError({ code: 'assign.same', details: { title } });
  }
  const own = (await codesOf(house.db, asker.team, [item.id])).filter(({ scheme }) => scheme === 'isrc');
  if (own.length > 0) return replyForBears(item, own, context);
  const of = labelOf('recording', source.recording.content, t);
  const { recording, borne } = await register(item.id, context, {
    typed: code.code,
    source: plain(t(say.keptSource)),
    acceptedFor: plain(t(say.keptFor, { title: of })),
  });
  return {
    tone: 'good',
    title: t(say.kept, {
      title: labelOf('recording', recording.content, t),
      code: displayOf({ scheme: 'isrc', code: borne.code }),
    }),
    facts: [{ label: t(say.ledger), value: t(say.ledgerValue, { seq: borne.seq }) }],
    text: [t(say.keptWhat)],
  };
}

type Said = { readonly typed: string; readonly source: string | null; readonly acceptedFor: string | null };

function register(
  id: string,
  context: Context,
  said: Said,
): Promise<{ readonly recording: Recording; readonly borne: ItemCode }> {
  const { house, asker } = context;
  return sayingWhatIsLost(async () => {
    const by = await person(context);
    return inTransaction(house.db, async (db) => {
      const recording = await lockItem(db, asker.team, 'recording', id);
      if (recording === undefined || recording.isGone) {
        throw new UserError({ code: 'catalog.unknown', details: { kind: 'recording', typed: id } });
      }
      const borne = await registerCode(house, db, asker.team, { kind: 'recording', item: id, by, ...said });
      return { recording, borne };
    });
  });
}
