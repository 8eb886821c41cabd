import type { House } from '../bot/command.ts';
import { borneBy } from '../catalog/gaps.ts';
import { labelOf } from '../catalog/labels.ts';
import { agrees, type VersionStanding } from '../core/ledger/sheet-state.ts';
import { draftOf, type LicenseContent } from '../core/licenses/content.ts';
import type { Use } from '../core/licenses/license.ts';
import { checkAll } from '../core/licenses/verdict.ts';
import type { ReleaseFacts, SplitFact, TrackFacts } from '../core/releases/readiness.ts';
import { type TerritorySet, territorySet } from '../core/territory-set.ts';
import { nameKey } from '../people/typed-name.ts';
import { rowsOf } from '../rights/set-cautions.ts';
import { lookAt, type Shown } from '../splits/show.ts';
import { findItems, type StoredItem } from '../store/catalog-items.ts';
import { worksOf } from '../store/catalog-works.ts';
import { licensesAbout, type StoredLicense } from '../store/licenses.ts';
import { cautionsRead } from '../store/release-reminders.ts';
import type { StoredRelease } from '../store/releases.ts';
import { type SheetAbout, sheetsAbout } from '../store/sheet-recordings.ts';

/** A release with everything that stands behind it. */
export type Gathered = {
  readonly release: StoredRelease;
  readonly facts: ReleaseFacts;
  /** One for each track. */
  readonly recordings: readonly StoredItem<'recording'>[];
  readonly works: ReadonlyMap<string, StoredItem<'work'>>;
  /** Display names of sheets and of whoever is waited for. */
  readonly upcs: readonly string[];
};

const MOST_SHEETS = 5;

/** Look at everything that a release depends on, as it is now. */
export async function gather(house: House, team: string, release: StoredRelease): Promise<Gathered> {
  const { db } = house;
  const { content, id } = release;
  const ids = [...new Set(content.tracks)];
  const found = await findItems(db, team, 'recording', ids);
  const recordings = new Map(found.map((one) => [one.id, one]));
  const worksByRecording = await worksOf(db, team, ids);
  const works = new Map(
    (await findItems(db, team, 'work', [...worksByRecording.values()].flat())).map((one) => [one.id, one]),
  );
  const codes = await borneBy(db, team, [id, ...ids, ...works.keys()]);
  const facts = new Map<string, TrackFacts>();
  for (const recording of found) {
    const own = (worksByRecording.get(recording.id) ?? []).flatMap((work) => works.get(work) ?? []);
    facts.set(recording.id, {
      isGone: recording.isGone,
      recording: recording.content,
      isrcs: (codes.get(recording.id) ?? []).filter(({ scheme }) => scheme === 'isrc'),
      works: own.map((work) => ({
        id: work.id,
        iswcs: (codes.get(work.id) ?? []).filter(({ scheme }) => scheme === 'iswc'),
        pending: work.content.isRegistering === true,
      })),
      split: await splitOf(house, team, recording.id),
      licenses: await licensesOf(house, team, release, recording, own),
    });
  }
  const upcs = (codes.get(id) ?? []).filter(({ scheme }) => scheme === 'gtin');
  const read = await cautionsRead(db, team, id);
  const unread = cautionsOf(release).filter((row) => !read.has(row));
  return {
    release,
    facts: {
      release: content,
      upcs,
      tracks: content.tracks.flatMap((track) => facts.get(track) ?? []),
      unreadCautions: unread,
    },
    recordings: content.tracks.flatMap((track) => recordings.get(track) ?? []),
    works,
    upcs: upcs.map(({ code }) => code),
  };
}

/** The rows of the territory table that a release is to be looked at for, by their ids. */
export function cautionsOf({ content }: StoredRelease): readonly string[] {
  if (content.territories === null) return [];
  return rowsOf(territorySet(content.territories)).map(({ row }) => row.id);
}

/** What is known of the split of a recording: an agreed sheet counts for more than one that is still open. */
async function splitOf(house: House, team: string, recording: string): Promise<SplitFact> {
  const sheets = await sheetsAbout(house.db, team, recording, MOST_SHEETS);
  const facts: SplitFact[] = [];
  for (const sheet of sheets) facts.push(await splitFact(house, team, sheet, recording));
  return (
    ORDER.map((state) => facts.find((fact) => fact.state === state)).find((fact) => fact !== undefined) ??
    NO_SPLIT
  );
}

const ORDER: readonly SplitFact['state'][] = ['agreed', 'disputed', 'open', 'ended'];

