import type { PersonId, Seq } from '../core/ledger/entry-types.ts';
import type { Db } from './tables.ts';

/** A leave to mark for somebody else, by the entry `person.delegated` with this number. */
export type Delegation = {
  readonly seq: Seq;
  readonly person: PersonId;
  readonly delegate: PersonId;
  readonly scope: 'all' | readonly string[];
  readonly endsAt: Date;
};

/** Keep what an entry `person.delegated` says. */
export async function saveDelegation(db: Db, team: string, delegation: Delegation): Promise<void> {
  const { seq, person, delegate, scope, endsAt } = delegation;
  await db
    .insertInto('delegation')
    .values({
      team_id: team,
      seq,
      person_id: person,
      delegate_id: delegate,
      scope: scope === 'all' ? scope : scope.join(' '),
      ends_at: endsAt.getTime(),
      ended_by: null,
    })
    .execute();
}

/** Keep what an entry `person.undelegated` says. */
export async function endDelegation(db: Db, team: string, seq: Seq, endedBy: Seq): Promise<void> {
  await db
    .updateTable('delegation')
    .set({ ended_by: endedBy })
    .where('team_id', '=', team)
    .where('seq', '=', seq)
    .execute();
}

/** The delegations by or to these people that hold at that time. */
export async function delegationsOf(
  db: Db,
  team: string,
  people: readonly PersonId[],
  at: Date,
): Promise<readonly Delegation[]> {
  if (people.length === 0) return [];
  const rows = await db
    .selectFrom('delegation')
    .selectAll()
    .where('team_id', '=', team)
    .where(({ eb, or }) => or([eb('person_id', 'in', [...people]), eb('delegate_id', 'in', [...people])]))
    .where('ended_by', 'is', null)
    .where('ends_at', '>=', at.getTime())
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    person: row.person_id,
    delegate: row.delegate_id,
    scope: row.scope === 'all' ? 'all' : row.scope.split(' '),
    endsAt: new Date(row.ends_at),
  }));
}
