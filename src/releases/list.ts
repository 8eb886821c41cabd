import type { Context } from '../bot/command.ts';
import { type Line, pressOf, type Reply } from '../bot/reply.ts';
import { todayOf } from '../licenses/read-input.ts';
import { listReleases, type StoredRelease } from '../store/releases.ts';
import { code } from '../text/spans.ts';
import { titleOfRelease } from './find.ts';
import { say } from './say.ts';
import { leftWords, speakerFor } from './words.ts';

export const WHICH = ['coming', 'past', 'cancelled', 'all'] as const;

export type Which = (typeof WHICH)[number];

const PAGE = 10;

/** `/release list`: what is to come, the next first, ten at a time; or what is out, or was cancelled. */
export async function listAll({ which }: { readonly which: Which }, context: Context): Promise<Reply> {
  return page(which, 0, context);
}

/** The button for the next page. @param value as `page` made it */
export async function listMore(value: string, context: Context): Promise<Reply> {
  const [which, offset] = value.split(':');
  return page(WHICH.find((one) => one === which) ?? 'coming', Number(offset) || 0, context);
}

async function page(which: Which, offset: number, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const found = await listReleases(house.db, asker.team, {
    ...{ which, offset, today: todayOf(context), limit: PAGE + 1 },
  });
  const shown = found.slice(0, PAGE);
  const [first] = shown;
  if (first === undefined) {
    return {
      tone: 'plain',
      title: t(say.listNone),
      text: [t(say.listNoneNext, { command: code('/release new') })],
    };
  }
  const hasMore = found.length > PAGE;
  const isAll = offset === 0 && !hasMore;
  return {
    tone: 'plain',
    title: isAll
      ? t(say.listTitle, { count: shown.length })
      : t(say.listPage, { from: offset + 1, to: offset + shown.length }),
    list: shown.map((release) => lineFor(release, context)),
    text: [t(say.listNext, { command: code(`/release status ${first.id}`) })],
    ...(hasMore
      ? { buttons: [{ label: t(say.more), press: pressOf('release', 'list', `${which}:${offset + PAGE}`) }] }
      : {}),
  };
}

function lineFor(release: StoredRelease, context: Context): Line {
  const { id, content, state } = release;
  const speaker = speakerFor(release, context);
  const { t } = speaker;
  const left = state === 'cancelled' ? t(say.isCancelled) : leftWords(content, context.now, speaker);
  return {
    tone: state === 'cancelled' ? 'bad' : 'plain',
    text: t(say.listLine, { title: titleOfRelease(release.content), day: content.day, left, id }),
  };
}
