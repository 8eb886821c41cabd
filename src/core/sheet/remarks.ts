import { LAYERS, type Layer } from '../ledger/entry-types.ts';
import { type Problem, problem } from '../problem.ts';
import { type RoleId, roleOf } from '../roles.ts';
import type { LayerLine, SheetContent } from './content.ts';

/** Roles that say what somebody wrote; one of them a society needs. */
const WRITERS: ReadonlySet<RoleId> = new Set(['composer', 'lyricist', 'songwriter']);
/** Roles in a version of an existing work (MOD in CWR), which has the original writers on it. */
const CHANGERS: ReadonlySet<RoleId> = new Set([
  'arranger',
  'adapter',
  'translator',
  'sub-arranger',
  'sub-lyricist',
]);

/** What is worth a look before everybody is asked: warnings, never a reason to refuse. */
export function* remarks(content: SheetContent, names: ReadonlyMap<string, string>): Iterable<Problem> {
  const writing = content.layers.composition ?? [];
  if (writing.length > 0 && !writing.some(({ roles }) => roles.some((role) => WRITERS.has(role)))) {
    yield problem('sheet.no-writer', 'warning');
  }
  for (const layer of LAYERS) {
    for (const line of content.layers[layer] ?? []) {
      yield* aboutRoles(layer, line, names.get(line.person) ?? line.person);
    }
  }
  if (content.samples === 'none') return;
  for (const { title, owner, cleared } of content.samples) {
    if (owner === null || owner.trim() === '') yield problem('sheet.sample-owner', 'warning', { title });
    if (cleared !== 'yes') yield problem('sheet.sample-cleared', 'warning', { title, cleared });
  }
}

function* aboutRoles(layer: Layer, { roles }: LayerLine, name: string): Iterable<Problem> {
  const wrote = roles.some((role) => WRITERS.has(role));
  for (const id of roles) {
    const { layers, cwr, alsoAsk, name: words } = roleOf(id);
    const details = { name, role: words.en, layer };
    const asks = alsoAsk.filter((role) => WRITERS.has(role));
    if (layer === 'composition' && cwr === null && !wrote && asks.length > 0) {
      yield problem('sheet.role-also', 'warning', {
        ...details,
        roles: asks.map((role) => roleOf(role).name.en),
      });
    } else if (!layers.includes(layer)) yield problem('sheet.role-layer', 'warning', details);
    if (layer === 'composition' && CHANGERS.has(id)) {
      yield problem('sheet.role-existing-work', 'warning', details);
    }
  }
}
