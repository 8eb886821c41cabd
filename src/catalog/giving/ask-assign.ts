import type { Context } from '../../bot/command.ts';
import { explain } from '../../bot/refusal.ts';
import type { Line, Reply } from '../../bot/reply.ts';
import type { PersonId, Seq } from '../../core/ledger/entry-types.ts';
import { problem, UserError } from '../../core/problem.ts';
import { printedSeries } from '../../core/series.ts';
import type { ItemCode } from '../../store/item-codes.ts';
import { findPeople } from '../../store/people.ts';
import { listSeries, type Series } from '../../store/series.ts';
import { inTransaction } from '../../store/transaction.ts';
import { code, join, type Words } from '../../text/spans.ts';
import { findMeantItem } from '../find.ts';
import { displayOf, labelOf } from '../labels.ts';
import { person } from './ask-series.ts';
import { chooseSeries, PREFIXES } from './choose-series.ts';
import { keepHead } from './give-codes.ts';
import { giveIsrcs, type Recording, type Source, type Standing, type Word } from './give-isrcs.ts';
import { say } from './say.ts';
import { aheadOf, momentOf, zoneOf } from './series-words.ts';

export type AssignInput = {
  /** Titles or ids, with semicolons between. */
  readonly recording: string;
  readonly prefix: string | undefined;
  readonly word: Word;
};

/** An answer; or, before one recording gets a code, the rules have to be asked whether it is a new one. */
export type Assigned =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'rules'; readonly about: About; readonly answers: string };

/** The recording that the rules are asked about. `prefix`: from which it would get its code; empty where none would do. */
export type About = {
  readonly recording: Recording;
  readonly source: Source | null;
  readonly prefix: string;
};

/** An album with all its versions, and a good deal more. */
const MOST_AT_ONCE = 200;
const MOST_TYPED_AGAIN = 10;

/**
 * `/isrc assign`: the next codes of the team's prefix, for admins alone: a code cannot be taken back, and stands for
 * the team with its agency.
 *
 * @throws UserError `assign.*`, `catalog.*`, `evidence.*`
 */
export async function askAssign(input: AssignInput, context: Context): Promise<Assigned> {
  const { house, asker, t } = context;
  const { team } = asker;
  const series = await chooseSeries(house, team, PREFIXES, input.prefix);
  const meant = await recordingsMeant(input.recording, context);
  const standings = await sayingWhatIsLost(async () => {
    const by = await person(context);
    const order = { recordings: meant, word: input.word, series: series.id, by };
    const timeZone = await zoneOf(house, team);
    const found = await inTransaction(house.db, (db) => giveIsrcs(house, db, team, { ...order, timeZone }));
    if (found.some(({ kind }) => kind === 'given')) await keepHead(house, team);
    return found;
  });
  const [only, second] = standings;
  if (only === undefined) throw new UserError({ code: 'code.empty', details: {} });
  if (second !== undefined) return { kind: 'reply', reply: replyForMany(standings, context) };
  switch (only.kind) {
    case 'asks': {
      const { recording, source, answers } = only;
      return { kind: 'rules', about: { recording, source, prefix: series.name }, answers };
    }
    case 'given': {
      const [now = series] = await seriesById(context, series.id);
      return { kind: 'reply', reply: await replyForGiven(only, now, context) };
    }
    case 'bears':
      return { kind: 'reply', reply: await replyForBears(only.recording, only.isrcs, context) };
    default:
      return { kind: 'reply', reply: { tone: 'bad', title: whyNot(only, t) } };
  }
}

/** @throws UserError `option.missing`, `assign.too-many`, and as `findMeantItem` */
async function recordingsMeant(typed: string, { house, asker }: Context): Promise<readonly string[]> {
  const names = typed.split(/[;；\n]/).flatMap((name) => name.trim() || []);
  if (names.length === 0) throw new UserError({ code: 'option.missing', details: { option: 'recording' } });
  if (names.length > MOST_AT_ONCE) {
    throw new UserError({ code: 'assign.too-many', details: { count: names.length, most: MOST_AT_ONCE } });
  }
  const ids: string[] = [];
  for (const name of names)
    ids.push((await findMeantItem(house, asker.team, 'recording', name, 'exactly')).id);
  return ids;
}

/**
 * A database that lacks entries is refused for whatever is written; here it is said what it would mean for codes.
 *
 * @throws UserError `assign.history-cut`, `assign.history-forked` in place of the words of `evidence`
 */
export async function sayingWhatIsLost<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { problem: found } = error;
    if (found.code === 'evidence.cut') {
      throw new UserError({ code: 'assign.history-cut', details: found.details });
    }
    if (found.code === 'evidence.forked') {
      throw new UserError({ code: 'assign.history-forked', details: found.details });
    }
    throw error;
  }
}

async function seriesById({ house, asker }: Context, id: string): Promise<readonly Series[]> {
  return (await listSeries(house.db, asker.team, PREFIXES.schemes)).filter((one) => one.id === id);
}

