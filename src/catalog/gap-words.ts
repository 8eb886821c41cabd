import type { Line, Tone } from '../bot/reply.ts';
import type { Gap } from '../core/catalog/gaps.ts';
import { code, join } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import { displayOf } from './labels.ts';
import type { Looked } from './look.ts';

/** What is missing or in conflict, and the command that closes it. */
export const say = {
  isrcShared:
    'Its ISRC {codes} is on another recording as well → <code>/catalog edit item: {item} isrc: -{code}</code> where it does not belong; <code>/catalog edit item: {item} isrc: {code} accept: …</code> if it really is on both',
  isrcsSeveral:
    'More than one ISRC, {codes}; the first one issued stays → <code>/catalog edit item: {item} isrc: -{code}</code> for a mistake, <code>/catalog edit item: {item} isrc: {code} accept: …</code> for one in circulation; tell the distributor',
  iswcShared:
    'Its ISWC {codes} is on another work as well → <code>/catalog edit item: {item} iswc: -{code}</code> where it does not belong; <code>/catalog edit item: {item} iswc: {code} accept: …</code> if it really is on both',
  iswcsSeveral:
    'More than one ISWC, {codes}; the first one issued is the preferred one → <code>/catalog edit item: {item} iswc: {code} accept: …</code> for the archived one, <code>/catalog edit item: {item} iswc: -{code}</code> for a mistake',
  isrcMissing:
    'No ISRC → <code>/isrc assign recording: {item}</code>, or <code>/catalog edit item: {item} isrc: …</code> for one that somebody else gave',
  iswcMissing:
    'No ISWC yet → register the work with the society, then <code>/catalog edit item: {item} iswc: …</code>; <code>iswc: pending</code> until it comes back',
  workMissing: 'No work → <code>/catalog edit item: {item} works: …</code>',
  artistMissing: 'No main artist → <code>/catalog edit item: {item} artist: …</code>',
  durationMissing: 'No duration → <code>/catalog edit item: {item} duration: …</code>',
  versionOfMissing:
    'Nobody has said of which recording it is a version → <code>/catalog edit item: {item} of: …</code>',
  titleDiffers:
    'Its title is not that of its work {work} → <code>/catalog edit item: {workId} also: {title}</code> if the work goes by both, or <code>/catalog edit item: {item} works: …</code>',
  sampleOpen:
    'Samples that are not cleared: {samples} → <code>/catalog edit item: {item} samples: title | owner | cleared</code> once they are',
  samplesUnsaid:
    'Nobody has said whether there are samples → <code>/catalog edit item: {item} samples: none</code>, or name them',
};

const WORDS: Readonly<Record<Gap, string>> = {
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

/** Conflicts do not hold; what is missing is to be looked at. */
export function toneOf(gap: Gap): Tone {
  return gap === 'isrc-shared' || gap === 'isrcs-several' || gap === 'iswc-shared' ? 'bad' : 'caution';
}

/** One gap of an item in a line, with the command that closes it. */
export function gapLine(gap: Gap, looked: Looked, t: Translate): Line {
  const { item } = looked;
  const codes = looked.codes.filter(
    ({ scheme, acceptedFor }) => scheme !== 'catalog-number' && acceptedFor === null,
  );
  const newest = codes.at(-1);
  const work = looked.kind === 'recording' ? looked.works[0] : undefined;
  const text = t(WORDS[gap], {
    item: item.id,
    title: quoted(item.content.title),
    codes: join(
      codes.map((one) => code(displayOf(one))),
      ', ',
    ),
    code: newest === undefined ? '' : displayOf(newest),
    work: work?.content.title ?? '',
    workId: work?.id ?? '',
    samples: openSamples(looked),
  });
  return { tone: toneOf(gap), text };
}

/** As it can be typed back. */
function quoted(title: string): string {
  return `"${title.replaceAll('"', '”')}"`;
}

function openSamples(looked: Looked): readonly string[] {
  if (looked.kind === 'work') return [];
  const { samples } = looked.item.content;
  if (samples === null || samples === 'none') return [];
  return samples.filter(({ cleared }) => cleared !== 'yes').map(({ title }) => title);
}

export function gapLines(gaps: readonly Gap[], looked: Looked, t: Translate): readonly Line[] {
  return gaps.map((gap) => gapLine(gap, looked, t));
}
