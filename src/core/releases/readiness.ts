import type { BorneCode } from '../catalog/gaps.ts';
import type { RecordingContent } from '../catalog/items.ts';
import type { Coverage } from '../licenses/covers.ts';
import type { ReleaseContent } from './release.ts';

/** One thing that has to be in order before a release. */
export const POINTS = [
  'artist',
  'upc',
  'territories',
  'tracks',
  'isrc',
  'split',
  'samples',
  'iswc',
  'license',
  'cautions',
] as const;

export type PointKind = (typeof POINTS)[number];

/** `holds`; `open`: somebody has to do something; `look`: nothing stands in the way, and somebody should look at it. */
export type PointState = 'holds' | 'open' | 'look';

/** Why a point does not hold, in one word; the words for people are made from it. */
export type Reason =
  | 'missing'
  | 'gone'
  | 'shared'
  | 'several'
  | 'no-work'
  | 'no-split'
  | 'split-open'
  | 'split-disputed'
  | 'split-ended'
  | 'unsaid'
  | 'uncleared'
  | 'pending'
  | 'not-covered'
  | 'cannot-say'
  | 'unread';

export type Point = {
  readonly kind: PointKind;
  readonly state: PointState;
  readonly reason: Reason | null;
  /** From 1; null for what belongs to the release as a whole. */
  readonly track: number | null;
  /** What it is about where a track has several: a sample, a work, a license, a sheet; by id or name. */
  readonly about: string | null;
  /** Who is waited for, by person; empty where it is whoever looks after the release. */
  readonly owners: readonly string[];
};

/** What is known of the split of a track: the sheet that names its recording, or one that names it in an older version. */
export type SplitFact =
  | { readonly state: 'none' }
  | { readonly state: 'agreed'; readonly sheet: string }
  | {
      readonly state: 'open' | 'disputed' | 'ended';
      readonly sheet: string;
      /** Who has not answered, or disputes it. */
      readonly waitsFor: readonly string[];
    };

export type TrackFacts = {
  /** The recording was taken out of the catalog. */
  readonly isGone: boolean;
  readonly recording: Pick<RecordingContent, 'samples' | 'mainArtist'>;
  readonly isrcs: readonly BorneCode[];
  readonly works: readonly {
    readonly id: string;
    readonly iswcs: readonly BorneCode[];
    /** It is known to be registered, and its code has not come back yet. */
    readonly pending: boolean;
  }[];
  readonly split: SplitFact;
  /** What the licenses of the recording, its works and its samples say of this release. */
  readonly licenses: readonly { readonly id: string; readonly coverage: Coverage }[];
};

export type ReleaseFacts = {
  readonly release: ReleaseContent;
  /** Its barcodes: one that holds is wanted. */
  readonly upcs: readonly BorneCode[];
  /** One for each of `release.tracks`, in their order. */
  readonly tracks: readonly TrackFacts[];
  /** Cautions of the territories that nobody has read yet, by country or region. */
  readonly unreadCautions: readonly string[];
};

/**
 * Everything that has to hold before a release, each time reckoned from what is so now: nothing is ticked by hand.
 *
 * @returns the points of the release, then those of each track in order
 * @see product, section 8
 */
export function readiness(facts: ReleaseFacts): readonly Point[] {
  const { release, upcs, tracks, unreadCautions } = facts;
  const whole: readonly Point[] = [
    point('artist', release.artist === null ? 'missing' : null),
    point('upc', codeReason(upcs)),
    point('territories', release.territories === null ? 'missing' : null),
    point('tracks', tracks.length === 0 ? 'missing' : null),
    ...(unreadCautions.length === 0
      ? [point('cautions', null)]
      : unreadCautions.map((about) => ({ ...point('cautions', 'unread'), about }))),
  ];
  return [...whole, ...tracks.flatMap((track, index) => pointsOfTrack(track, index + 1))];
}

/** How many points hold, of all; what is only to be looked at counts as holding. */
export function standing(points: readonly Point[]): { readonly holding: number; readonly all: number } {
  return { holding: points.filter(({ state }) => state !== 'open').length, all: points.length };
}

/** To be looked at, and no reason to hold a release back. */
const LOOK: ReadonlySet<Reason> = new Set<Reason>(['pending', 'cannot-say', 'unread', 'several']);

function point(kind: PointKind, reason: Reason | null, track: number | null = null): Point {
  const state = reason === null ? 'holds' : LOOK.has(reason) ? 'look' : 'open';
  return { kind, state, reason, track, about: null, owners: [] };
}

function pointsOfTrack(track: TrackFacts, number: number): readonly Point[] {
  const { isrcs, split, works, licenses, recording } = track;
  if (track.isGone) return [point('tracks', 'gone', number)];
  return [
    point('isrc', codeReason(isrcs), number),
    splitPoint(split, number),
    ...samplePoints(recording.samples, number),
    ...(works.length === 0
      ? [point('iswc', 'no-work', number)]
      : works.map(({ id, iswcs, pending }) => ({
          ...point('iswc', iswcs.length === 0 && pending ? 'pending' : codeReason(iswcs), number),
          about: id,
        }))),
    ...licenses.map(({ id, coverage }) => ({
      ...point('license', licenseReason(coverage), number),
      about: id,
    })),
  ];
}

/** A second code is odd and stands in nobody's way; one that is on something else as well does. */
function codeReason(codes: readonly BorneCode[]): Reason | null {
  if (codes.length === 0) return 'missing';
  if (codes.some(({ shared }) => shared)) return 'shared';
  return codes.filter(({ accepted }) => !accepted).length > 1 ? 'several' : null;
}

const SPLIT_REASONS = {
  none: 'no-split',
  agreed: null,
  open: 'split-open',
  disputed: 'split-disputed',
  ended: 'split-ended',
} as const;

function splitPoint(split: SplitFact, number: number): Point {
  const found = point('split', SPLIT_REASONS[split.state], number);
  if (split.state === 'none') return found;
  const owners = split.state === 'agreed' ? [] : split.waitsFor;
  return { ...found, about: split.sheet, owners };
}

/** What nobody has said is not taken for "none". */
function samplePoints(samples: RecordingContent['samples'], number: number): readonly Point[] {
  if (samples === null) return [point('samples', 'unsaid', number)];
  if (samples === 'none') return [point('samples', null, number)];
  return samples.map(({ title, cleared }) => ({
    ...point('samples', cleared === 'yes' ? null : 'uncleared', number),
    about: title,
  }));
}

function licenseReason({ answer }: Coverage): Reason | null {
  if (answer === 'yes') return null;
  return answer === 'no' ? 'not-covered' : 'cannot-say';
}
