import type { Context } from '../bot/command.ts';
import { MARKS, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import { withEnglish } from '../rights/translated.ts';
import { findMeant } from '../splits/find.ts';
import { releasesWith } from '../store/releases.ts';
import { recordingsOfSheet } from '../store/sheet-recordings.ts';
import { join } from '../text/spans.ts';
import { cautionPart } from './cautions.ts';
import { titleOfRelease } from './find.ts';
import { say } from './say.ts';

/**
 * An answer about a split sheet, with what to look at where the release of its recordings comes out: for a reader who has
 * not said yet that they have read it, and of one release at a time.
 */
export async function withReleaseCautions(
  reply: Reply,
  sheet: string | undefined,
  context: Context,
): Promise<Reply> {
  const { house, asker, t, locale } = context;
  const { id } = await findMeant(house, asker.team, sheet);
  const recordings = await recordingsOfSheet(house.db, asker.team, id);
  for (const release of await releasesWith(house.db, asker.team, recordings)) {
    const cautions = await cautionPart(release, context);
    if (cautions.shown === undefined || cautions.lines.length === 0) continue;
    const about = t(say.sheetCautions, { title: titleOfRelease(release.content) });
    const whole = {
      ...reply,
      // Below the frozen text, which is what the sheet says.
      text: [
        ...(reply.text ?? []),
        about,
        ...cautions.lines.map(({ text }) => join([MARKS.caution, text], '')),
        ...cautions.text,
      ],
      notices: [...(reply.notices ?? []), inLanguage(quickAnswers().education, locale)],
      buttons: [...(reply.buttons ?? []), ...cautions.buttons],
    };
    return withEnglish(whole, context, cautions.shown);
  }
  return reply;
}
