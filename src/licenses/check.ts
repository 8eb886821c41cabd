import type { Context } from '../bot/command.ts';
import type { Line, Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import { type Asset, draftOf, type LicenseContent } from '../core/licenses/content.ts';
import type { Coverage } from '../core/licenses/covers.ts';
import { readDay } from '../core/licenses/day.ts';
import type { Day, Use } from '../core/licenses/license.ts';
import { checkAll, type Reason, type Verdict } from '../core/licenses/verdict.ts';
import { must } from '../core/problem.ts';
import type { TerritorySet } from '../core/territory-set.ts';
import { licensesAbout, type StoredLicense } from '../store/licenses.ts';
import { listNotes, type StoredNote } from '../store/notes.ts';
import { inTransaction } from '../store/transaction.ts';
import { code, plain, type Text } from '../text/spans.ts';
import { type AssetInput, assetOf, assetWord } from './assets.ts';
import { factsOf, partiesWords } from './facts.ts';
import { takePending } from './pending.ts';
import { placesFor } from './places.ts';
import { todayOf } from './read-input.ts';
import { say } from './say.ts';
import { amountWords, noon, PART_NAMES, placesWords, USE_NAMES, usesWords } from './words.ts';

export type CheckInput = AssetInput & {
  readonly territory: string;
  readonly use: Use;
  readonly date?: string | undefined;
};

type Confirmed = { readonly pending: string; readonly countries: readonly string[] };

type Question = {
  readonly asset: Asset;
  readonly set: TerritorySet;
  readonly use: Use;
  readonly date: Day;
};

const MOST_REASONS = 10;
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
  const date = input.date === undefined ? today : must(readDay(input.date, today));
  const placed = await placesFor(input.territory, confirmed?.countries, { of: 'license', command: 'check', input }, context);
  if (placed.kind === 'reply') return placed.reply;
  if (confirmed !== undefined) {
    await inTransaction(house.db, (db) => takePending(house, db, team, confirmed.pending));
  }
  const question = { asset, set: placed.set, use: input.use, date };
  const all = (await licensesAbout(house.db, team, asset)).filter(({ content }) => isAsked(content));
  const notes = await listNotes(house.db, team, { about: asset, limit: MOST_NOTES });
  const verdict = checkAll(
    all.map(({ id, content }) => ({ license: draftOf(id, content), counts: content.counts })),
    { territories: placed.set, use: input.use, date },
  );
  return verdictReply(question, verdict, { all, notes, remarks: placed.remarks }, context);
}

/** A draft that was ended was never a license. */
function isAsked({ ended, begins, ends }: LicenseContent): boolean {
  return ended === null || (begins !== null && ends !== null);
}

type Found = {
  readonly all: readonly StoredLicense[];
  readonly notes: readonly StoredNote[];
  readonly remarks: readonly Text[];
};

function verdictReply(question: Question, verdict: Verdict, found: Found, context: Context): Reply {
  const { t, locale } = context;
  const notices = [inLanguage(quickAnswers().education, locale)];
  const text = [...notesText(found.notes, context), ...found.remarks];
  const values = valuesOf(question, context);
  if (verdict.answer === 'yes') {
    const by = found.all.filter(({ id }) => verdict.by.some((license) => license.id === id));
    const [first] = by;
    // A yes is one for somebody: what is given to another is none for whoever asks.
    const licensee = first?.content.licensee?.name ?? '…';
    const title =
      first !== undefined && by.length === 1
        ? t(say.checkYes, { ...values, id: first.id, licensee })
        : t(say.checkYesTogether, { ...values, ids: by.map(({ id }) => id), licensee });
    return {
      tone: 'good',
      title,
      facts: by.length === 1 && first !== undefined ? factsOf(first.content, context) : [],
      list: by.length === 1 ? [] : by.map(({ id, content }) => wholeLine(id, content, context)),
      text,
      notices,
    };
  }
  const isNo = verdict.answer === 'no';
  const reasons = verdict.reasons.slice(0, MOST_REASONS);
  return {
    tone: isNo ? 'bad' : 'caution',
    title: t(isNo ? say.checkNo : say.checkOpen, values),
    list: reasons.map((reason) => reasonLine(reason, question, found.all, context)),
    text: [
      ...(found.all.length === 0 ? [t(say.checkNone)] : []),
      ...text,
      ...nextText(question, verdict.reasons[0], context),
    ],
    notices,
  };
}

