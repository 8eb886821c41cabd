import type { House } from '../../bot/command.ts';
import type { PersonId } from '../../core/ledger/entry-types.ts';
import { beginningFor, mayGet, walkNewOrSame } from '../../core/new-or-same.ts';
import { UserError } from '../../core/problem.ts';
import { findItem, findItems, lockItem, type StoredItem } from '../../store/catalog-items.ts';
import { codesOf, type ItemCode, saveCodes } from '../../store/item-codes.ts';
import type { Db } from '../../store/tables.ts';
import { refreshGaps } from '../gaps.ts';
import { titleOf } from '../labels.ts';
import { type Given, giveCodes, type Target } from './give-codes.ts';

export type Recording = StoredItem<'recording'>;

/** A recording that another one is a version of, and what it bears. */
export type Source = { readonly recording: Recording; readonly isrcs: readonly ItemCode[] };

/**
 * Why a recording is taken for a new one: an admin says so (`said`), these answers to the questions of the rules, or
 * null where its version kind alone has to do.
 */
export type Word = 'said' | { readonly answers: string } | null;

export type Lacks = 'artist' | 'duration' | 'both';

/** How a recording stands before it gets a code, or after. */
export type Standing = { readonly recording: Recording } & (
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'bears'; readonly isrcs: readonly ItemCode[] }
  | { readonly kind: 'lacks'; readonly lacks: Lacks }
  /** Somebody has to say first that it is a new recording; the rules begin with these answers. */
  | { readonly kind: 'asks'; readonly answers: string; readonly source: Source | null }
  /** By the answers that were given it is none. */
  | { readonly kind: 'same' }
  | { readonly kind: 'ready'; readonly reason: string }
);

export type IsrcOrder = {
  /** By id, in the order in which they get their codes. */
  readonly recordings: readonly string[];
  readonly word: Word;
  readonly series: string;
  readonly timeZone: string;
  readonly by: PersonId | null;
};

/**
 * Give recordings their ISRCs, in the caller's transaction: those that may have one now. The others come back as they
 * stand, so a request that comes twice finds the code of the first time.
 *
 * @throws UserError `catalog.unknown`, and as `giveCodes`
 */
export async function giveIsrcs(
  house: House,
  db: Db,
  team: string,
  { recordings, word, ...order }: IsrcOrder,
): Promise<readonly Standing[]> {
  const held = new Map<string, Recording>();
  // Always in this order, so that no two who want several wait for each other.
  for (const id of [...new Set(recordings)].sort()) held.set(id, await hold(db, team, id));
  const standings: Standing[] = [];
  for (const id of new Set(recordings)) {
    const recording = held.get(id);
    if (recording !== undefined) standings.push(await standingOf(db, team, recording, word));
  }
  const ready = standings.flatMap((one) => (one.kind === 'ready' ? [one] : []));
  if (ready.length === 0) return standings;
  const given = await giveCodes(house, db, team, { ...order, to: ready.map(asTarget) });
  const byId = new Map(ready.map(({ recording }, index) => [recording.id, given[index]]));
  await saveCodes(
    db,
    team,
    ready.flatMap(({ recording: { id } }): ItemCode[] => {
      const code = byId.get(id);
      return code === undefined ? [] : [assigned(id, code)];
    }),
  );
  await refreshGaps(db, team, { recordings: ready.map(({ recording }) => recording.id) });
  return standings.map((one) => {
    const code = byId.get(one.recording.id);
    return code === undefined ? one : { kind: 'given', recording: one.recording, given: code };
  });
}

async function hold(db: Db, team: string, id: string): Promise<Recording> {
  const recording = await lockItem(db, team, 'recording', id);
  if (recording !== undefined && !recording.isGone) return recording;
  throw new UserError({ code: 'catalog.unknown', details: { kind: 'recording', typed: id } });
}

/** Whether a recording may have a code, and why not. */
export async function standingOf(db: Db, team: string, recording: Recording, word: Word): Promise<Standing> {
  const isrcs = await isrcsOf(db, team, recording.id);
  if (isrcs.length > 0) return { kind: 'bears', recording, isrcs };
  const { mainArtist, durationMs, versionKind } = recording.content;
  if (mainArtist === null || durationMs === null) {
    const lacks = mainArtist !== null ? 'duration' : durationMs !== null ? 'artist' : 'both';
    return { kind: 'lacks', recording, lacks };
  }
  if (word === 'said') return { kind: 'ready', recording, reason: 'said' };
  if (word !== null) {
    const step = walkNewOrSame(word.answers);
    if (step.kind === 'verdict') {
      return mayGet(step.verdict.verdict)
        ? { kind: 'ready', recording, reason: step.answers }
        : { kind: 'same', recording };
    }
  }
  const source = await sourceOf(db, team, recording);
  const { answers, asks } = beginningFor(versionKind, source !== null && source.isrcs.length > 0);
  return asks ? { kind: 'asks', recording, answers, source } : { kind: 'ready', recording, reason: 'kind' };
}

/** The recording that this one is a version of; null where nobody said so, or it is gone. */
export async function sourceOf(db: Db, team: string, { content }: Recording): Promise<Source | null> {
  if (content.versionOf === null) return null;
  const recording = await findItem(db, team, 'recording', content.versionOf);
  if (recording === undefined || recording.isGone) return null;
  return { recording, isrcs: await isrcsOf(db, team, recording.id) };
}

async function isrcsOf(db: Db, team: string, recording: string): Promise<readonly ItemCode[]> {
  return (await codesOf(db, team, [recording])).filter(({ scheme }) => scheme === 'isrc');
}

/** What tells one recording from another is written down with the code, as an agency may ask for it. */
function asTarget({ recording: { id, content }, reason }: Standing & { kind: 'ready' }): Target {
  const { versionKind, versionTitle, mainArtist, durationMs } = content;
  return {
    subject: `recording/${id}`,
    givenFor: id,
    target: id,
    data: { recording: id, version_kind: versionKind, new_by: reason },
    sealed: {
      title: titleOf(content),
      version: versionTitle,
      artist: mainArtist,
      duration_ms: durationMs,
    },
  };
}

function assigned(item: string, { code, seq, at }: Given): ItemCode {
  return {
    ...{ scheme: 'isrc', code, kind: 'recording', item, how: 'assigned' },
    ...{ source: null, acceptedFor: null, seq, since: at },
  };
}

/** Recordings by id, gone ones too. */
export async function recordingsById(
  db: Db,
  team: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Recording>> {
  const found = await findItems(db, team, 'recording', ids);
  return new Map(found.map((recording) => [recording.id, recording]));
}
