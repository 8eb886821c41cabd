import type { Entry, Hash, Seq } from '../entry-types.ts';
import type { SealedPart } from '../sealed.ts';
import { accountOf } from '../sheet-mark.ts';
import type { DelegationFact, LinkFact, Looked, Outside } from '../sheet-state.ts';

/** What entries of sheets rely on: accounts, delegations, files. */
export type Facts = {
  readonly links: Map<Seq, LinkFact>;
  readonly delegations: Map<Seq, DelegationFact>;
  readonly files: Map<Seq, Hash>;
};

export function noFacts(): Facts {
  return { links: new Map(), delegations: new Map(), files: new Map() };
}

/** Take in what an entry says; anything else passes. */
export function gatherFact(facts: Facts, entry: Entry, sealed: SealedPart | null): void {
  switch (entry.type) {
    case 'person.linked': {
      const { person, platform } = entry.data;
      facts.links.set(entry.seq, { person, platform, account: accountOf(sealed), endedBy: null });
      return;
    }
    case 'person.unlinked':
      end(facts.links.get(entry.data.link), entry.seq);
      return;
    case 'person.delegated': {
      facts.delegations.set(entry.seq, { ...entry.data, endedBy: null });
      return;
    }
    case 'person.undelegated':
      end(facts.delegations.get(entry.data.delegation), entry.seq);
      return;
    case 'file.stored':
      facts.files.set(entry.seq, entry.data.sha256);
  }
}

function end(fact: LinkFact | DelegationFact | undefined, by: Seq): void {
  if (fact !== undefined && fact.endedBy === null) fact.endedBy = by;
}

/**
 * The facts as a sheet asks for them.
 *
 * @param isHere whether an entry is here and was understood
 */
export function outsideOf(
  facts: Facts,
  isHere: (seq: Seq) => boolean,
  rest: Pick<Outside, 'isWhole' | 'text'>,
): Outside {
  const look =
    <T>(kept: ReadonlyMap<Seq, T>) =>
    (seq: Seq): Looked<T> =>
      kept.get(seq) ?? (isHere(seq) ? 'other' : 'absent');
  return {
    link: look(facts.links),
    delegation: look(facts.delegations),
    file: look(facts.files),
    ...rest,
  };
}
