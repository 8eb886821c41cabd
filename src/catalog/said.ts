import type { Attachment } from '../bot/adapter.ts';
import type { Asker, House } from '../bot/command.ts';
import { parseDuration } from '../core/catalog/duration.ts';
import type { ItemKind, RecordingContent, Titles, WorkContent } from '../core/catalog/items.ts';
import {
  isNothing,
  LONGEST_NAME,
  LONGEST_TITLE,
  partsOf,
  readText,
  readTexts,
} from '../core/catalog/read-text.ts';
import { must, UserError } from '../core/problem.ts';
import type { Sample, VersionKind } from '../core/sheet/content.ts';
import type { StoredItem } from '../store/catalog-items.ts';
import { findMeantItem } from './find.ts';
import { readPerformers } from './performers.ts';
import { readSamples } from './samples.ts';

/** What a command or a form says of an item; what is left out stays as it was, and `-` takes something away. */
export type Said = {
  readonly title?: string | undefined;
  readonly latin?: string | undefined;
  readonly also?: string | undefined;
  readonly version?: VersionKind | undefined;
  readonly 'version-title'?: string | undefined;
  readonly artist?: string | undefined;
  readonly performers?: string | undefined;
  readonly duration?: string | undefined;
  readonly works?: string | undefined;
  readonly of?: string | undefined;
  readonly samples?: string | undefined;
  readonly isrc?: string | undefined;
  readonly iswc?: string | undefined;
  readonly source?: string | undefined;
  readonly accept?: string | undefined;
  readonly legal?: string | undefined;
  readonly ipi?: string | undefined;
  readonly isni?: string | undefined;
  readonly society?: string | undefined;
  readonly audio?: Attachment | undefined;
};

const TITLES = ['title', 'latin', 'also'] as const;
const CODES = ['source', 'accept'] as const;

/** What can be said of each kind. */
const OPTIONS: Readonly<Record<ItemKind, readonly (keyof Said)[]>> = {
  recording: [
    ...TITLES,
    ...CODES,
    ...(['version', 'version-title', 'artist', 'performers', 'duration'] as const),
    ...(['works', 'of', 'samples', 'isrc', 'audio'] as const),
  ],
  work: [...TITLES, ...CODES, 'iswc'],
  person: ['title', 'legal', 'ipi', 'isni', 'society'],
};

/** @throws UserError `catalog.options-misfit` with every option that such an item has not */
export function mustFit(kind: ItemKind, said: Said): void {
  const misfits = Object.entries(said).flatMap(([option, value]) =>
    value === undefined || OPTIONS[kind].some((own) => own === option) ? [] : [`${option}:`],
  );
  if (misfits.length === 0) return;
  throw new UserError({ code: 'catalog.options-misfit', details: { kind, options: misfits } });
}

/** @throws UserError `catalog.code-needed` where something is said about a code that is not there */
export function mustNameCode({ isrc, iswc, source, accept }: Said): void {
  if (isrc !== undefined || iswc !== undefined) return;
  const option = accept !== undefined ? 'accept' : source !== undefined ? 'source' : null;
  if (option !== null) throw new UserError({ code: 'catalog.code-needed', details: { option } });
}

export const MOST_OTHERS = 20;
export const MOST_WORKS = 50;
const MOST_SAMPLES = 50;

/** @throws UserError `catalog.title-missing`, `catalog.empty-text`, `catalog.part-too-long`, `catalog.too-many` */
function readTitles(said: Said, before: Titles | null): Titles {
  const title = said.title ?? before?.title ?? '';
  if (isNothing(title) || title.trim() === '') {
    throw new UserError({ code: 'catalog.title-missing', details: {} });
  }
  const many = { most: MOST_OTHERS, longest: LONGEST_TITLE };
  return {
    title: said.title === undefined ? title : must(readText('title', title, LONGEST_TITLE)),
    latin: readOne('latin', said.latin, LONGEST_TITLE, before?.latin),
    others:
      said.also === undefined
        ? (before?.others ?? [])
        : isNothing(said.also)
          ? []
          : must(readTexts('also', said.also, many)),
  };
}

function readOne(
  option: string,
  typed: string | undefined,
  limit: number,
  before: string | null | undefined,
): string | null {
  if (typed === undefined) return before ?? null;
  return isNothing(typed) ? null : must(readText(option, typed, limit));
}

