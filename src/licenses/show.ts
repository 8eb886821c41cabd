import type { Context } from '../bot/command.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import { draftOf, type KeptFile, type LicenseContent } from '../core/licenses/content.ts';
import { missing } from '../core/licenses/license.ts';
import { withEnglish } from '../rights/translated.ts';
import { readFiles } from '../store/files.ts';
import { findPerson } from '../store/people.ts';
import { code, plain } from '../text/spans.ts';
import { factsOf } from './facts.ts';
import { findMeantLicense } from './find.ts';
import { todayOf } from './read-input.ts';
import { say } from './say.ts';
import { ASSET_NAMES, partsWords } from './words.ts';

/** `/license show`: all that a license says, what is missing, its entries, and the proof file as it came. */
export async function showLicense(typed: string | undefined, context: Context): Promise<Reply> {
  const { house, asker, t, locale } = context;
  const { id, content, createdAt } = await findMeantLicense(typed, context);
  const lacking = missing(draftOf(id, content));
  const chain = await house.evidence.chain(house.db, asker.team, `license/${id}`);
  const by = (await findPerson(house.db, asker.team, content.home.person))?.displayName ?? '—';
  const files = content.proof === null ? [] : await filesBack([content.proof], context);
  const isGone = content.proof !== null && files.length === 0;
  const kind = plain(t(ASSET_NAMES[content.asset.kind]));
  const { state, tone } = stateOf(id, content, context);
  return withEnglish(
    {
      tone,
      title: t(say.showTitle, { id, title: content.asset.title, kind, state }),
      facts: [
        ...factsOf(content, context, 'whole'),
        { label: t(say.labelRecorded), value: t(say.recordedBy, { when: createdAt, name: by }) },
        {
          label: t(say.labelEntries),
          value: t(say.list, { items: chain.map(({ entry }) => String(entry.seq)) }),
        },
      ],
      text: [
        ...(content.ended?.reason ? [t(say.endedFor, { reason: content.ended.reason })] : []),
        ...(lacking.length > 0 ? [t(say.draftParts, { parts: partsWords(lacking, context) })] : []),
        ...(isGone ? [t(say.proofGone, { name: content.proof?.name ?? '' })] : []),
        t(say.showNext, { command: code(`/evidence show ${chain.at(-1)?.entry.seq ?? 0}`) }),
      ],
      notices: [inLanguage(quickAnswers().education, locale)],
      files,
      ...(lacking.length > 0 && content.ended === null
        ? { buttons: [{ label: t(say.complete), press: pressOf('license', 'complete', id) }] }
        : {}),
    },
    context,
  );
}

/** How a license stands today, in words. */
export function stateOf(
  id: string,
  content: LicenseContent,
  context: Context,
): { readonly state: string; readonly tone: Reply['tone'] } {
  const { t } = context;
  const today = todayOf(context);
  const { begins, ends, ended } = content;
  const draft = draftOf(id, content);
  const lacking = missing(draft).length;
  if (ended !== null && lacking > 0) return { state: plain(t(say.stateDropped)), tone: 'plain' };
  if (lacking > 0) return { state: plain(t(say.stateDraft, { count: lacking })), tone: 'caution' };
  const last = draft.term?.to ?? null;
  const on = last === null ? new Date(0) : last;
  if (last !== null && last < today) return { state: plain(t(say.stateOver, { on })), tone: 'bad' };
  if (begins !== null && begins > today) {
    return { state: plain(t(say.stateAhead, { from: begins })), tone: 'waiting' };
  }
  const isOpen = last === null || ends === null;
  return { state: plain(isOpen ? t(say.stateOpen) : t(say.stateUntil, { on })), tone: 'good' };
}

/** Files as they came, byte for byte; those that were erased are left out. */
export async function filesBack(
  kept: readonly KeptFile[],
  { house, asker }: Context,
): Promise<NonNullable<Reply['files']>> {
  const bytes = new Map<string, Uint8Array>();
  const hashes = kept.map(({ sha256 }) => sha256);
  for await (const [hash, file] of readFiles(house.db, asker.team, hashes)) bytes.set(hash, file);
  return kept.flatMap(({ sha256, name, mediaType }) => {
    const file = bytes.get(sha256);
    return file === undefined ? [] : [{ name, mediaType, bytes: file }];
  });
}
