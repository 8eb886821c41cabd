import { type Problem, problem } from '../problem.ts';
import type { Entry } from './entry-types.ts';
import { agrees, FINE, type SheetState, type VersionState } from './sheet-state.ts';

/** Everyone agreed to the newest version: once, by exactly these marks. */
export function applyCompleted(sheet: SheetState, { data }: Entry<'sheet.completed'>): readonly Problem[] {
  const version = sheet.versions.get(data.version);
  if (version === undefined) return [problem('sheet.version-unknown', 'error', { version: data.version })];
  if (version.text !== data.text) return [problem('sheet.text-differs', 'error', { version: data.version })];
  const wrong = checkOpen(sheet, version) ?? checkMarks(version, data.marks);
  if (wrong !== null) return [wrong];
  version.ended = 'completed';
  sheet.completed = data.version;
  for (const party of version.parties.values()) {
    [party.counted, party.countedGrade] = [party.approval, party.approvalGrade];
  }
  return FINE;
}

/** The newest version ends without agreement. */
export function applyEnded(
  sheet: SheetState,
  { type, data }: Entry<'sheet.cancelled' | 'sheet.lapsed'>,
): readonly Problem[] {
  const version = sheet.versions.get(data.version);
  if (version === undefined) return [problem('sheet.version-unknown', 'error', { version: data.version })];
  const wrong = checkOpen(sheet, version);
  if (wrong !== null) return [wrong];
  version.ended = type === 'sheet.cancelled' ? 'cancelled' : 'lapsed';
  return FINE;
}

function checkOpen(sheet: SheetState, version: VersionState): Problem | null {
  if (sheet.newest !== version.version) {
    return problem('sheet.not-newest', 'error', { version: version.version, newest: sheet.newest ?? 0 });
  }
  if (version.ended !== null) {
    return problem('sheet.ended', 'error', { version: version.version, state: version.ended });
  }
  return null;
}

function checkMarks(version: VersionState, marks: readonly number[]): Problem | null {
  for (const [person, party] of version.parties) {
    if (!agrees(party)) return problem('completed.party', 'error', { person });
  }
  const approvals = [...version.parties.values()].map(({ approval }) => approval ?? -1).sort((a, b) => a - b);
  const equal = approvals.length === marks.length && approvals.every((seq, index) => seq === marks[index]);
  return equal ? null : problem('completed.marks', 'error', { expected: approvals.join(', ') });
}
