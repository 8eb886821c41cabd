import { sql } from 'kysely';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { type SheetStanding, type StoredSheet, sheetOf } from './sheets.ts';
import type { Db } from './tables.ts';

export type SheetSearch = {
  /** Part of the title, or of the id; any case. */
  readonly text?: string;
  /** On which this person is a party of the newest version. */
  readonly party?: PersonId;
  readonly states?: readonly SheetStanding[];
  readonly limit: number;
  readonly offset?: number;
};

/** Sheets of a team, newest first. */
export async function searchSheets(
  db: Db,
  team: string,
  search: SheetSearch,
): Promise<readonly StoredSheet[]> {
  const { text, party, states, limit, offset = 0 } = search;
  let query = db.selectFrom('sheet').selectAll().where('team_id', '=', team);
  if (states !== undefined) query = query.where('state', 'in', [...states]);
  if (text !== undefined && text !== '') {
    // As it was typed, too: SQLite knows lower case of ASCII letters alone.
    const [typed, lower] = [text, text.toLowerCase()].map(
      (part) => `%${part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
    );
    query = query.where(({ or }) =>
      or([
        sql<boolean>`lower(title) like ${lower} escape '\\'`,
        sql<boolean>`title like ${typed} escape '\\'`,
        sql<boolean>`id like ${lower} escape '\\'`,
      ]),
    );
  }
  if (party !== undefined) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('sheet_party')
          .select('sheet_party.person_id')
          .whereRef('sheet_party.team_id', '=', 'sheet.team_id')
          .whereRef('sheet_party.sheet_id', '=', 'sheet.id')
          .whereRef('sheet_party.version', '=', 'sheet.newest')
          .where('sheet_party.person_id', '=', party),
      ),
    );
  }
  const rows = await query.orderBy('created_at', 'desc').orderBy('id').limit(limit).offset(offset).execute();
  return rows.map(sheetOf);
}
