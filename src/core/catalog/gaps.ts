import type { Kind } from '../identifiers/kind.ts';
import { isDerived, type RecordingContent, type Titles, type WorkContent } from './items.ts';
import { folded } from './search-terms.ts';

/** What is missing or in conflict at one item, most pressing first. */
export const GAPS = [
  'isrc-shared',
  'isrcs-several',
  'iswc-shared',
  'isrc-missing',
  'work-missing',
  'artist-missing',
  'duration-missing',
  'version-of-missing',
  'title-differs',
  'sample-open',
  'samples-unsaid',
  'iswcs-several',
  'iswc-missing',
] as const;

export type Gap = (typeof GAPS)[number];

/** A code that an item bears. */
export type BorneCode = {
  readonly scheme: Kind | 'catalog-number';
  readonly code: string;
  /** Another item bears it as well, and nobody has accepted that of either. */
  readonly shared: boolean;
  /** Somebody looked at what is odd about it, and said why it stands. */
  readonly accepted: boolean;
};

export type RecordingFacts = {
  readonly content: RecordingContent;
  readonly codes: readonly BorneCode[];
  readonly works: readonly WorkContent[];
};

export type WorkFacts = { readonly content: WorkContent; readonly codes: readonly BorneCode[] };

/**
 * Everything that is open at a recording.
 *
 * @see facts on identifiers, 1.5 (what a record must hold to tell one recording from another) and 1.7 (one code on two
 *   recordings, two codes on one)
 */
export function gapsOfRecording({ content, codes, works }: RecordingFacts): readonly Gap[] {
  const isrcs = codes.filter(({ scheme }) => scheme === 'isrc');
  const { versionKind, versionOf, mainArtist, durationMs, samples } = content;
  const open: Readonly<Partial<Record<Gap, boolean>>> = {
    'isrc-shared': isrcs.some(({ shared }) => shared),
    'isrcs-several': isSeveral(isrcs),
    'isrc-missing': isrcs.length === 0,
    'work-missing': works.length === 0,
    'artist-missing': mainArtist === null,
    'duration-missing': durationMs === null,
    'version-of-missing': isDerived(versionKind) && versionOf === null,
    'title-differs': works.length === 1 && works.every((work) => !sharesTitle(content, work)),
    'sample-open': Array.isArray(samples) && samples.some(({ cleared }) => cleared !== 'yes'),
    'samples-unsaid': samples === null,
  };
  return GAPS.filter((gap) => open[gap]);
}

/** @see facts on identifiers, 2: a work may have had several ISWCs, and has none before it is registered */
export function gapsOfWork({ content, codes }: WorkFacts): readonly Gap[] {
  const iswcs = codes.filter(({ scheme }) => scheme === 'iswc');
  const open: Readonly<Partial<Record<Gap, boolean>>> = {
    'iswc-shared': iswcs.some(({ shared }) => shared),
    'iswcs-several': isSeveral(iswcs),
    'iswc-missing': iswcs.length === 0 && content.isRegistering !== true,
  };
  return GAPS.filter((gap) => open[gap]);
}

function isSeveral(codes: readonly BorneCode[]): boolean {
  return codes.filter(({ accepted }) => !accepted).length > 1;
}

/** What stands in brackets or behind a dash says which version it is, not what it is called. */
function bare(title: string): string {
  return folded(title)
    .replace(/[([（［〔].*$/u, '')
    .replace(/\s[-–—].*$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether two things go by one title, whatever stands in brackets or behind a dash. */
export function sharesTitle(a: Titles, b: Titles): boolean {
  const names = ({ title, latin, others }: Titles) =>
    [title, latin ?? '', ...others].map(bare).filter((name) => name !== '');
  return !new Set(names(a)).isDisjointFrom(new Set(names(b)));
}
