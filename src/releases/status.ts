import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import { type Point, readiness, standing } from '../core/releases/readiness.ts';
import { dayIn } from '../core/time-zones.ts';
import { withEnglish } from '../rights/translated.ts';
import type { StoredRelease } from '../store/releases.ts';
import { plain, type Text } from '../text/spans.ts';
import { cautionPart } from './cautions.ts';
import { findMeantRelease, titleOfRelease } from './find.ts';
import { type Gathered, gather, trackName } from './gather.ts';
import { planSource } from './plan.ts';
import { cellOf, countGaps, gapLines, ownersOf } from './points.ts';
import { say } from './say.ts';
import { releaseButtons } from './show.ts';
import { adviceFor } from './usual.ts';
import { leftWords, type Speaker, speakerFor } from './words.ts';

const MOST_GAPS = 12;
const MOST_TRACKS_SHOWN = 30;

/** `/release status`: what holds and what is still open, reckoned from what is so now. */
export async function releaseStatus(typed: string | undefined, context: Context): Promise<Reply> {
  const { house, asker, now } = context;
  const release = await findMeantRelease(typed, context);
  const speaker = speakerFor(release, context);
  const { t, locale } = speaker;
  const title = titleOfRelease(release.content);
  if (release.state === 'cancelled') return { tone: 'plain', title: t(say.statusCancelled, { title }) };
  const gathered = await gather(house, asker.team, release);
  const points = readiness(gathered.facts);
  const { holding, all } = standing(points);
  const owners = await ownersOf(house, asker.team, points);
  // Those are shown whole, below.
  const shown = points.filter(({ kind }) => kind !== 'cautions');
  const lines = gapLines(shown, gathered, owners, null, speaker);
  const cautions = await cautionPart(release, context);
  const left = leftWords(release.content, now, speaker);
  const more = countGaps(shown) - MOST_GAPS;
  const isReady = holding === all;
  const reply: Reply = {
    tone: isReady ? (lines.length === 0 ? 'good' : 'caution') : 'waiting',
    title: isReady
      ? t(say.statusReady, { title, all, left })
      : t(say.statusTitle, { title, holding, all, left }),
    facts: [
      {
        label: t(say.labelDay),
        value: t(say.day, { day: release.content.day, zone: speaker.timeZone }),
      },
    ],
    list: [...lines.slice(0, MOST_GAPS), ...cautions.lines],
    ...tableOf(gathered, points, speaker),
    text: [
      ...tableRest(gathered, speaker),
      ...(more > 0 ? [t(say.moreGaps, { count: more })] : []),
      ...cautions.text,
      ...(await planLines(release, context, speaker)),
    ],
    buttons: [...cautions.buttons, ...releaseButtons(release, context).slice(1)],
  };
  if (cautions.shown === undefined) return reply;
  const notices = [inLanguage(quickAnswers().education, locale)];
  return withEnglish({ ...reply, notices }, context, cautions.shown);
}

/** Each track with a word for each of its points. */
function tableOf({ recordings }: Gathered, points: readonly Point[], speaker: Speaker): Pick<Reply, 'table'> {
  if (recordings.length === 0) return {};
  const { t } = speaker;
  return {
    table: {
      columns: [
        t(say.columnTrack),
        [{ text: 'ISRC' }],
        t(say.columnSplit),
        t(say.columnSamples),
        t(say.columnWork),
        t(say.columnLicenses),
      ],
      rows: recordings
        .slice(0, MOST_TRACKS_SHOWN)
        .map((recording, index) => [
          plain(
            t(recording.isGone ? say.gone : say.track, { number: index + 1, name: trackName(recording, t) }),
          ),
          ...(['isrc', 'split', 'samples', 'iswc', 'license'] as const).map((kind) =>
            cellOf(points, kind, index + 1, speaker),
          ),
        ]),
    },
  };
}

/** How many tracks the table leaves out. */
function tableRest({ recordings }: Gathered, { t }: Speaker): readonly Text[] {
  const count = recordings.length - MOST_TRACKS_SHOWN;
  return count > 0 ? [t(say.moreTracks, { count })] : [];
}

/** By when to deliver. */
async function planLines(
  { content }: StoredRelease,
  context: Context,
  speaker: Speaker,
): Promise<readonly Text[]> {
  const { t, timeZone } = speaker;
  const today = dayIn(context.now, timeZone);
  if (content.day < today) return [];
  const { plan } = await adviceFor(content.day, context);
  const values = { by: plan.by, days: plan.days, source: planSource(plan, speaker) };
  return [t(plan.by < today ? say.planLate : say.planLine, values)];
}
