import { type Problem, problem } from '../problem.ts';
import type { Entry } from './entry-types.ts';
import { timeInMessageId } from './message-time.ts';
import type { SealedPart } from './sealed.ts';
import { applyCompleted, applyEnded } from './sheet-end.ts';
import { applyConfirmed, applyMark } from './sheet-mark.ts';
import { FINE, type Outside, placeKey, type SheetEntry, type SheetState } from './sheet-state.ts';
import { applyVersion } from './sheet-version.ts';

const HOUR_MS = 3_600_000;

/**
 * Take the next entry of a sheet into its state, in order of `seq`.
 *
 * @param sheet changed in place
 * @param sealed the entry's sealed part where it is open
 * @returns what is wrong (`error`) with the entry, and what cannot be said (`warning`); a wrong entry counts for
 *   nothing, except that a wrong version is still a version and a wrong post still a post
 * @see docs/evidence-format.md, "State of a sheet"
 */
export function applyToSheet(
  sheet: SheetState,
  entry: SheetEntry,
  sealed: SealedPart | null,
  outside: Outside,
): readonly Problem[] {
  switch (entry.type) {
    case 'sheet.version':
      return applyVersion(sheet, entry, sealed, outside);
    case 'sheet.posted':
      return applyPosted(sheet, entry);
    case 'mark':
      return applyMark(sheet, entry, sealed, outside);
    case 'mark.confirmed':
      return applyConfirmed(sheet, entry);
    case 'message.gone':
    case 'message.changed':
      return sheet.posts.has(placeKey(entry.data.at_message))
        ? FINE
        : [problem('sheet.message-unknown', 'error')];
    case 'sheet.completed':
      return applyCompleted(sheet, entry);
    case 'sheet.cancelled':
    case 'sheet.lapsed':
      return applyEnded(sheet, entry);
    case 'sheet.disputed':
    case 'sheet.resolved':
      return sheet.versions.has(entry.data.version)
        ? FINE
        : [problem('sheet.version-unknown', 'error', { version: entry.data.version })];
  }
}

/** A message of ours shows a version. The platform dates the message itself, so our clock can be held against it. */
function applyPosted(sheet: SheetState, { data, at }: Entry<'sheet.posted'>): readonly Problem[] {
  const version = sheet.versions.get(data.version);
  if (version === undefined) return [problem('sheet.version-unknown', 'error', { version: data.version })];
  const key = placeKey(data.at_message);
  const shown = sheet.posts.get(key);
  if (shown === undefined) sheet.posts.set(key, new Set([data.version]));
  else shown.add(data.version);
  const { platform, message } = data.at_message;
  const time = timeInMessageId(platform, message);
  if (time === null) return FINE;
  if (time === 'unreadable') return [problem('sheet.message-id', 'error', { platform, message })];
  const early = time < version.atMs - HOUR_MS;
  const late = time > Date.parse(at) + HOUR_MS;
  return early || late ? [problem('sheet.message-time', 'error', { platform, message })] : FINE;
}
