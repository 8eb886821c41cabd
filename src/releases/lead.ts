import type { Context } from '../bot/command.ts';
import type { Line, OutFile, Reply } from '../bot/reply.ts';
import { type LeadKind, leadTimes } from '../core/data/lead-times.ts';
import { inLanguage } from '../core/data/localized.ts';
import type { Dated, LeadAdvice } from '../core/releases/lead-times.ts';
import { writeCsv } from '../export/csv.ts';
import { asOfWords } from '../rights/dates.ts';
import { withEnglish } from '../rights/translated.ts';
import type { StoredRelease } from '../store/releases.ts';
import { plain, type Text } from '../text/spans.ts';
import { findMeantRelease, titleOfRelease } from './find.ts';
import { planSource } from './plan.ts';
import { say } from './say.ts';
import { adviceFor, whatWords } from './usual.ts';
import { type Speaker, speakerFor } from './words.ts';

/** What everybody has to do; the rest is in the file. */
const SHOWN: ReadonlySet<LeadKind> = new Set<LeadKind>(['delivery', 'pitch']);

/** A figure, and whose store or distributor it is about. */
type Figure = { readonly whose: string; readonly dated: Dated };

/** "Lead times": by when what has to be where, with whose figure it is and how sure it is; all of it in a file. */
export async function showLeadTimes(id: string, context: Context): Promise<Reply> {
  const release = await findMeantRelease(id, context);
  const speaker = speakerFor(release, context);
  const { t, locale } = speaker;
  const { content } = release;
  const advice = await adviceFor(content.day, context);
  const { plan } = advice;
  const figures = figuresOf(advice, locale);
  const shown = figures.filter(({ dated }) => SHOWN.has(dated.entry.what));
  const { compiled, cautions } = leadTimes();
  const planned = { days: plan.days, by: plan.by, source: planSource(plan, speaker) };
  const reply: Reply = {
    tone: 'plain',
    title: t(say.leadTitle, { title: titleOfRelease(release.content), day: content.day }),
    list: [{ text: t(say.leadPlan, planned) }, ...shown.map((figure) => lineOf(figure, speaker))],
    text: [t(say.leadMore, { count: figures.length - shown.length })],
    notices: [t(say.leadEdit, { compiled }), ...cautions.map((words) => inLanguage(words, locale))],
    files: [fileOf(release, advice, figures, speaker)],
  };
  return withEnglish(reply, speaker, { kind: 'lead-times' });
}

function figuresOf({ stores, distributors }: LeadAdvice, locale: string): readonly Figure[] {
  return [
    ...stores.flatMap(({ store, figures }) =>
      figures.map((dated) => ({ whose: inLanguage(store.name, locale), dated })),
    ),
    ...distributors.map((dated) => ({ whose: dated.entry.via ?? '', dated })),
  ];
}

function lineOf({ whose, dated }: Figure, speaker: Speaker): Line {
  const { t } = speaker;
  const { entry, days, by, better, certainty } = dated;
  const line: Text = t(say.leadLine, {
    ...{ store: whose, days, by },
    what: plain(whatWords(entry, t)),
    source: sourceOf(dated, speaker),
    certainty: plain(t(say.certainty, { confidence: certainty })),
  });
  return {
    text: better === undefined ? line : t(say.leadBetter, { line, better }),
  };
}

function sourceOf({ entry, certainty }: Dated, { t }: Speaker): string {
  return certainty === 'team' ? plain(t(say.leadOwn)) : entry.source;
}

/** Every figure, a row each, with source, date and certainty; and the stores of which none is known. */
function fileOf(
  { content }: StoredRelease,
  { stores }: LeadAdvice,
  figures: readonly Figure[],
  speaker: Speaker,
): OutFile {
  const { t, locale } = speaker;
  const columns = [
    ...[say.columnAt, say.columnWhat, say.columnWhen, say.columnDue],
    ...[say.columnSource, say.columnAsOf, say.columnCertainty],
  ];
  const rows = figures.map(({ whose, dated }) => [
    whose,
    plain(whatWords(dated.entry, t)),
    plain(t(say.usualLead, { days: dated.days })),
    dated.by,
    sourceOf(dated, speaker),
    plain(asOfWords(dated.entry.asOf, t)),
    plain(t(say.certainty, { confidence: dated.certainty })),
  ]);
  const blanks = stores.flatMap(({ store, figures: own }) =>
    own.length > 0 || store.blank === undefined
      ? []
      : [[inLanguage(store.name, locale), inLanguage(store.blank, locale), '', '', '', '', '']],
  );
  return {
    name: `${plain(t(say.leadFile))}-${content.day}.csv`,
    mediaType: 'text/csv',
    bytes: writeCsv([columns.map((column) => plain(t(column))), ...rows, ...blanks]),
  };
}
