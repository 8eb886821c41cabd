import type { Asker, House } from '../bot/command.ts';
import { formatIpi, type Ipi } from '../core/identifiers/ipi.ts';
import { formatIsni, type Isni } from '../core/identifiers/isni.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import type { ShareLine } from '../core/shares.ts';
import {
  inOrder,
  type KnownBy,
  type LayerLine,
  type Party,
  type SheetContent,
} from '../core/sheet/content.ts';
import { findNamed, type Named, namedKey, personFor, type Whom } from '../people/named.ts';
import { nameKey } from '../people/typed-name.ts';
import { findPeople, type Person } from '../store/people.ts';
import type { Db } from '../store/tables.ts';

/** A sheet as it was typed: people are named, not found yet. */
export type Draft = Omit<SheetContent, 'parties' | 'layers'> & {
  readonly layers: { readonly [L in keyof SheetContent['layers']]?: readonly DraftLine[] };
};

/** A line as it was typed, or of somebody who stood on a sheet before. */
export type DraftLine = Omit<ShareLine, 'who'> & { readonly who: Whom };

/** Each line of each layer with whom it means. */
export type Everyone = {
  readonly [L in keyof SheetContent['layers']]?: readonly (readonly [Named, DraftLine])[];
};

/**
 * Whoever is named, found before anything is locked: it may take asking the platform.
 *
 * @throws UserError `split.who-*`
 */
export async function findEveryone(
  house: House,
  { draft, asker }: { readonly draft: Draft; readonly asker: Asker },
): Promise<Everyone> {
  const found: { [layer: string]: readonly (readonly [Named, DraftLine])[] } = {};
  for (const [layer, lines] of Object.entries(draft.layers)) {
    const people: (readonly [Named, DraftLine])[] = [];
    const seen = new Map<string, number>();
    for (const line of lines) {
      const named = await findNamed(house, asker, line.who);
      const key = namedKey(named);
      const before = seen.get(key);
      if (before !== undefined) {
        throw new UserError({
          code: 'split.who-twice',
          details: { name: named.name, line: line.line, before },
        });
      }
      seen.set(key, line.line);
      people.push([named, line]);
    }
    found[layer] = people;
  }
  return found;
}

/**
 * The content with its people in it. Who was a party of the agreed version stays one, also without a share.
 *
 * @throws UserError `split.who-several`
 */
export async function fillDraft(
  house: House,
  db: Db,
  team: string,
  draft: Draft,
  everyone: Everyone,
  inherited: readonly Party[],
  by: PersonId,
): Promise<SheetContent> {
  const parties = new Map<PersonId, Party>(inherited.map((party) => [party.person, party]));
  const made = new Map<string, { readonly person: PersonId; readonly name: string }>();
  const layers: { [layer: string]: readonly LayerLine[] } = {};
  for (const [layer, people] of Object.entries(everyone)) {
    const lines: LayerLine[] = [];
    for (const [named, { share, roles, publisher, actsFor }] of people) {
      const key = namedKey(named);
      const found = made.get(key) ?? (await personFor(house, db, team, named, by));
      made.set(key, found);
      lines.push({ person: found.person, share, roles, publisher });
      const before = parties.get(found.person);
      const said = actsFor.kind === 'self' ? (before?.actsFor ?? actsFor) : actsFor;
      parties.set(found.person, { person: found.person, name: found.name, actsFor: said });
    }
    layers[layer] = lines;
  }
  refuseAlike([...parties.values()]);
  return inOrder({ ...draft, layers, parties: await withProfiles(db, team, [...parties.values()]) });
}

/** Two who are called the same cannot be told apart on a sheet. */
function refuseAlike(parties: readonly Party[]): void {
  const seen = new Set<string>();
  for (const { name } of parties) {
    const key = nameKey(name);
    if (seen.has(key)) throw new UserError({ code: 'split.who-several', details: { name } });
    seen.add(key);
  }
}

/** Legal names and numbers stand on a sheet only where their owner allows it. */
async function withProfiles(db: Db, team: string, parties: readonly Party[]): Promise<readonly Party[]> {
  const people = await findPeople(
    db,
    team,
    parties.map(({ person }) => person),
  );
  return parties.map(({ person, name, actsFor }) => {
    const profile = people.find(({ id, showsNumbers }) => id === person && showsNumbers);
    const known = profile === undefined ? {} : knownBy(profile);
    return { person, name, actsFor, ...(Object.keys(known).length === 0 ? {} : { known }) };
  });
}

function knownBy({ legalName, ipi, isni, society }: Person): KnownBy {
  return {
    ...(legalName === null ? {} : { legalName }),
    ...(ipi === null ? {} : { ipi: formatIpi(ipi as Ipi) }),
    ...(isni === null ? {} : { isni: formatIsni(isni as Isni) }),
    ...(society === null ? {} : { society }),
  };
}
