import type { RecordingContent, Titles } from '../core/catalog/items.ts';
import { formatGtin, type Gtin } from '../core/identifiers/gtin.ts';
import { formatIsrc, type Isrc } from '../core/identifiers/isrc.ts';
import { formatIswc, type Iswc } from '../core/identifiers/iswc.ts';
import type { StoredKind } from '../store/catalog-items.ts';
import { plain } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import { KIND_NAMES, say } from './version-kinds.ts';

/**
 * How an item is called in one line: `末班夜車 / Last Night Bus (Radio Edit) · Ana`.
 *
 * @param t without it the kind of version stands there by its name in commands, as refusals carry it
 */
export function labelOf(kind: StoredKind, content: Titles | RecordingContent, t?: Translate): string {
  const title = titleOf(content);
  if (kind === 'work' || !('versionKind' in content)) return title;
  const version = versionOf(content, t);
  const whole = version === null ? title : behind(title, version, t);
  return content.mainArtist === null ? whole : `${whole} · ${content.mainArtist}`;
}

function behind(title: string, version: string, t: Translate | undefined): string {
  return t === undefined ? `${title} (${version})` : plain(t(say.behind, { title, version }));
}

/** A title with its Latin form beside it. */
export function titleOf({ title, latin }: Titles): string {
  return latin === null ? title : `${title} / ${latin}`;
}

/** What is said of a version behind its title; null for the original. */
function versionOf({ versionKind, versionTitle }: RecordingContent, t: Translate | undefined): string | null {
  if (versionTitle !== null) return versionTitle;
  if (versionKind === 'original') return null;
  return t === undefined ? versionKind : plain(t(KIND_NAMES[versionKind]));
}

/** A code that is kept, in the form that people read. */
export function displayOf({ scheme, code }: { readonly scheme: string; readonly code: string }): string {
  if (scheme === 'isrc') return formatIsrc(code as Isrc);
  if (scheme === 'gtin') return formatGtin(code as Gtin);
  return scheme === 'iswc' ? formatIswc(code as Iswc) : code;
}
