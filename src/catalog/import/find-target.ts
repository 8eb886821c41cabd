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
    const called = bearing.filter(isVersion(cells)).filter(isBy(cells));
    if (called.length === 1) return { target: called[0] ?? null, alike: null };
    throw severalOf('recording', isrc ?? '', bearing);
  }
  const { artist } = cells;
  const alikes = artist === undefined ? known.called(title) : known.calledBy(title, artist);
  const called = (alikes as readonly LookedRecording[]).filter(isVersion(cells));
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

/** Which are the same version, as far as both say it; a row that says none means the original. */
function isVersion({ version, versionTitle }: Row['cells']): (one: LookedRecording) => boolean {
  const { kind, title } = version === undefined ? { kind: 'original', title: null } : readVersion(version);
  const wanted = versionTitle ?? title;
  return ({ item }) => {
    const { versionKind, versionTitle: called } = item.content;
    const isSame = wanted === null || called === null || titleKey(called) === titleKey(wanted);
    return versionKind === kind && isSame;
  };
}

/** Which are by the same artist, as far as both say it. */
function isBy({ artist }: Row['cells']): (one: LookedRecording) => boolean {
  return ({ item: { content } }) =>
    artist === undefined || content.mainArtist === null || titleKey(content.mainArtist) === titleKey(artist);
}
