import type { House } from '../bot/command.ts';
import type { Line } from '../bot/reply.ts';
import { titleOf } from '../catalog/labels.ts';
import type { Point, PointKind, Reason } from '../core/releases/readiness.ts';
import { findPeople, type Link, linksOf } from '../store/people.ts';
import { code, join, type Text, type Words } from '../text/spans.ts';
import { type Gathered, trackName } from './gather.ts';
import { say } from './say.ts';
import type { Speaker } from './words.ts';

/** What stands at a point that does not hold, and the command that closes it. */
type Gap = { readonly message: string; command(on: On): string };

/** What a command names: the release, and of a track its recording, its title, and what the point is about. */
type On = {
  readonly release: string;
  /** Of the track. */
  readonly number: number;
  readonly recording: string;
  readonly title: string;
  readonly about: string;
};

const editWork = ({ about }: On) => `/catalog edit ${about} iswc: …`;
const showLicense = ({ about }: On) => `/license show ${about}`;
const showWork = ({ about }: On) => `/catalog show ${about}`;
const showRecording = ({ recording }: On) => `/catalog show ${recording}`;
const newSplit = ({ title, recording }: On) =>
  `/split new title: ${quoted(title)} composition: … recordings: ${recording}`;
const showSplit = ({ about }: On) => `/split show ${about}`;

const GAPS: { readonly [K in PointKind]: { readonly [R in Reason]?: Gap } } = {
  artist: {
    missing: { message: say.artistMissing, command: ({ release }) => `/release edit ${release} artist: …` },
  },
  upc: {
    missing: { message: say.upcMissing, command: ({ release }) => `/release edit ${release} upc: …` },
    shared: { message: say.upcShared, command: ({ release }) => `/release show ${release}` },
  },
  territories: {
    missing: {
      message: say.placesMissing,
      command: ({ release }) => `/release territories ${release} places: …`,
    },
  },
  tracks: {
    missing: { message: say.tracksMissing, command: ({ release }) => `/release track ${release} add: …` },
    gone: {
      message: say.trackGone,
      command: ({ release, number }) => `/release track ${release} remove: ${number}`,
    },
  },
  isrc: {
    missing: { message: say.isrcMissing, command: ({ recording }) => `/isrc assign ${recording}` },
    shared: { message: say.isrcShared, command: showRecording },
    several: { message: say.isrcSeveral, command: showRecording },
  },
  split: {
    'no-split': { message: say.splitNone, command: newSplit },
    'split-open': { message: say.splitOpen, command: showSplit },
    'split-disputed': { message: say.splitDisputed, command: showSplit },
    'split-ended': { message: say.splitEnded, command: newSplit },
  },
  samples: {
    unsaid: {
      message: say.samplesUnsaid,
      command: ({ recording }) => `/catalog edit ${recording} samples: none`,
    },
    uncleared: {
      message: say.sampleOpen,
      command: ({ recording }) => `/catalog edit ${recording} samples: … | … | cleared`,
    },
  },
  iswc: {
    'no-work': {
      message: say.workMissing,
      command: ({ recording }) => `/catalog edit ${recording} works: …`,
    },
    missing: { message: say.iswcMissing, command: editWork },
    pending: { message: say.iswcPending, command: editWork },
    shared: { message: say.iswcShared, command: showWork },
    several: { message: say.iswcSeveral, command: showWork },
  },
  license: {
    'not-covered': { message: say.licenseNot, command: showLicense },
    'cannot-say': { message: say.licenseOpen, command: showLicense },
  },
  cautions: {
    unread: { message: say.cautionsUnread, command: ({ release }) => `/release status ${release}` },
  },
};

