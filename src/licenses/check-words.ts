import type { Context } from '../bot/command.ts';
import type { Line } from '../bot/reply.ts';
import type { Day } from '../core/day.ts';
import type { Asset } from '../core/licenses/content.ts';
import type { Coverage } from '../core/licenses/covers.ts';
import type { LicenseParty, Use } from '../core/licenses/license.ts';
import type { Reason } from '../core/licenses/verdict.ts';
import { type TerritorySet, territorySet } from '../core/territory-set.ts';
import { placesWords } from '../places/words.ts';
import type { StoredLicense } from '../store/licenses.ts';
import { code, plain, type Text } from '../text/spans.ts';
import { assetWord } from './assets.ts';
import { partiesWords } from './facts.ts';
import { say } from './say.ts';
import { amountWords, PART_NAMES, USE_NAMES, usesWords } from './words.ts';

/** What `/license check` was asked. */
export type Question = {
  readonly asset: Asset;
  readonly set: TerritorySet;
  readonly use: Use;
  readonly date: Day;
  /** For whom alone; null for anybody. */
  readonly licensee: LicenseParty | null;
};

export function valuesOf({ asset, set, use, date }: Question, context: Context) {
  return {
    title: asset.title,
    use: plain(context.t(USE_NAMES[use])),
    places: placesWords(set, context),
    date: date,
  };
}

/** One license, or several of one licensee that cover it together. */
export function wayLine(way: readonly StoredLicense[], context: Context): Line {
  const [first] = way;
  if (first === undefined) throw new Error('Nothing covers nothing.');
  if (way.length === 1) return wholeLine(first, context);
  const values = { ids: way.map(({ id }) => id), parties: partiesWords(first.content, context) };
  return { tone: 'good', text: context.t(say.checkWay, values) };
}

export function wholeLine({ id, content }: StoredLicense, context: Context): Line {
  const places = placesWords(territorySet(content.territories ?? []), context);
  return {
    tone: 'good',
    text: context.t(say.checkPart, { id, parties: partiesWords(content, context), places }),
  };
}

export function reasonLine(
  reason: Reason,
  question: Question,
  all: readonly StoredLicense[],
  context: Context,
): Line {
  const { t } = context;
  const { license, coverage, part } = reason;
  const content = all.find(({ id }) => id === license.id)?.content;
  const parties = content === undefined ? '' : partiesWords(content, context);
  const why = reasonWords(reason, question, context);
  const isPart = part !== undefined && part.length < question.set.length;
  return {
    tone: coverage.answer === 'no' ? 'bad' : 'caution',
    text: t(say.checkReason, {
      id: license.id,
      parties,
      why: isPart ? t(say.whyPart, { places: placesWords(part, context), why }) : why,
    }),
  };
}

function reasonWords({ coverage, against }: Reason, question: Question, context: Context): Text {
  if (against === undefined) return whyWords(coverage, question, context);
  return context.t(say.whyExclusive, { id: against.id, name: against.licensee.name });
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
          ? t(say.whyBefore, { from: coverage.term.from })
          : t(say.whyAfter, { to: coverage.term.to ?? '' });
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

/** The one next step: what is nearest to a yes comes first. */
export function nextText(
  { asset }: Question,
  nearest: Reason | undefined,
  isRemoved: boolean,
  { t }: Context,
): readonly Text[] {
  // Of what was taken out of the catalog, no other license can be recorded.
  const add = isRemoved
    ? []
    : [t(say.checkNextRecord, { command: code(`/license add ${assetWord(asset)} …`) })];
  if (nearest?.against !== undefined) {
    return [t(say.checkNextExclusive, { command: code(`/license show ${nearest.against.id}`) })];
  }
  if (nearest === undefined || nearest.coverage.answer !== 'cannot say') return add;
  const { license, coverage } = nearest;
  if (coverage.clause === 'note' || coverage.why === 'near') return add;
  const command =
    coverage.why === 'missing'
      ? code(`/license add license: ${license.id} …`)
      : code(`/license count ${license.id} made: …`);
  return [t(coverage.why === 'missing' ? say.checkNextComplete : say.checkNextCount, { command })];
}
