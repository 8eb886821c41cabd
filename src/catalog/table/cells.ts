import { formatDuration } from '../../core/catalog/duration.ts';
import type { Performer } from '../../core/catalog/items.ts';
import type { StoredItem } from '../../store/catalog-items.ts';
import type { Locale } from '../../text/locale.ts';
import { plain } from '../../text/spans.ts';
import type { Translate } from '../../text/translate.ts';
import { displayOf, labelOf } from '../labels.ts';
import type { Looked, LookedRecording } from '../look.ts';
import { writeSamples } from '../samples.ts';
import { KIND_NAMES } from '../version-kinds.ts';
import { type Column, say } from './columns.ts';

/** In whose language a file is written. */
export type Writer = { readonly t: Translate; readonly locale: Locale };

export type Cells = { readonly [C in Column]?: string };

/** What stands between several things in one cell. */
const BETWEEN = '; ';

/**
 * A row of an item. What it names has its id in square brackets behind it, so that the row reads back as what it came
 * from, whatever else is called so.
 */
export function cellsOf(looked: Looked, writer: Writer): Cells {
  const { item, codes } = looked;
  const { title, latin, others } = item.content;
  const own = codes.filter(({ scheme }) => scheme === (looked.kind === 'work' ? 'iswc' : 'isrc'));
  const [code] = own;
  const isOne = own.length === 1;
  return {
    kind: plain(writer.t(say[looked.kind])),
    id: item.id,
    title,
    latin: latin ?? '',
    others: others.join(BETWEEN),
    ...(looked.kind === 'recording' ? ofRecording(looked, writer) : {}),
    [looked.kind === 'work' ? 'iswc' : 'isrc']: own.map(displayOf).join(BETWEEN),
    // Of several codes nobody could tell of which they are.
    source: (isOne ? code?.source : null) ?? '',
    accept: (isOne ? code?.acceptedFor : null) ?? '',
  };
}

function ofRecording(looked: LookedRecording, { t, locale }: Writer): Cells {
  const { works, parent, performers: names } = looked;
  const { versionKind, versionTitle, mainArtist, performers, durationMs, samples, audio } =
    looked.item.content;
  return {
    version: plain(t(KIND_NAMES[versionKind])),
    versionTitle: versionTitle ?? '',
    versionOf: parent === null ? '' : withId(labelOf('recording', parent.content, t), parent.id),
    artist: mainArtist ?? '',
    performers: performers.map((one, index) => performerCell(one, names[index] ?? one.name)).join(BETWEEN),
    duration: durationMs === null ? '' : formatDuration(durationMs),
    works: works.map(workCell).join(BETWEEN),
    samples: samples === null ? '' : writeSamples(samples, locale).replaceAll('\n', BETWEEN),
    audio: audio ?? '',
  };
}

function performerCell({ person }: Performer, name: string): string {
  return person === null ? name : withId(name, person);
}

function workCell({ id, content }: StoredItem<'work'>): string {
  return withId(content.title, id);
}

/** The words are for people; what would part them goes. */
function withId(words: string, id: string): string {
  return `${words.replace(/[;；\n[\]]+/g, ' ').trim()} [${id}]`;
}

/** `Night Bus [w_7k2m]` → `w_7k2m`; null where no id stands behind the words. */
export function idBehind(cell: string): string | null {
  return /\[([rwp]_[a-z0-9_-]+)\]$/.exec(cell.trim())?.[1] ?? null;
}