const REGISTERING = /^(?:pending|registering|requested|登記中|申請中)$/iu;

/** `iswc: pending`: the work is with a society, and its code has not come back yet. */
export function isRegistering({ iswc = '' }: Pick<Said, 'iswc'>): boolean {
  return REGISTERING.test(iswc.trim());
}

/** A work says its titles, and whether it is being registered. @throws as `readTitles` */
export function readWork(said: Said, before: WorkContent | null): WorkContent {
  const titles = readTitles(said, before);
  // A code that is said, or taken away, ends the waiting for it.
  const isWaiting = isRegistering(said) || (said.iswc === undefined && before?.isRegistering === true);
  return isWaiting || before?.isRegistering !== undefined ? { ...titles, isRegistering: isWaiting } : titles;
}

/** What somebody said about a code: who gave it, and why it stands although something is odd. */
export function readAboutCode({ source, accept }: Pick<Said, 'source' | 'accept'>): {
  readonly source: string | null;
  readonly acceptedFor: string | null;
} {
  return {
    source: readOne('source', source, LONGEST_NAME, null),
    acceptedFor: readOne('accept', accept, LONGEST_TITLE, null),
  };
}

/**
 * A recording as it is to be. Asks the books and the platform who is meant, so it is done before a transaction.
 *
 * @throws UserError as `readTitles`; `catalog.duration`; `catalog.unknown`, `.near`, `.several` for what is named;
 *   `split.who-unknown` for an `@name` that nobody here goes by
 */
export async function readRecording(
  house: House,
  asker: Asker,
  said: Said,
  before: RecordingContent | null,
): Promise<RecordingContent> {
  const { duration, performers, of, samples } = said;
  return {
    ...readTitles(said, before),
    versionKind: said.version ?? before?.versionKind ?? 'original',
    versionTitle: readOne('version-title', said['version-title'], LONGEST_NAME, before?.versionTitle),
    mainArtist: readOne('artist', said.artist, LONGEST_NAME, before?.mainArtist),
    performers:
      performers === undefined
        ? (before?.performers ?? [])
        : isNothing(performers)
          ? []
          : await readPerformers(house, asker, performers),
    durationMs:
      duration === undefined
        ? (before?.durationMs ?? null)
        : isNothing(duration)
          ? null
          : must(parseDuration(duration)),
    versionOf:
      of === undefined
        ? (before?.versionOf ?? null)
        : isNothing(of)
          ? null
          : (await findMeantItem(house, asker.team, 'recording', of, 'original')).id,
    samples:
      samples === undefined ? (before?.samples ?? null) : isNothing(samples) ? null : readSampleList(samples),
    audio: before?.audio ?? null,
  };
}

/** @throws UserError `catalog.too-many`, `catalog.empty-text`, `catalog.part-too-long` */
export function readSampleList(typed: string): 'none' | readonly Sample[] {
  const samples = readSamples(typed);
  if (samples === 'none') return samples;
  if (samples.length > MOST_SAMPLES) {
    const details = { option: 'samples', count: samples.length, limit: MOST_SAMPLES };
    throw new UserError({ code: 'catalog.too-many', details });
  }
  if (samples.length === 0)
    throw new UserError({ code: 'catalog.empty-text', details: { option: 'samples' } });
  return samples.map(({ title, owner, cleared }) => ({
    title: must(readText('samples', title, LONGEST_TITLE)),
    owner: owner === null ? null : must(readText('samples', owner, LONGEST_NAME)),
    cleared,
  }));
}

/**
 * The works that are named, each once, in order; empty where they are taken away.
 *
 * @throws UserError `catalog.unknown`, `.near`, `.several`, `catalog.too-many`
 */
export async function readWorks(
  house: House,
  team: string,
  typed: string,
): Promise<readonly StoredItem<'work'>[]> {
  if (isNothing(typed)) return [];
  const parts = partsOf(typed);
  if (parts.length === 0) throw new UserError({ code: 'catalog.empty-text', details: { option: 'works' } });
  if (parts.length > MOST_WORKS) {
    const details = { option: 'works', count: parts.length, limit: MOST_WORKS };
    throw new UserError({ code: 'catalog.too-many', details });
  }
  const works = new Map<string, StoredItem<'work'>>();
  for (const part of parts) {
    const work = await findMeantItem(house, team, 'work', part, 'exactly');
    works.set(work.id, work);
  }
  return [...works.values()];
}
