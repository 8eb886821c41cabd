import {
  LAYERS,
  type Layer,
  type LayerShares,
  type PersonId,
  type ShareText,
} from '../ledger/entry-types.ts';
import { type RoleId, sortRoles } from '../roles.ts';
import type { ActsFor, PublisherPart } from '../shares/share-line.ts';

/** What kind of recording the sheet is about; each kind is a recording of its own, with its own ISRC. */
export const VERSION_KINDS = [
  'original',
  'instrumental',
  'a-cappella',
  'remix',
  'live',
  'acoustic',
  'edit',
  'clean',
  'sped-up',
  'slowed',
  'remaster',
  'immersive',
  'demo',
  'other',
] as const;

export type VersionKind = (typeof VERSION_KINDS)[number];

/** `wholly`: nothing in it was made by a person. */
export const AI_USES = ['none', 'partly', 'wholly'] as const;

export type AiUse = (typeof AI_USES)[number];

/** Somebody who has to agree. `name` is what the frozen text says, also when the person is renamed later. */
export type Party = {
  readonly person: PersonId;
  readonly name: string;
  readonly actsFor: ActsFor;
  /** Of those who allow it: what societies know them by. In display form. */
  readonly known?: KnownBy;
};

export type KnownBy = {
  readonly legalName?: string;
  readonly ipi?: string;
  readonly isni?: string;
  readonly society?: string;
};

export type LayerLine = {
  readonly person: PersonId;
  readonly share: ShareText;
  readonly roles: readonly RoleId[];
  readonly publisher: PublisherPart | null;
};

export const CLEARED = ['yes', 'no', 'unknown'] as const;

export type Sample = {
  readonly title: string;
  readonly owner: string | null;
  readonly cleared: (typeof CLEARED)[number];
};

/** What a sheet should say, and may leave out. */
export const MORE_FIELDS = ['language', 'iswc', 'recordings', 'finished', 'licensing', 'registers'] as const;

export type MoreField = (typeof MORE_FIELDS)[number];

/** All that one version of a sheet says: what the frozen text is written from, and what people agree to. */
export type SheetContent = {
  readonly title: string;
  readonly versionKind: VersionKind;
  /** Sorted by person. May hold people without a share, who agree to an amendment that takes theirs away. */
  readonly parties: readonly Party[];
  /** Layers that are not in use are left out. */
  readonly layers: { readonly [L in Layer]?: readonly LayerLine[] };
  readonly samples: 'none' | readonly Sample[];
  readonly ai: AiUse;
  readonly more: { readonly [F in MoreField]?: string };
  /** Ids of those recordings among `more.recordings` that are in the catalog. */
  readonly recordings?: readonly string[];
};

/**
 * The same content in the one order in which it is frozen and compared: people by id, layers and roles as we list them,
 * empty fields left out.
 */
export function inOrder(content: SheetContent): SheetContent {
  const layers = LAYERS.flatMap((layer) => {
    const lines = content.layers[layer];
    if (lines === undefined) return [];
    return [[layer, byPerson(lines).map((line) => ({ ...line, roles: sortRoles(line.roles) }))]];
  });
  const more = MORE_FIELDS.flatMap((field) => {
    const text = content.more[field];
    return text === undefined || text === '' ? [] : [[field, text]];
  });
  return {
    ...content,
    parties: byPerson(content.parties),
    layers: Object.fromEntries(layers),
    samples: content.samples === 'none' || content.samples.length === 0 ? 'none' : content.samples,
    more: Object.fromEntries(more),
  };
}

/** Ids are ASCII, so code units order them as evidence does. */
function byPerson<T extends { readonly person: PersonId }>(list: readonly T[]): readonly T[] {
  return list.toSorted((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : 0));
}

/** The shares as the entry of a version holds them. */
export function layerShares(content: SheetContent): LayerShares {
  const { layers } = inOrder(content);
  return Object.fromEntries(
    LAYERS.flatMap((layer) => {
      const lines = layers[layer];
      return lines === undefined ? [] : [[layer, lines.map(({ person, share }) => [person, share] as const)]];
    }),
  );
}