function quoted(title: string): string {
  return /["“”]/u.test(title) ? '…' : `"${title}"`;
}

/** Who is waited for, and how they are called; where they have an account, so that they hear of it. */
export type Owners = {
  readonly names: ReadonlyMap<string, string>;
  readonly links: readonly Link[];
};

export async function ownersOf({ db }: House, team: string, points: readonly Point[]): Promise<Owners> {
  const ids = [...new Set(points.flatMap(({ owners }) => owners))];
  const people = await findPeople(db, team, ids);
  return {
    names: new Map(people.map(({ id, displayName }) => [id, displayName])),
    links: await linksOf(db, team, ids),
  };
}

/** Where a message stands, for mentioning the accounts that are there; null where nobody is to hear of it. */
export type Where = { readonly platform: string; readonly space: string } | null;

/**
 * The points that do not hold, a line each with the command that closes it; what has to be done comes before what is
 * only to be looked at. Whoever is waited for is mentioned once in all of them.
 */
export function gapLines(
  points: readonly Point[],
  gathered: Gathered,
  { names, links }: Owners,
  where: Where,
  speaker: Speaker,
): readonly Line[] {
  const { t } = speaker;
  const mentioned = new Set<string>();
  const called = (person: string): Words => {
    const name = names.get(person) ?? person;
    const link = links.find(
      (one) => one.person === person && one.platform === where?.platform && one.space === where.space,
    );
    if (link === undefined || mentioned.has(person)) return name;
    mentioned.add(person);
    return [{ text: name, account: link.account }];
  };
  return ordered(points).flatMap((point): readonly Line[] => {
    const { kind, state, reason, owners } = point;
    const gap = reason === null ? undefined : GAPS[kind][reason];
    if (gap === undefined) return [];
    const on = onOf(point, gathered);
    const what = t(gap.message, {
      number: point.track ?? 0,
      name: nameOf(point, gathered, speaker),
      about: kind === 'iswc' ? workName(on.about, gathered) : on.about,
    });
    const said = owners.length === 0 ? what : t(say.owners, { what, names: join(owners.map(called), ', ') });
    return [
      {
        tone: state === 'look' ? 'caution' : 'bad',
        text: t(say.command, { what: said, command: code(gap.command(on)) }),
      },
    ];
  });
}

/** What does not hold, the pressing first; of several cautions one line is enough. */
function ordered(points: readonly Point[]): readonly Point[] {
  const open = points.filter(({ state }) => state === 'open');
  const looks = points.filter(({ state }) => state === 'look');
  const [caution] = looks.filter(({ kind }) => kind === 'cautions');
  return [...open, ...looks.filter((point) => point.kind !== 'cautions' || point === caution)];
}

/** How many lines `gapLines` would have. */
export function countGaps(points: readonly Point[]): number {
  return ordered(points).length;
}

function onOf({ track, about }: Point, { release, recordings }: Gathered): On {
  const recording = track === null ? undefined : recordings[track - 1];
  return {
    release: release.id,
    number: track ?? 0,
    recording: recording?.id ?? '',
    title: recording?.content.title ?? '',
    about: about ?? '',
  };
}

function nameOf({ track }: Point, { recordings }: Gathered, { t }: Speaker): string {
  const recording = track === null ? undefined : recordings[track - 1];
  return recording === undefined ? '' : trackName(recording, t);
}

function workName(id: string, { works }: Gathered): string {
  const work = works.get(id);
  return work === undefined ? id : titleOf(work.content);
}

/** Each point of one kind at a track in a word, for a table. */
export function cellOf(points: readonly Point[], kind: PointKind, track: number, { t }: Speaker): Text {
  const all = points.filter((point) => point.track === track);
  const own = all.filter((point) => point.kind === kind);
  const isGone = all.some(({ reason }) => reason === 'gone');
  const worst = own.find(({ state }) => state === 'open') ?? own.find(({ state }) => state === 'look');
  // Of a recording that is gone nothing is known; not even that it has no samples.
  if (own.length === 0)
    return kind === 'license' && !isGone ? t(say.cellNone, { mark: '' }) : [{ text: '—' }];
  if (worst === undefined) return t(say.cellGood, { mark: '✅ ' });
  return worst.state === 'open' ? t(say.cellOpen, { mark: '❌ ' }) : t(say.cellLook, { mark: '⚠️ ' });
}
