import { parseDuration } from '../../core/catalog/duration.ts';
import type { RecordingContent, Titles } from '../../core/catalog/items.ts';
import {
  cleanText,
  isNothing,
  LONGEST_NAME,
  LONGEST_TITLE,
  readText,
  readTexts,
} from '../../core/catalog/read-text.ts';
import { must, UserError } from '../../core/problem.ts';
import { VERSION_KINDS, type VersionKind } from '../../core/sheet/content.ts';
import { isMissing } from '../../files/table/missing.ts';
import type { StoredKind } from '../../store/catalog-items.ts';
import { inEveryLanguage } from '../../text/translate.ts';
import { MOST_OTHERS, readSampleList } from '../said.ts';
import type { Cells } from '../table/cells.ts';
import { say as columnWords, type DurationUnit } from '../table/columns.ts';
import { KIND_NAMES } from '../version-kinds.ts';

/** What stands between several codes in one cell. */
const BETWEEN_CODES = /[;；,，、/|\n]+/;

let ofRows: ReadonlyMap<string, StoredKind> | undefined;

/** What a row may say that it is, of one and of many, in every language; made for the first row that says it. */
function kindsOfRows(): ReadonlyMap<string, StoredKind> {
  ofRows ??= new Map(
    (['work', 'recording'] as const).flatMap((kind) =>
      [kind, ...inEveryLanguage(columnWords[kind])]
        .map(bare)
        .flatMap((word) => [word, `${word}s`].map((name) => [name, kind] as const)),
    ),
  );
  return ofRows;
}

/** @throws UserError `catalog.row-kind` */
export function readKind(cell: string | undefined, usual: StoredKind): StoredKind {
  const typed = bare(cell ?? '');
  if (typed === '') return usual;
  const kind = kindsOfRows().get(typed);
  if (kind !== undefined) return kind;
  throw new UserError({ code: 'catalog.row-kind', details: { typed: cell ?? '' } });
}

/** The codes of a cell as they are typed; what says that there is none yet counts for nothing. */
export function codesIn(cell: string | undefined): readonly string[] {
  // `n/a` is one word, though a stroke stands between codes.
  if (cell === undefined || isMissing(cell.trim())) return [];
  return cell
    .split(BETWEEN_CODES)
    .map((code) => code.trim())
    .filter((code) => !isMissing(code));
}

export type Version = { readonly kind: VersionKind; readonly title: string | null };

let ofVersions: ReadonlyMap<string, VersionKind> | undefined;

/** Kinds of versions by their names in every language; made for the first that is read. */
function kindsOfVersions(): ReadonlyMap<string, VersionKind> {
  ofVersions ??= new Map(
    VERSION_KINDS.flatMap((kind) =>
      [kind, ...inEveryLanguage(KIND_NAMES[kind])].map((word) => [bare(word), kind] as const),
    ),
  );
  return ofVersions;
}

/** What people write instead of the name of a kind; the first that is found in it. */
const HINTS: readonly (readonly [hint: RegExp, kind: VersionKind])[] = [
  [/original|album version|原版/i, 'original'],
  [/instrumental|karaoke|伴奏/i, 'instrumental'],
  [/a ?cc?app?ella|清唱/i, 'a-cappella'],
  [/remix|rework|bootleg|混音/i, 'remix'],
  [/live|現場/i, 'live'],
  [/acoustic|unplugged|不插電/i, 'acoustic'],
  [/clean|無髒話/i, 'clean'],
  [/sped ?up|nightcore|加速/i, 'sped-up'],
  [/slowed|降速/i, 'slowed'],
  [/remaster/i, 'remaster'],
  [/atmos|immersive|spatial|360|沉浸/i, 'immersive'],
  [/demo|試聽/i, 'demo'],
  [/edit|radio|cut|剪輯/i, 'edit'],
];

/** The name of a kind, or what a version is called: `Radio Edit` is an edit of that name. */
export function readVersion(cell: string): Version {
  const text = cleanText(cell);
  const kind = kindsOfVersions().get(bare(text));
  if (kind !== undefined) return { kind, title: null };
  const hinted = HINTS.find(([hint]) => hint.test(text))?.[1] ?? 'other';
  return { kind: hinted, title: must(readText('version', text, LONGEST_NAME)) };
}

function bare(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * What the cells say of the titles; a cell that is left out says nothing, and `-` takes something away.
 *
 * @throws UserError `catalog.title-missing`, `catalog.empty-text`, `catalog.part-too-long`, `catalog.too-many`
 */
export function titlesIn({ title, latin, others }: Cells): Partial<Titles> {
  if (title !== undefined && isNothing(title))
    throw new UserError({ code: 'catalog.title-missing', details: {} });
  return {
    ...(title === undefined ? {} : { title: must(readText('title', title, LONGEST_TITLE)) }),
    ...(latin === undefined ? {} : { latin: textOrNothing('latin', latin, LONGEST_TITLE) }),
    ...(others === undefined
      ? {}
      : {
          others: isNothing(others)
            ? []
            : must(readTexts('also', others, { most: MOST_OTHERS, longest: LONGEST_TITLE })),
        }),
  };
}

/** @throws UserError as `titlesIn`; `catalog.duration`, `catalog.row-hash` */
export function recordingIn(cells: Cells, unit: DurationUnit | null): Partial<RecordingContent> {
  const { version, versionTitle, artist, duration, samples, audio } = cells;
  const read = version === undefined || isNothing(version) ? undefined : readVersion(version);
  const called =
    versionTitle !== undefined ? textOrNothing('version-title', versionTitle, LONGEST_NAME) : read?.title;
  return {
    ...titlesIn(cells),
    ...(read === undefined ? {} : { versionKind: read.kind }),
    ...(called == null && versionTitle === undefined ? {} : { versionTitle: called ?? null }),
    ...(artist === undefined ? {} : { mainArtist: textOrNothing('artist', artist, LONGEST_NAME) }),
    ...(duration === undefined
      ? {}
      : { durationMs: isNothing(duration) ? null : readDuration(duration, unit) }),
    ...(samples === undefined ? {} : { samples: isNothing(samples) ? null : readSampleList(samples) }),
    ...(audio === undefined ? {} : { audio: isNothing(audio) ? null : readHash(audio) }),
  };
}

export function textOrNothing(option: string, cell: string, limit: number): string | null {
  return isNothing(cell) ? null : must(readText(option, cell, limit));
}

function readDuration(cell: string, unit: DurationUnit | null): number {
  const number = Number(cell.replace(',', '.'));
  if (unit === null || Number.isNaN(number)) return must(parseDuration(cell));
  const ms = Math.round(unit === 's' ? number * 1000 : number);
  if (ms > 0 && ms <= 24 * 3_600_000) return ms;
  throw new UserError({ code: 'catalog.duration', details: { typed: cell } });
}

function readHash(cell: string): string {
  const hash = cell.trim().toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new UserError({ code: 'catalog.row-hash', details: { typed: cell.slice(0, 80) } });
}
