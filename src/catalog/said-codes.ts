import type { Context, House } from '../bot/command.ts';
import { explain } from '../bot/refusal.ts';
import type { Line } from '../bot/reply.ts';
import { formatDuration } from '../core/catalog/duration.ts';
import { formatIsrc, type Isrc } from '../core/identifiers/isrc.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import type { StoredKind } from '../store/catalog-items.ts';
import { codesOf, type ItemCode } from '../store/item-codes.ts';
import type { Db } from '../store/tables.ts';
import { plain } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import type { Heard } from './audio.ts';
import { dropCode, readCode, registerCode } from './bear-code.ts';
import { displayOf } from './labels.ts';
import { isRegistering, readAboutCode, type Said } from './said.ts';
import { say } from './say.ts';

/** What was said about the code of an item: that it bears one, or not any more. */
export type CodeSaid =
  | {
      readonly how: 'register';
      readonly typed: string;
      readonly source: string | null;
      readonly acceptedFor: string | null;
    }
  /** null: the only one. */
  | { readonly how: 'drop'; readonly typed: string | null };

/** `US-RC1-76-07839` registers it, `-US-RC1-76-07839` takes it off, `-` takes off the only one; `pending` is none yet. */
export function readCodeSaid(said: Said): CodeSaid | null {
  const typed = (said.isrc ?? said.iswc)?.trim();
  if (typed === undefined || isRegistering(said)) return null;
  const [, taken] = /^[-‐-―−－]\s*(.*)$/su.exec(typed) ?? [];
  if (taken !== undefined) return { how: 'drop', typed: taken === '' ? null : taken };
  return { how: 'register', typed, ...readAboutCode(said) };
}

/** What became of a code, for the answer. */
export type CodeDone = { readonly how: CodeSaid['how'] | 'heard'; readonly code: ItemCode };

type Bearer = { readonly kind: StoredKind; readonly item: string; readonly by: PersonId | null };

/** In the caller's transaction, which holds the item. @throws as `registerCode` and `dropCode` */
export async function doCode(
  house: House,
  db: Db,
  team: string,
  said: CodeSaid,
  bearer: Bearer,
): Promise<CodeDone> {
  const code =
    said.how === 'drop'
      ? await dropCode(house, db, team, { ...bearer, typed: said.typed })
      : await registerCode(house, db, team, { ...bearer, ...said });
  return { how: said.how, code };
}

/**
 * Register the one ISRC that stands in an audio file, where nobody said one and the recording bears none.
 *
 * @returns null where it was not taken: it is on another recording, or was given for one
 */
export async function doHeardCode(
  house: House,
  db: Db,
  team: string,
  { heard, source }: { readonly heard: Heard; readonly source: string },
  bearer: Bearer,
): Promise<CodeDone | null> {
  const [typed] = heard.isrcs;
  if (typed === undefined || heard.isrcs.length > 1) return null;
  const own = await codesOf(db, team, [bearer.item]);
  if (own.some(({ scheme }) => scheme === 'isrc')) return null;
  try {
    const said = { typed, source, acceptedFor: null };
    return { how: 'heard', code: await registerCode(house, db, team, { ...bearer, ...said }) };
  } catch (error) {
    // Nothing was written: what stands against a code is looked at first.
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** What happened to the code, and what is odd about it though it stands. */
export function codeLines(
  done: CodeDone | null,
  said: CodeSaid | null,
  kind: StoredKind,
  { house, t }: Context,
): readonly Line[] {
  if (done === null) return [];
  const code = displayOf(done.code);
  const { seq } = done.code;
  const message = { register: say.codeRegistered, drop: say.codeDropped, heard: say.audioCode }[done.how];
  const { problems } = said?.how === 'register' ? readCode(house, kind, said.typed).check : { problems: [] };
  const odd = problems.filter(({ severity }) => severity === 'warning');
  return [
    { tone: 'good', text: t(message, { code, seq }) },
    ...odd.map((found): Line => ({ tone: 'caution', text: explain(found, t) })),
  ];
}

/** Where an audio file does not say what is kept. */
export function audioLines(
  heard: Heard | null,
  kept: { readonly durationMs: number | null; readonly codes: readonly ItemCode[] },
  t: Translate,
): readonly Line[] {
  if (heard === null) return [];
  const isrcs = kept.codes.filter(({ scheme }) => scheme === 'isrc').map(({ code }) => code);
  const shown = heard.isrcs.map((code) => formatIsrc(code as Isrc));
  const [only = ''] = shown;
  const lines: Line[] = [];
  if (shown.length > 1) lines.push({ tone: 'caution', text: t(say.audioSeveral, { codes: shown }) });
  else if (shown.length === 1 && !isrcs.includes(heard.isrcs[0] ?? '')) {
    const message = isrcs.length === 0 ? say.audioTaken : say.audioOther;
    lines.push({ tone: 'caution', text: t(message, { heard: only }) });
  }
  const differs =
    heard.durationMs !== null &&
    kept.durationMs !== null &&
    Math.abs(heard.durationMs - kept.durationMs) >= 1000;
  if (differs) {
    const values = { heard: formatDuration(heard.durationMs), typed: formatDuration(kept.durationMs) };
    lines.push({ tone: 'caution', text: t(say.audioDuration, values) });
  }
  return lines;
}

/** Who gave a code that stood in a file, in the words of whoever attached it. */
export function sourceOf(heard: Heard, t: Translate): string {
  return plain(t(say.audioSource, { name: heard.name }));
}
