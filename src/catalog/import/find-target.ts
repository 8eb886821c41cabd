import { sharesTitle } from '../../core/catalog/gaps.ts';
import type { Titles } from '../../core/catalog/items.ts';
import { titleKey } from '../../core/catalog/search-terms.ts';
import { UserError } from '../../core/problem.ts';
import { labelOf } from '../labels.ts';
import type { LookedRecording } from '../look.ts';
import type { KnownKind } from './known.ts';
import { severalOf } from './planned.ts';
import { codesIn, readVersion } from './row.ts';
import { codeOf, type Row } from './state.ts';

export type Target = {
  /** null: the row is about something new. */
  readonly target: LookedRecording | null;
  /** One that is called the same and bears another code, so that it is taken for another recording. */
  readonly alike: string | null;
};

/**
 * The recording that a row is about: by its id, by a code that it bears, or by all that it is called.
 *
 * @throws UserError `catalog.row-id`, `catalog.several`
 */
export function findTarget({ cells }: Row, known: KnownKind): Target {
  const { id, title = '', isrc } = cells;
  if (id !== undefined) {
    const found = known.get(id);
    if (found === undefined)
      throw new UserError({ code: 'catalog.row-id', details: { typed: id.slice(0, 80) } });
    return { target: found as LookedRecording, alike: null };
  }
  const codes = codesIn(isrc).flatMap((typed) => codeOf('recording', typed) ?? []);
  const bearers = [...new Set(codes.flatMap((code) => known.bearing(code)))] as LookedRecording[];
  // A code under another title is a mistake more often than a new title; the id says which is meant.
  const bearing = bearers.filter(({ item }) => title === '' || sharesTitle(item.content, alone(title)));
  if (bearers.length > 0 && bearing.length === 0) return { target: null, alike: null };
  if (bearing.length === 1) return { target: bearing[0] ?? null, alike: null };
  if (bearing.length > 1) {
    const called = bearing.filter((one) => isCalledSo(one, cells));
    if (called.length === 1) return { target: called[0] ?? null, alike: null };
    throw severalOf('recording', isrc ?? '', bearing);
  }
  const called = (known.called(title) as LookedRecording[]).filter((one) => isCalledSo(one, cells));
  const open = codes.length === 0 ? called : called.filter(({ codes: own }) => !own.some(isIsrc));
  if (open.length > 1) throw severalOf('recording', title, open);
  const [alike] = open.length === 0 ? called : [];
  return {
    target: open[0] ?? null,
    alike: alike === undefined ? null : labelOf('recording', alike.item.content),
  };
}

function alone(title: string): Titles {
  return { title, latin: null, others: [] };
}

function isIsrc({ scheme }: LookedRecording['codes'][number]): boolean {
  return scheme === 'isrc';
}

/** Version and artist are the same, as far as both say them; a row without a version means the original. */
function isCalledSo({ item }: LookedRecording, { version, versionTitle, artist }: Row['cells']): boolean {
  const { versionKind, versionTitle: called, mainArtist } = item.content;
  const read = version === undefined ? { kind: 'original', title: null } : readVersion(version);
  const wanted = versionTitle ?? read.title;
  return (
    versionKind === read.kind &&
    (wanted === null || called === null || titleKey(called) === titleKey(wanted)) &&
    (artist === undefined || mainArtist === null || titleKey(artist) === titleKey(mainArtist))
  );
}
