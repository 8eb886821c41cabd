import { LAYERS, type Layer } from '../ledger/entry-types.ts';
import { type Problem, problem } from '../problem.ts';
import { type RoleId, roleOf } from '../roles.ts';
import type { LayerLine, SheetContent } from './content.ts';

/** Roles that say what somebody wrote; one of them a society needs. */
const WRITING = ['composer', 'lyricist', 'songwriter'] as const satisfies readonly RoleId[];
/** Roles without a code at societies, by which people often mean that they wrote as well. */
const ASKING = ['topliner', 'beatmaker', 'producer', 'rapper'] as const satisfies readonly RoleId[];
/** Roles in a version of an existing work (MOD in CWR), which has the original writers on it. */
const CHANGING = [
  ['arranger', 'arranger'],
  ['adapter', 'adapter'],
  ['translator', 'translator'],
  ['sub-arranger', 'subArranger'],
  ['sub-lyricist', 'subLyricist'],
] as const satisfies readonly (readonly [RoleId, string])[];

export type AskingRole = (typeof ASKING)[number];
/** As messages select it. */
export type ChangingRole = (typeof CHANGING)[number][1];

/**
 * What is worth a look before everybody is asked: warnings, never a reason to refuse.
 *
 * @see the rules in core/data/roles.json
 */
export function* remarks(content: SheetContent, names: ReadonlyMap<string, string>): Iterable<Problem> {
  const writing = content.layers.composition ?? [];
  if (writing.length > 0 && !writing.some(({ roles }) => WRITING.some((role) => roles.includes(role)))) {
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

/** One role that belongs in the layer is enough; what stands beside it is said for the credits. */
function* aboutRoles(layer: Layer, { roles }: LayerLine, name: string): Iterable<Problem> {
  if (layer === 'composition') {
    for (const [id, role] of CHANGING) {
      if (roles.includes(id)) yield problem('sheet.role-existing-work', 'warning', { name, role });
    }
  }
  if (roles.length === 0 || roles.some((role) => belongs(role, layer))) return;
  const asking = layer === 'composition' ? ASKING.find((role) => roles.includes(role)) : undefined;
  if (asking === undefined) yield problem('sheet.role-layer', 'warning', { name, layer });
  else yield problem('sheet.role-also', 'warning', { name, role: asking });
}

/** In the composition, only what CWR has a code for can be registered with a share. */
function belongs(id: RoleId, layer: Layer): boolean {
  const { layers, cwr } = roleOf(id);
  return layers.includes(layer) && (layer !== 'composition' || cwr !== null);
}