function valuesOf({ asset, set, use, date }: Question, context: Context) {
  return {
    title: asset.title,
    use: plain(context.t(USE_NAMES[use])),
    places: placesWords(set, context),
    date: noon(date, context),
  };
}

function wholeLine(id: string, content: LicenseContent, context: Context): Line {
  const places = content.territories ?? [];
  return {
    tone: 'good',
    text: context.t(say.checkPart, {
      id,
      parties: partiesWords(content, context),
      places: placesWords(places as unknown as TerritorySet, context),
    }),
  };
}

function reasonLine(
  { license, coverage, against }: Reason,
  question: Question,
  all: readonly StoredLicense[],
  context: Context,
): Line {
  const { t } = context;
  const content = all.find(({ id }) => id === license.id)?.content;
  const parties = content === undefined ? '' : partiesWords(content, context);
  const why =
    against === undefined
      ? whyWords(coverage, question, context)
      : t(say.whyExclusive, { id: against.id, name: against.licensee.name });
  return {
    tone: coverage.answer === 'no' ? 'bad' : 'caution',
    text: t(say.checkReason, { id: license.id, parties, why }),
  };
}

/** The clause that decides it, and what in it does. */
function whyWords(coverage: Coverage, { use }: Question, context: Context): Text {
  const { t } = context;
  if (coverage.answer === 'yes') return [];
  const asked = plain(t(USE_NAMES[use]));
  if (coverage.answer === 'no') {
    switch (coverage.clause) {
      case 'territories':
        return t(say.whyOutside, { places: placesWords(coverage.outside, context) });
      case 'term':
        return coverage.side === 'before'
          ? t(say.whyBefore, { from: noon(coverage.term.from, context) })
          : t(say.whyAfter, { to: noon(coverage.term.to ?? '', context) });
      case 'uses':
        return t(say.whyUses, { uses: usesWords(coverage.uses, context), use: asked });
      case 'caps':
        return t(say.whyReached, { limit: amountWords(coverage.cap, context) });
    }
  }
  if (coverage.clause === 'note') return t(say.whyNote);
  if (coverage.why === 'near') return t(say.whyNear, { near: usesWords(coverage.near, context), use: asked });
  if (coverage.why === 'uncounted') return t(say.whyUncounted, { limit: amountWords(coverage.cap, context) });
  return t(say.whyMissing, { part: plain(t(PART_NAMES[coverage.clause])) });
}

/** Notes are named as what they are, whatever they say. */
function notesText(notes: readonly StoredNote[], { t }: Context): readonly Text[] {
  if (notes.length === 0) return [];
  return [t(say.checkNotes, { count: notes.length, ids: notes.map(({ id }) => id) })];
}

/** The one next step: what is nearest to a yes comes first. */
function nextText({ asset }: Question, nearest: Reason | undefined, { t }: Context): readonly Text[] {
  const add = t(say.checkNextRecord, { command: code(`/license add ${assetWord(asset)} …`) });
  if (nearest?.against !== undefined) {
    return [t(say.checkNextExclusive, { command: code(`/license show ${nearest.against.id}`) })];
  }
  if (nearest === undefined || nearest.coverage.answer !== 'cannot say') return [add];
  const { license, coverage } = nearest;
  if (coverage.clause === 'note' || coverage.why === 'near') return [add];
  const command =
    coverage.why === 'missing'
      ? code(`/license add license: ${license.id} …`)
      : code(`/license count ${license.id} made: …`);
  return [t(coverage.why === 'missing' ? say.checkNextComplete : say.checkNextCount, { command })];
}
