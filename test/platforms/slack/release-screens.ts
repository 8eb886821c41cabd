import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { loadCommands } from '../../../src/bot/load.ts';
import { applyOwnManifest } from '../../adapters/slack/rig.ts';
import { DAY, PLANS, withTwoLives } from '../release-screens.ts';
import { startSlack } from './slack.ts';
import { slackPage } from './to-html.ts';
import type { User } from './world.ts';

const COMMANDS = join(import.meta.dirname, '../../../commands');
/** As wide as a phone in landscape: the board has a table. */
const WIDTH = 620;

/** A release in each language: its board for whoever asks, and its first reminder in the channel. */
export async function drawReleases(
  page: Page,
  save: (name: string, html: string) => Promise<void>,
): Promise<void> {
  const slack = await startSlack();
  applyOwnManifest(slack, { commands: await loadCommands(COMMANDS) }, 'socket');
  const people = PLANS.map(({ name, locale }, index) =>
    slack.addUser({ name: `person${index}`, displayName: name, locale, tz: 'UTC' }),
  );
  const beats = slack.addChannel({ name: 'beats', members: people });
  await page.setViewportSize({ width: WIDTH, height: 200 });
  const env = {
    ADAPTERS: 'slack',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
  const answers = async (user: User, word: string, text: string) => {
    const before = slack.ephemerals(user).length;
    await slack.command(user, beats, word, text);
    await slack.waitFor('an answer', () => slack.ephemerals(user).length > before);
    return slack.ephemerals(user).slice(before);
  };
  await withTwoLives(
    env,
    async () => {
      for (const [index, { language, title, song, places, name }] of PLANS.entries()) {
        const user = people[index];
        if (user === undefined) continue;
        await answers(
          user,
          '/catalog',
          `add title: "${song}" artist: "${name}" duration: 3:41 samples: none`,
        );
        await answers(
          user,
          '/release',
          `new title: "${title}" date: ${DAY} zone: UTC tracks: "${song}" places: ${places}`,
        );
        const shown = await answers(user, '/release', `status "${title}"`);
        const drawn = shown.map(({ text, blocks }) => ({
          by: 'Splitproof',
          avatar: '≡',
          text,
          blocks,
          alone: true,
        }));
        await save(`release-${language}`, slackPage('# beats', drawn));
      }
    },
    async () => {
      const posts = () => slack.messages(beats).filter(({ botId }) => botId !== undefined);
      await slack.waitFor('the reminders', () => posts().length >= PLANS.length);
      for (const message of posts()) {
        const plan = PLANS.find(({ title }) => slack.read(message).includes(title));
        const { text, blocks } = message;
        await save(
          `release-reminder-${plan?.language ?? 'en'}`,
          slackPage('# beats', [{ by: 'Splitproof', avatar: '≡', text, blocks }]),
        );
      }
    },
  );
  await slack.stop();
}
