import type { Context } from '../bot/command.ts';
import { type Button, type Line, pressOf, type Reply } from '../bot/reply.ts';
import { GAPS, type Gap } from '../core/catalog/gaps.ts';
import { countGaps, itemsWithGap } from '../store/catalog-gaps.ts';
import { listItems } from '../store/catalog-items.ts';
import type { Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import { ID_PREFIXES } from './find.ts';
import { gapLine, toneOf } from './gap-words.ts';
import { labelOf } from './labels.ts';
import { lookAt } from './look.ts';

/** What is said about the catalog as a whole. */
export const say = {
  good: 'Nothing is missing in the catalog, and nothing contradicts itself',
  empty: 'There is nothing in the catalog yet',
  emptyNext:
    'Add a recording with <code>/catalog add</code>, or bring a whole list in with <code>/catalog import</code>.',
  title:
    '{count, plural, one {One kind of gap is} other {# kinds of gaps are}} open in the catalog, the most pressing first',
  item: '{label}: {gap}',
  count: '<b>{gap}</b>: {count, number}',
  countPart: '<b>{gap}</b>: more than {count, number}',
  more: 'More: {gap}',
  page: '{gap}: {from, number} to {to, number}',
  closed: 'Closed everywhere: {gap}',

  // Each kind of gap.
  isrcShared: 'ISRC also on another recording',
  isrcsSeveral: 'more than one ISRC',
  iswcShared: 'ISWC also on another work',
  iswcsSeveral: 'more than one ISWC',
  isrcMissing: 'no ISRC',
  iswcMissing: 'no ISWC',
  workMissing: 'no work',
  artistMissing: 'no main artist',
  durationMissing: 'no duration',
  versionOfMissing: 'a version, and nobody has said of what',
  titleDiffers: 'title unlike that of the work',
  sampleOpen: 'samples that are not cleared',
  samplesUnsaid: 'nobody has said whether there are samples',
};

const NAMES: Readonly<Record<Gap, string>> = {
  'isrc-shared': say.isrcShared,
  'isrcs-several': say.isrcsSeveral,
  'iswc-shared': say.iswcShared,
  'iswcs-several': say.iswcsSeveral,
  'isrc-missing': say.isrcMissing,
  'iswc-missing': say.iswcMissing,
  'work-missing': say.workMissing,
  'artist-missing': say.artistMissing,
  'duration-missing': say.durationMissing,
  'version-of-missing': say.versionOfMissing,
  'title-differs': say.titleDiffers,
  'sample-open': say.sampleOpen,
  'samples-unsaid': say.samplesUnsaid,
};

/** Counted no further, so that a large catalog answers as quickly as a small one. */
const MOST_COUNTED = 1000;
const PAGE = 10;
/** Where many kinds are open, one item of each shows what to do; a message holds no more. */
const FEW_KINDS = 4;
const SHOWN_OF_FEW = 3;

/** `/catalog health`: what is missing or contradicts itself, how often, and the command that closes it. */
export async function askHealth(context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { db } = house;
  const counts = await countGaps(db, asker.team, GAPS, MOST_COUNTED);
  if (counts.size === 0) return nothingOpen(context);
  const shown = counts.size <= FEW_KINDS ? SHOWN_OF_FEW : 1;
  const list: Line[] = [];
  const buttons: Button[] = [];
  for (const [gap, count] of counts) {
    const name = t(NAMES[gap]);
    const isPart = count === MOST_COUNTED;
    const values = { gap: name, count: isPart ? count - 1 : count };
    list.push({ tone: toneOf(gap), text: t(isPart ? say.countPart : say.count, values) });
    list.push(...(await itemLines(gap, { limit: shown, offset: 0 }, context)));
    if (count > shown) {
      buttons.push({ label: t(say.more, { gap: name }), press: pressOf('catalog', 'health', `${gap}:0`) });
    }
  }
  return { tone: 'caution', title: t(say.title, { count: counts.size }), list, buttons };
}

async function nothingOpen({ house, asker, t }: Context): Promise<Reply> {
  for (const kind of ['recording', 'work'] as const) {
    const some = await listItems(house.db, asker.team, kind, { limit: 1 });
    if (some.length > 0) return { tone: 'good', title: t(say.good) };
  }
  return { tone: 'plain', title: t(say.empty), text: [t(say.emptyNext)] };
}

/** The button for more of one kind. @param value the gap, and how many have been shown */
export async function pressHealth(value: string, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const [name, typed] = value.split(':');
  const gap = GAPS.find((one) => one === name) ?? GAPS[0];
  const offset = Number(typed) || 0;
  const lines = await itemLines(gap, { limit: PAGE, offset }, context);
  const title = t(NAMES[gap]);
  // Closed from there on is not closed everywhere.
  if (lines.length === 0 && offset > 0) return pressHealth(`${gap}:0`, context);
  if (lines.length === 0) return { tone: 'good', title: t(say.closed, { gap: title }) };
  const next = await itemsWithGap(house.db, asker.team, gap, { limit: 1, offset: offset + PAGE });
  const button: Button = {
    label: t(say.more, { gap: title }),
    press: pressOf('catalog', 'health', `${gap}:${offset + PAGE}`),
  };
  return {
    tone: toneOf(gap),
    title: t(say.page, { gap: title, from: offset + 1, to: offset + lines.length }),
    list: lines,
    ...(next.length === 0 ? {} : { buttons: [button] }),
  };
}

async function itemLines(
  gap: Gap,
  page: { readonly limit: number; readonly offset: number },
  { house, asker, t }: Context,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const id of await itemsWithGap(house.db, asker.team, gap, page)) {
    const kind = id.startsWith(ID_PREFIXES.work) ? 'work' : 'recording';
    const looked = await lookAt(house.db, asker.team, kind, id);
    const label = labelOf(kind, looked.item.content, t);
    lines.push({ text: itemWords(label, gapLine(gap, looked, t).text as Text, t) });
  }
  return lines;
}

function itemWords(label: string, gap: Text, t: Translate): Text {
  return t(say.item, { label, gap });
}
