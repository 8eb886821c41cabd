import { LAYERS, type Layer, type PersonId, type ShareText } from '../ledger/entry-types.ts';
import { type RoleId, sortRoles } from '../roles.ts';
import type { ActsFor, PublisherPart } from '../shares/share-line.ts';
import {
  type AiUse,
  type LayerLine,
  MORE_FIELDS,
  type MoreField,
  type Party,
  type Sample,
  type SheetContent,
  type VersionKind,
} from './content.ts';

type Whom = { readonly person: PersonId; readonly name: string };
type FromTo<T> = { readonly from: T; readonly to: T };
type InLayer = Whom & { readonly layer: Layer };

/**
 * One difference between two versions, as data. `name` is the one in the newer version, of somebody who left the older.
 * A share or a publisher that is null on one side is new or gone; an empty text in `more` likewise.
 */
export type Difference =
  | ({ readonly what: 'title' } & FromTo<string>)
  | ({ readonly what: 'version-kind' } & FromTo<VersionKind>)
  | ({ readonly what: 'party-added' | 'party-removed' } & Whom)
  | ({ readonly what: 'renamed' } & Whom & FromTo<string>)
  | ({ readonly what: 'acts-for' } & Whom & FromTo<ActsFor>)
  | { readonly what: 'layer-added' | 'layer-removed'; readonly layer: Layer }
  | ({ readonly what: 'share' } & InLayer & FromTo<ShareText | null>)
  | ({ readonly what: 'roles' } & InLayer & FromTo<readonly RoleId[]>)
  | ({ readonly what: 'publisher' } & InLayer & FromTo<PublisherPart | null>)
  | ({ readonly what: 'samples' } & FromTo<'none' | readonly Sample[]>)
  | ({ readonly what: 'ai' } & FromTo<AiUse>)
  | ({ readonly what: 'more'; readonly field: MoreField } & FromTo<string>);

/**
 * What became different, in the order in which a sheet says it. The order of people and roles is no difference.
 *
 * @returns an empty list exactly when both say the same
 */
export function changes(before: SheetContent, after: SheetContent): readonly Difference[] {
  return [
    ...field('title', before.title, after.title),
    ...field('version-kind', before.versionKind, after.versionKind),
    ...partyChanges(before.parties, after.parties),
    ...LAYERS.flatMap((layer) => layerChanges(layer, before, after)),
    ...field('samples', sampled(before), sampled(after)),
    ...field('ai', before.ai, after.ai),
    ...MORE_FIELDS.flatMap((name) => {
      const [from, to] = [before.more[name] ?? '', after.more[name] ?? ''];
      return from === to ? [] : [{ what: 'more' as const, field: name, from, to }];
    }),
  ];
}

function field<W extends string, T>(what: W, from: T, to: T): readonly ({ readonly what: W } & FromTo<T>)[] {
  return same(from, to) ? [] : [{ what, from, to }];
}

/** No samples at all, however that is said. */
function sampled({ samples }: SheetContent): SheetContent['samples'] {
  return samples.length === 0 ? 'none' : samples;
}

function partyChanges(before: readonly Party[], after: readonly Party[]): readonly Difference[] {
  const pairs = paired(before, after);
  return pairs.flatMap(([old, now]): readonly Difference[] => {
    if (old === undefined) return now === undefined ? [] : [{ what: 'party-added', ...whom(now) }];
    if (now === undefined) return [{ what: 'party-removed', ...whom(old) }];
    return [
      ...field('renamed', old.name, now.name).map((one) => ({ ...one, ...whom(now) })),
      ...field('acts-for', old.actsFor, now.actsFor).map((one) => ({ ...one, ...whom(now) })),
    ];
  });
}

function whom({ person, name }: Party): Whom {
  return { person, name };
}

function layerChanges(layer: Layer, before: SheetContent, after: SheetContent): readonly Difference[] {
  const [old, now] = [before.layers[layer], after.layers[layer]];
  if (old === undefined && now === undefined) return [];
  const names = new Map([...before.parties, ...after.parties].map(({ person, name }) => [person, name]));
  const lines = paired(old ?? [], now ?? []).flatMap(([from, to]): readonly Difference[] => {
    const person = (to ?? from)?.person ?? '';
    const where = { layer, person, name: names.get(person) ?? person };
    return lineChanges(from, to).map((one) => ({ ...one, ...where }));
  });
  if (old === undefined) return [{ what: 'layer-added', layer }, ...lines];
  if (now === undefined) return [{ what: 'layer-removed', layer }, ...lines];
  return lines;
}

/** Roles and publisher of somebody who is new in a layer are said with the share; of somebody who left, nothing. */
function lineChanges(from: LayerLine | undefined, to: LayerLine | undefined) {
  const gone = to === undefined;
  return [
    ...field('share', from?.share ?? null, to?.share ?? null),
    ...(gone ? [] : field('roles', sortRoles(from?.roles ?? []), sortRoles(to.roles))),
    ...(gone ? [] : field('publisher', from?.publisher ?? null, to.publisher)),
  ];
}

/** Both sides of everybody who is on either, by id. */
function paired<T extends { readonly person: PersonId }>(
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [T | undefined, T | undefined])[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((one) => [one.person, one])));
  const people = [...new Set([...before, ...after].map(({ person }) => person))].sort();
  return people.map((person) => [old?.get(person), now?.get(person)]);
}

/** Both are plain data, built with their members in whatever order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortedMembers) === JSON.stringify(b, sortedMembers);
}

function sortedMembers(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
