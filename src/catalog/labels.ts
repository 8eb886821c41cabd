import type { RecordingContent, Titles } from '../core/catalog/items.ts';
import type { StoredKind } from '../store/catalog-items.ts';

/** How an item is called in one line: `末班夜車 / Last Night Bus (Radio Edit) · Ana`. */
export function labelOf(kind: StoredKind, content: Titles | RecordingContent): string {
  const title = titleOf(content);
  if (kind === 'work' || !('versionKind' in content)) return title;
  const version = versionOf(content);
  return [`${title}${version === null ? '' : ` (${version})`}`, content.mainArtist]
    .filter((part) => part !== null)
    .join(' · ');
}

/** A title with its Latin form beside it. */
export function titleOf({ title, latin }: Titles): string {
  return latin === null ? title : `${title} / ${latin}`;
}

/** What is said of a version behind its title; null for the original. */
function versionOf({ versionKind, versionTitle }: RecordingContent): string | null {
  if (versionTitle !== null) return versionTitle;
  return versionKind === 'original' ? null : versionKind;
}