async function replyForGiven(
  { recording, given }: Standing & { kind: 'given' },
  series: Series,
  context: Context,
): Promise<Reply> {
  const { t, house, asker, timeZone } = context;
  const { year } = await momentOf(house, asker.team);
  const { left } = await aheadOf(house, asker.team, series, year);
  return {
    tone: 'good',
    title: t(say.given, {
      title: labelOf('recording', recording.content, t),
      code: displayOf({ scheme: 'isrc', code: given.code }),
    }),
    facts: [
      { label: t(say.givenAt), value: t(say.givenAtValue, { when: given.at, zone: timeZone }) },
      { label: t(say.from), value: t(say.fromValue, { series: printedSeries(series), left, year }) },
      { label: t(say.ledger), value: t(say.ledgerValue, { seq: given.seq }) },
    ],
    text: [t(say.forLife)],
  };
}

/** What it bears, so that whoever asks twice sees the same code and no other. */
export async function replyForBears(
  recording: Recording,
  isrcs: readonly ItemCode[],
  context: Context,
): Promise<Reply> {
  const { t } = context;
  const title = labelOf('recording', recording.content, t);
  const [first] = isrcs;
  const codes = isrcs.map((one) => displayOf({ scheme: 'isrc', code: one.code }));
  const heading =
    codes.length === 1
      ? t(say.bears, { title, code: codes[0] ?? '' })
      : t(say.bearsSeveral, { title, codes: join(codes.map(code), ', ') });
  return {
    tone: 'caution',
    title: heading,
    ...(first === undefined ? {} : { facts: await factsOf(first, context) }),
    text: [t(say.bearsWhy)],
  };
}

async function factsOf(borne: ItemCode, context: Context): Promise<NonNullable<Reply['facts']>> {
  const { t, timeZone } = context;
  const ledger = { label: t(say.ledger), value: t(say.ledgerValue, { seq: borne.seq }) };
  if (borne.how === 'assigned') {
    const values = { when: borne.since, zone: timeZone };
    const name = await nameIn(borne.seq, context);
    const value = name === null ? t(say.givenAtValue, values) : t(say.givenBy, { ...values, name });
    return [{ label: t(say.givenAt), value }, ledger];
  }
  const { source } = borne;
  const value = source === null ? t(say.registeredOnly) : t(say.registeredFrom, { source });
  return [{ label: t(say.sourceLabel), value }, ledger];
}

/** Who is behind an entry about a code; null where nobody is named. */
async function nameIn(seq: Seq, { house, asker }: Context): Promise<string | null> {
  const [row] = await house.evidence.rows(house.db, asker.team, [seq]);
  const { by = null } = (row?.entry.data ?? {}) as { readonly by?: PersonId | null };
  if (by === null) return null;
  const [known] = await findPeople(house.db, asker.team, [by]);
  return known?.displayName ?? null;
}

/** Why a recording has no code, as a sentence. */
function whyNot(standing: Standing, t: Context['t']): Words {
  const { id, content } = standing.recording;
  const title = labelOf('recording', content, t);
  if (standing.kind === 'lacks') {
    const details = { title, recording: id, lacks: standing.lacks };
    return explain(problem('assign.minimum', 'error', details), t);
  }
  return explain(problem('assign.same', 'error', { title }), t);
}

function replyForMany(standings: readonly Standing[], { t }: Context): Reply {
  const of = (...kinds: readonly Standing['kind'][]) => standings.filter(({ kind }) => kinds.includes(kind));
  const open = of('lacks', 'asks', 'same').length;
  const given = of('given').length;
  const asked = of('asks').map(({ recording }) => recording.id);
  const command = `/isrc assign ${asked.join('; ')} new: yes`;
  return {
    tone: open > 0 ? 'caution' : 'good',
    title: t(say.many, { given, had: of('bears').length, open }),
    list: standings.map((standing) => lineFor(standing, t)),
    text: [
      ...(asked.length > 0 && asked.length <= MOST_TYPED_AGAIN ? [t(say.manyNext, { command })] : []),
      ...(given > 0 ? [t(say.forLife)] : []),
    ],
  };
}

function lineFor(standing: Standing, t: Context['t']): Line {
  const { id, content } = standing.recording;
  const title = labelOf('recording', content, t);
  switch (standing.kind) {
    case 'given':
      return {
        tone: 'good',
        text: t(say.lineGiven, { code: displayOf({ scheme: 'isrc', code: standing.given.code }), title }),
      };
    case 'bears':
      return {
        tone: 'plain',
        text: t(say.lineBears, {
          code: displayOf({ scheme: 'isrc', code: standing.isrcs[0]?.code ?? '' }),
          title,
        }),
      };
    case 'asks':
      return { tone: 'caution', text: t(say.lineAsks, { title, recording: id }) };
    default:
      return { tone: 'bad', text: whyNot(standing, t) };
  }
}
