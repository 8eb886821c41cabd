import type { Context } from '../bot/command.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import { readDay } from '../core/day.ts';
import { draftOf, isDropped } from '../core/licenses/content.ts';
import type { Use } from '../core/licenses/license.ts';
import { checkAll, type Verdict, type Way } from '../core/licenses/verdict.ts';
import { must } from '../core/problem.ts';
import { takePending } from '../places/pending.ts';
import { placesFor } from '../places/places.ts';
import { firstOf } from '../rights/lists.ts';
import { withEnglish } from '../rights/translated.ts';
import { licensesAbout, type StoredLicense } from '../store/licenses.ts';
import { listNotes, type StoredNote } from '../store/notes.ts';
import { inTransaction } from '../store/transaction.ts';
import type { Text } from '../text/spans.ts';
import { type AssetInput, assetOf, isRemoved } from './assets.ts';
import { nextText, type Question, reasonLine, valuesOf, wayLine, wholeLine } from './check-words.ts';
import { factsOf } from './facts.ts';
import { findParty, partyMeant } from './parties.ts';
import { todayOf } from './read-input.ts';
import { say } from './say.ts';

export type CheckInput = AssetInput & {
  readonly territory: string;
  readonly use: Use;
  readonly date?: string | undefined;
  /** The licensee. */
  readonly for?: string | undefined;
};

type Confirmed = { readonly pending: string; readonly countries: readonly string[] };

const MOST_LINES = 10;
const MOST_NAMED = 8;
const MOST_NOTES = 5;

/** `/license check`: whether a use is covered there and then, with the clause that says so, or why nothing can be said. */
export async function checkLicenses(
  input: CheckInput,
  context: Context,
  confirmed?: Confirmed,
): Promise<Reply> {
  const { house, asker } = context;
  const { team } = asker;
  const asset = await assetOf(input, context, 'roughly');
  const today = todayOf(context);
  // The day on which it is asked, whenever the places are confirmed.
  const date = input.date === undefined ? today : must(readDay(input.date, today));
  const licensee =
    input.for === undefined ? null : await partyMeant(await findParty(input.for, context), context);
  const placed = await placesFor(
    input.territory,
    confirmed?.countries,
    { command: 'check', input: { ...input, date }, press: (key) => pressOf('license', 'places', key) },
    context,
  );
  if (placed.kind === 'reply') return placed.reply;
  if (confirmed !== undefined) {
    await inTransaction(house.db, (db) => takePending(house, db, team, confirmed.pending));
  }
  const question = { asset, set: placed.set, use: input.use, date, licensee };
  const all = (await licensesAbout(house.db, team, asset)).filter((one) => !isDropped(one.id, one.content));
  const notes = await listNotes(house.db, team, { about: asset, limit: MOST_NOTES });
  const verdict = checkAll(
    all.map(({ id, content }) => ({ license: draftOf(id, content), counts: content.counts })),
    { territories: placed.set, use: input.use, date, ...(licensee === null ? {} : { licensee }) },
  );
  const found = { all, notes, remarks: placed.remarks, isRemoved: await isRemoved(asset, context) };
  return withEnglish(
    {
      ...(verdict.answer === 'yes'
        ? yesReply(question, verdict.by, found, context)
        : otherReply(question, verdict, found, context)),
      notices: [inLanguage(quickAnswers().education, context.locale)],
    },
    context,
  );
}

type Found = {
  readonly all: readonly StoredLicense[];
  readonly notes: readonly StoredNote[];
  readonly remarks: readonly Text[];
  /** What it is about was taken out of the catalog. */
  readonly isRemoved: boolean;
};

function yesReply(question: Question, by: readonly Way[], found: Found, context: Context): Reply {
  const { t } = context;
  const values = valuesOf(question, context);
  const ways = by.map((way) => found.all.filter(({ id }) => way.some((license) => license.id === id)));
  const [way = []] = ways;
  const [first] = way;
  const text = besideText(found, context);
  // A yes is one for somebody: what is given to another is none for whoever asks.
  const licensee = first?.content.licensee?.name ?? '…';
  if (ways.length > 1) {
    const names = [...new Set(ways.map(([one]) => one?.content.licensee?.name ?? '…'))];
    return {
      tone: 'good',
      title: t(say.checkYesSeveral, { ...values, licensees: firstOf(MOST_NAMED, names, context) }),
      list: [
        ...ways.slice(0, MOST_LINES).map((one) => wayLine(one, context)),
        ...moreLines(ways.length, context),
      ],
      text,
    };
  }
  if (first !== undefined && way.length === 1) {
    const title = t(say.checkYes, { ...values, id: first.id, licensee });
    return { tone: 'good', title, facts: factsOf(first.content, context), text };
  }
  return {
    tone: 'good',
    title: t(say.checkYesTogether, { ...values, ids: way.map(({ id }) => id), licensee }),
    list: way.map((one) => wholeLine(one, context)),
    text,
  };
}

function otherReply(
  question: Question,
  { answer, reasons }: Exclude<Verdict, { readonly answer: 'yes' }>,
  found: Found,
  context: Context,
): Reply {
  const { t } = context;
  const { licensee } = question;
  const isNo = answer === 'no';
  const forAnybody = isNo ? say.checkNo : say.checkOpen;
  const forThem = isNo ? say.checkNoFor : say.checkOpenFor;
  return {
    tone: isNo ? 'bad' : 'caution',
    title: t(licensee === null ? forAnybody : forThem, {
      ...valuesOf(question, context),
      licensee: licensee?.name ?? '',
    }),
    list: [
      ...reasons.slice(0, MOST_LINES).map((reason) => reasonLine(reason, question, found.all, context)),
      ...moreLines(reasons.length, context),
    ],
    text: [
      ...(reasons.length === 0 ? noneText(question, found.all, context) : []),
      ...besideText(found, context),
      ...nextText(question, reasons[0], found.isRemoved, context),
    ],
  };
}

function moreLines(count: number, { t }: Context): NonNullable<Reply['list']> {
  return count > MOST_LINES ? [{ text: t(say.checkMore, { count: count - MOST_LINES }) }] : [];
}

/** There is none; or none for them, and whom there are some for. */
function noneText({ licensee }: Question, all: readonly StoredLicense[], context: Context): readonly Text[] {
  const { t } = context;
  const names = [...new Set(all.map(({ content }) => content.licensee?.name ?? '…'))];
  if (licensee === null || names.length === 0) return [t(say.checkNone)];
  const licensees = firstOf(MOST_NAMED, names, context);
  return [t(say.checkNoneFor, { licensee: licensee.name, licensees })];
}

/** Notes are named as what they are, whatever they say. */
function besideText({ notes, remarks, isRemoved: isGone }: Found, { t }: Context): readonly Text[] {
  const ids = notes.map(({ id }) => id);
  return [
    ...(notes.length === 0 ? [] : [t(say.checkNotes, { count: notes.length, ids })]),
    ...(isGone ? [t(say.checkRemoved)] : []),
    ...remarks,
  ];
}
