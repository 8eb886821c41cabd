import type { Page } from 'playwright-core';
import { openSplitSlack, type SlackStage, setSlackStage } from '../../adapters/slack/split-stage.ts';
import { type Moment, tellSplitStory } from '../../adapters/split-story.ts';
import type { Slack } from './slack.ts';
import { type Shown, slackPage } from './to-html.ts';
import type { Ephemeral, Message, User } from './world.ts';

const DRAWN: readonly Moment[] = [
  ...(['open', 'disputed', 'dispute-form', 'revised', 'agreed', 'completion', 'receipt'] as const),
];

/** As wide as a phone. */
const WIDTH = 400;
const EMOJI: Readonly<Record<string, string>> = { white_check_mark: '✅', x: '❌', '+1': '👍' };

/** The story of a split sheet, drawn as those in it see it: one picture for each moment and language. */
export async function drawSplitStory(
  page: Page,
  save: (name: string, html: string) => Promise<void>,
): Promise<void> {
  const { slack, bot } = await openSplitSlack();
  try {
    await bot.start();
    await page.setViewportSize({ width: WIDTH, height: 200 });
    for (const language of ['en', 'zh-Hant'] as const) await drawIn(language, slack, save);
  } finally {
    await bot.close();
    await slack.stop();
  }
}

async function drawIn(
  language: 'en' | 'zh-Hant',
  slack: Slack,
  save: (name: string, html: string) => Promise<void>,
): Promise<void> {
  const stage = setSlackStage(slack, language);
  const drawn = new Set<Moment>();
  await tellSplitStory(stage, async (moment, user, shown) => {
    if (drawn.has(moment) || !DRAWN.includes(moment)) return;
    drawn.add(moment);
    const html =
      shown === undefined
        ? slackPage(placeOf(stage), [], slack.views(user).at(-1))
        : slackPage(placeOf(stage, shown), [shownOf(slack, shown)]);
    await save(`split-${moment}-${language === 'en' ? 'en' : 'zh'}`, withNames(html, slack));
  });
}

function placeOf({ channel }: SlackStage, shown?: Message | Ephemeral): string {
  return shown === undefined || shown.channel === channel.id ? `# ${channel.name}` : 'Splitproof';
}

function shownOf(slack: Slack, shown: Message | Ephemeral): Shown {
  const { text, blocks } = shown;
  const alone = 'via' in shown;
  const reactions = alone ? [] : reactionsOf(shown);
  return { by: 'Splitproof', avatar: '≡', text, blocks, alone, reactions, files: filesBelow(slack, shown) };
}

function reactionsOf({ reactions }: Message) {
  return [...reactions].map(([name, { length }]) => {
    const [emoji = '', tone] = name.split('::skin-tone-');
    const skin = tone === undefined ? '' : String.fromCodePoint(0x1_f3_fb + Number(tone) - 2);
    return { emoji: `${EMOJI[emoji] ?? emoji}${skin}`, count: length };
  });
}

/** Files of a direct message come in the message after it. */
function filesBelow(slack: Slack, shown: Message | Ephemeral) {
  if ('via' in shown || !shown.channel.startsWith('D')) return [];
  const channel = slack.world.channels.get(shown.channel);
  const messages = channel === undefined ? [] : slack.messages(channel);
  const wanted = /\d+/.exec(slack.read(shown).split('\n')[1] ?? '')?.[0];
  return messages
    .flatMap(({ files }) => files)
    .flatMap((id) => slack.world.files.get(id) ?? [])
    .filter(({ name }) => name === `receipt-${wanted}.txt` || name === `sealed-${wanted}.json`)
    .map(({ name, size }) => ({ name, size }));
}

/** Mentions by the names that their owners go by. */
function withNames(html: string, slack: Slack): string {
  const nameOf = (id: string) => slack.world.users.get(id)?.displayName;
  return html.replace(/@(U[A-Z0-9]+)/g, (found, id: User['id']) => `@${nameOf(id) ?? found}`);
}
