/**
 * Pictures of the bot in Slack, for docs/screens: `node test/platforms/slack/screens.ts [folder]`.
 *
 * The bot runs as a process of its own against the stand-in; what a person then sees is drawn as Slack draws it.
 * Needs a Chromium: CHROMIUM names it, /usr/bin/chromium otherwise.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { loadCommands } from '../../../src/bot/load.ts';
import { applyOwnManifest } from '../../adapters/slack/rig.ts';
import { startSplitproof } from '../../bench/bots.ts';
import { drawReleases } from './release-screens.ts';
import { startSlack } from './slack.ts';
import { drawSplitStory } from './split-screens.ts';
import { type Shown, slackPage } from './to-html.ts';
import type { Ephemeral, User } from './world.ts';

const ROOT = join(import.meta.dirname, '../../..');
const folder = process.argv[2] ?? join(ROOT, 'docs/screens');
const FORTY = Array.from({ length: 40 }, (_, n) => `US-RC1-76-${String(7800 + n).padStart(5, '0')}`);
FORTY[6] = 'US-RC1-76-0783';
FORTY[11] = FORTY[30] ?? '';
FORTY[18] = 'RD-RAY-22-00003';
const CSV =
  'title,artist,code\nNight Bus,Ana,US-RC1-76-07839\nRain,Bo,602557631722\nHarbor,Chen,US-RC1-76-0783\n';

const slack = await startSlack();
applyOwnManifest(slack, { commands: await loadCommands(join(ROOT, 'commands')) }, 'socket');
const ana = slack.addUser({ name: 'ana', displayName: 'Ana' });
const mei = slack.addUser({ name: 'mei', displayName: '美', locale: 'zh-TW', tz: 'Asia/Taipei' });
const beats = slack.addChannel({ name: 'beats', members: [ana, mei] });
const bot = await startSplitproof({
  ADAPTERS: 'slack',
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 760, height: 200 }, deviceScaleFactor: 2 });
mkdirSync(folder, { recursive: true });

const typed = (user: User, text: string): Shown => ({
  by: user.displayName,
  avatar: user.displayName.charAt(0),
  text,
  blocks: [],
});
const answered = ({ text, blocks }: Ephemeral): Shown => ({
  by: 'Splitproof',
  avatar: '≡',
  text,
  blocks,
  alone: true,
});

async function draw(name: string, html: string): Promise<void> {
  await page.setContent(html);
  await page.screenshot({ path: join(folder, `slack-${name}.png`), fullPage: true });
}

async function answers(user: User, act: () => unknown): Promise<readonly Ephemeral[]> {
  const before = slack.ephemerals(user).length;
  await act();
  await slack.waitFor('an answer', () => slack.ephemerals(user).length > before);
  return slack.ephemerals(user).slice(before);
}

async function command(name: string, user: User, word: string, text: string): Promise<void> {
  const shown = await answers(user, () => slack.command(user, beats, word, text));
  const line = `${word} ${text.length > 80 ? `${text.slice(0, 80)}…` : text}`;
  await draw(name, slackPage('# beats', [typed(user, line), ...shown.map(answered)]));
}

for (const [language, user] of [
  ['en', ana],
  ['zh', mei],
] as const) {
  await command(`one-${language}`, user, '/isrc', 'check us-rc1-76-07839');
  await command(`wrong-${language}`, user, '/isrc', 'check US-RC1-76-0783');
  await command(`forty-${language}`, user, '/isrc', `check ${FORTY.join(' ')}`);
  await command(`question-${language}`, user, '/isrc', 'new-or-same');
  const files = [{ name: 'codes.csv', bytes: CSV, mimetype: 'text/csv' }];
  const shown = await answers(user, () => slack.mention(user, beats, 'isrc check', { files }));
  const asked = {
    ...typed(user, '<@B|Splitproof> isrc check'),
    files: [{ name: 'codes.csv', size: CSV.length }],
  };
  await draw(`file-${language}`, slackPage('# beats', [asked, ...shown.map(answered)]));
  await slack.command(user, beats, '/isrc', 'check');
  const modal = await slack.waitFor('the form', () => slack.views(user)[0]);
  await draw(`form-${language}`, slackPage('# beats', [], modal));
  await slack.closeView(user);
}
await command('doctor-en', ana, '/splitproof', 'doctor');
await drawSplitStory(page, draw);
await drawReleases(page, draw);

await browser.close();
await bot.stop();
await slack.stop();
