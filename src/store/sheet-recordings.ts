import { type StoredSheet, sheetOf } from './sheets.ts';
import type { Db } from './tables.ts';

/** Keep which recordings of the catalog a version is about. */
export async function insertSheetRecordings(
  db: Db,
  team: string,
  { sheet, version }: { readonly sheet: string; readonly version: number },
  recordings: readonly string[],
): Promise<void> {
  if (recordings.length === 0) return;
  await db
    .insertInto('sheet_recording')
    .values(
      recordings.map((recording) => ({ team_id: team, sheet_id: sheet, version, recording_id: recording })),
    )
    .execute();
}

/** The recordings that the newest version of a sheet is about. */
export async function recordingsOfSheet(db: Db, team: string, sheet: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sheet_recording')
    .innerJoin('sheet', (join) =>
      join
        .onRef('sheet.team_id', '=', 'sheet_recording.team_id')
        .onRef('sheet.id', '=', 'sheet_recording.sheet_id')
        .onRef('sheet.newest', '=', 'sheet_recording.version'),
    )
    .select('recording_id')
    .where('sheet_recording.team_id', '=', team)
    .where('sheet_recording.sheet_id', '=', sheet)
    .execute();
  return rows.map(({ recording_id }) => recording_id);
}

/** A sheet that is about a recording, and the newest of its versions that is. */
export type SheetAbout = StoredSheet & { readonly version: number };

/** The sheets that are about a recording, the newest first; each once. */
export async function sheetsAbout(
  db: Db,
  team: string,
  recording: string,
  limit: number,
): Promise<readonly SheetAbout[]> {
  const rows = await db
    .selectFrom('sheet_recording')
    .innerJoin('sheet', (join) =>
      join
        .onRef('sheet.team_id', '=', 'sheet_recording.team_id')
        .onRef('sheet.id', '=', 'sheet_recording.sheet_id'),
    )
    .selectAll('sheet')
    .select(({ fn }) => fn.max<number>('sheet_recording.version').as('version'))
    .where('sheet_recording.team_id', '=', team)
    .where('sheet_recording.recording_id', '=', recording)
    .groupBy(['sheet.team_id', 'sheet.id', 'sheet.title', 'sheet.newest', 'sheet.state', 'sheet.created_at'])
    .orderBy('sheet.created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...sheetOf(row), version: row.version }));
}
