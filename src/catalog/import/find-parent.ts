import { isNothing } from '../../core/catalog/read-text.ts';
import { titleTerm } from '../../core/catalog/search-terms.ts';
import { UserError } from '../../core/problem.ts';
import { isMissing } from '../../files/table/missing.ts';
import type { StoredItem } from '../../store/catalog-items.ts';
import type { LookedRecording } from '../look.ts';
import { type Cells, idBehind } from '../table/cells.ts';
import type { KnownKind } from './known.ts';
import { severalOf } from './planned.ts';
import { codeOf, type State } from './state.ts';

/** What a recording is a version of: one that is there, or what a line of the file becomes. */
export type Parent = {
  readonly id: string | null;
  readonly item: StoredItem<'recording'> | null;
  readonly line?: number;
};

type About = { readonly line: number; readonly cells: Cells; readonly target: LookedRecording | null };

/**
 * What a row says that it is a version of; undefined where it says nothing. Versions go by the title of the original, so
 * of several that are called so the original is meant.
 *
 * @throws UserError `catalog.unknown`, `catalog.several`, `catalog.lineage-self`
 */
export function findParent(
  state: State,
  { line, cells, target }: About,
  known: KnownKind,
): Parent | undefined {
  const typed = cells.versionOf;
  if (typed === undefined) return undefined;
  if (isNothing(typed)) return { id: null, item: null };
  if (isMissing(typed)) return undefined;
  const id = idBehind(typed) ?? (/^r_[a-z0-9_-]+$/.test(typed) ? typed : null);
  if (id !== null) return there(known.get(id) as LookedRecording | undefined, typed, target);
  const code = codeOf('recording', typed);
  if (code !== null) {
    const [bearer] = known.bearing(code);
    if (bearer !== undefined) return there(bearer as LookedRecording, typed, target);
    const inFile = state.codes.get(code);
    if (inFile !== undefined && inFile !== line) return { id: null, item: null, line: inFile };
    throw unknown(typed);
  }
  return byTitle(state, typed, { line, cells, target }, known);
}

function byTitle(state: State, typed: string, { line, target }: About, known: KnownKind): Parent {
  const called = (known.called(typed) as LookedRecording[]).filter(({ item }) => item.id !== target?.item.id);
  const originals = called.filter(({ item }) => item.content.versionKind === 'original');
  if (originals.length === 1) return there(originals[0], typed, target);
  // What is in the catalog already and in the file as well was found there.
  const inFile = (state.titles.get(titleTerm(typed)) ?? []).filter((place) => place.line !== line);
  const first = inFile.filter(({ isOriginal }) => isOriginal);
  if (originals.length === 0 && first[0] !== undefined && first.length === 1) {
    return { id: null, item: null, line: first[0].line };
  }
  if (called.length === 1) return there(called[0], typed, target);
  if (called.length === 0 && inFile[0] !== undefined && inFile.length === 1) {
    return { id: null, item: null, line: inFile[0].line };
  }
  if (called.length > 1) throw severalOf('recording', typed, called);
  throw unknown(typed);
}

function there(found: LookedRecording | undefined, typed: string, target: LookedRecording | null): Parent {
  if (found === undefined) throw unknown(typed);
  const { item } = found;
  if (item.id !== target?.item.id) return { id: item.id, item };
  throw new UserError({ code: 'catalog.lineage-self', details: { title: item.content.title } });
}

function unknown(typed: string): UserError {
  return new UserError({
    code: 'catalog.unknown',
    details: { kind: 'recording', typed: typed.slice(0, 300) },
  });
}
