import type { Context } from '../bot/command.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import { codesOf } from '../store/item-codes.ts';
import { findPerson } from '../store/people.ts';
import type { StoredRelease } from '../store/releases.ts';
import { code } from '../text/spans.ts';
import { findMeantRelease, titleOfRelease } from './find.ts';
import { say } from './say.ts';
import { usualDays } from './schedule.ts';
import { recordingsOf } from './tracks.ts';
import { factsOf, leftWords, speakerFor } from './words.ts';

/** `/release show`: everything that a release says. */
export async function showRelease(typed: string | undefined, context: Context): Promise<Reply> {
  const release = await findMeantRelease(typed, context);
  const speaker = speakerFor(release, context);
  const { t } = speaker;
  const { id, content, state } = release;
  return {
    tone: 'plain',
    title: t(say.listLine, {
      ...{ title: titleOfRelease(release.content), id, day: content.day },
      left: state === 'cancelled' ? t(say.isCancelled) : leftWords(content, context.now, speaker),
    }),
    facts: await shownFacts(release, context),
    text: state === 'cancelled' ? [] : [t(say.nextStatus, { command: code(`/release status ${id}`) })],
    buttons:
      state === 'cancelled'
        ? []
        : [
            ...releaseButtons(release, context),
            { label: t(say.editButton), press: pressOf('release', 'edit', id) },
          ],
  };
}

/** What leads on from a release. */
export function releaseButtons(
  { id }: StoredRelease,
  { t }: Pick<Context, 't'>,
): NonNullable<Reply['buttons']> {
  return [
    { label: t(say.statusButton), style: 'primary', press: pressOf('release', 'status', id) },
    { label: t(say.leadButton), press: pressOf('release', 'lead', id) },
    { label: t(say.registerButton), press: pressOf('release', 'register', id) },
    { label: t(say.calendarButton), press: pressOf('release', 'calendar', id) },
  ];
}

/** The facts of a release, with what its tracks are called now. */
export async function shownFacts(
  release: StoredRelease,
  context: Context,
): Promise<NonNullable<Reply['facts']>> {
  const { house, asker } = context;
  const { content, id } = release;
  const codes = await codesOf(house.db, asker.team, [id]);
  return factsOf(
    {
      release,
      recordings: await recordingsOf(release, context),
      upcs: codes.filter(({ scheme }) => scheme === 'gtin').map((one) => one.code),
      looksAfter: (await findPerson(house.db, asker.team, content.home.person))?.displayName ?? '—',
      usual: await usualDays(house, asker.team),
    },
    speakerFor(release, context),
  );
}