const STATES: Readonly<Record<VersionStanding, Exclude<SplitFact['state'], 'none'>>> = {
  completed: 'agreed',
  open: 'open',
  disputed: 'disputed',
  cancelled: 'ended',
  lapsed: 'ended',
  replaced: 'ended',
};

/** What rules is the newest version that everybody agreed to: an amendment that is open, or came to nothing, leaves it. */
async function splitFact(
  house: House,
  team: string,
  { id, newest }: SheetAbout,
  recording: string,
): Promise<SplitFact> {
  const last = await lookAt(house, house.db, team, id, newest);
  if (last === undefined) return NO_SPLIT;
  const { completed } = last.sheet.state;
  const ruling =
    completed === null || completed === newest ? last : await lookAt(house, house.db, team, id, completed);
  const fact = ruling === undefined ? NO_SPLIT : versionFact(ruling, recording);
  return fact.state === 'none' ? versionFact(last, recording) : fact;
}

const NO_SPLIT: SplitFact = { state: 'none' };

function versionFact({ content, standing, stored, version }: Shown, recording: string): SplitFact {
  if (content.recordings?.includes(recording) !== true) return NO_SPLIT;
  const { sheet } = stored;
  const state = STATES[standing];
  if (state === 'agreed') return { state, sheet };
  const waiting = [...version.parties].filter(([, one]) =>
    state === 'disputed' ? one.disputes : !agrees(one),
  );
  return { state, sheet, waitsFor: state === 'ended' ? [] : waiting.map(([person]) => person) };
}

/** What is done with a recording when it comes out; other uses are no matter of the release. */
const USES_OF_A_RELEASE: ReadonlySet<Use> = new Set<Use>([
  'reproduction',
  'distribution',
  'makingAvailable',
  'mechanical',
  'sampling',
  'remix',
]);

/**
 * What the licenses of a recording, its works and its samples say of a release, once for each use that one of them
 * grants and that a release is: whether it holds everywhere it comes out, from its day on.
 */
async function licensesOf(
  { db }: House,
  team: string,
  { content }: StoredRelease,
  recording: StoredItem<'recording'>,
  works: readonly StoredItem<'work'>[],
): Promise<TrackFacts['licenses']> {
  const { territories, day } = content;
  if (territories === null) return [];
  const set = territorySet(territories);
  const { samples } = recording.content;
  const assets = [
    { kind: 'recording' as const, id: recording.id },
    ...works.map(({ id }) => ({ kind: 'work' as const, id })),
    ...(Array.isArray(samples)
      ? samples.map(({ title }) => ({ kind: 'sample' as const, id: nameKey(title) }))
      : []),
  ];
  const all: TrackFacts['licenses'][number][] = [];
  for (const asset of assets) {
    const licenses = (await licensesAbout(db, team, asset)).filter(({ content: one }) => one.ended === null);
    for (const use of usesOf(licenses))
      all.push(...verdictOf(licenses, { territories: set, use, date: day }));
  }
  return all;
}

function usesOf(licenses: readonly StoredLicense[]): readonly Use[] {
  const granted = licenses.flatMap(({ content }) => content.uses ?? []);
  return [...new Set(granted)].filter((use) => USES_OF_A_RELEASE.has(use));
}

type Asked = { readonly territories: TerritorySet; readonly use: Use; readonly date: string };

function verdictOf(licenses: readonly StoredLicense[], asked: Asked): TrackFacts['licenses'] {
  const granting = licenses.filter(({ content }) => grants(content, asked.use));
  const verdict = checkAll(
    granting.map(({ id, content }) => ({ license: draftOf(id, content), counts: content.counts })),
    asked,
  );
  if (verdict.answer === 'yes') {
    return granting.slice(0, 1).map(({ id }) => ({ id, coverage: { answer: 'yes' as const } }));
  }
  // The nearest to a yes stands for all: to mend it is the least that has to be done.
  return verdict.reasons.slice(0, 1).map(({ license, coverage, against }) => ({
    id: license.id,
    coverage: against === undefined ? coverage : { answer: 'cannot say' as const, clause: 'note' as const },
  }));
}

function grants({ uses }: LicenseContent, use: Use): boolean {
  return uses?.includes(use) ?? false;
}

/** What a track is called in a line. */
export function trackName({ content }: StoredItem<'recording'>, t: Parameters<typeof labelOf>[2]): string {
  return labelOf('recording', content, t);
}
