import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startSplitproof } from '../../bench/bots.ts';
import { type Discord, startDiscord } from './discord.ts';
import { drawReleases } from './release-screens.ts';
import { drawSplitStory } from './split-screens.ts';
import type { Channel, Message, User } from './things.ts';
import { messageToHtml, modalToHtml, toPage } from './to-html.ts';

/**
 * Pictures of the bot on Discord, made by the real bot process on the Discord of the tests:
 * `node test/platforms/discord/screens.ts [folder]`. CHROMIUM names the browser, /usr/bin/chromium unless given.
 */
const FOLDER = process.argv[2] ?? 'docs/screens';
const FORTY = Array.from({ length: 38 }, (_, n) => `US-RC1-76-${String(7800 + n).padStart(5, '0')}`);
const CSV = 'title,code\nNight Bus,US-RC1-76-07839\nRain,US-RC1-76-0784\nHarbor,602557631722\n';

type Scene = { discord: Discord; channel: Channel; people: readonly User[] };

async function scenes({ discord, channel, people }: Scene): Promise<ReadonlyMap<string, string>> {
  const nameOf = (id: string) => discord.world.users.get(id)?.globalName ?? id;
  const isDone = (message: Message) => !discord.text(message).startsWith('⏳');
  const pages = new Map<string, string>();
  for (const person of people) {
    const language = person.locale === 'zh-TW' ? 'zh-Hant' : 'en';
    const ask = async (name: string, path: string | null, options: Parameters<Discord['slash']>[4] = {}) => {
      const message = await discord.slash(person, channel, name, path, options).reply(isDone);
      return messageToHtml({ message, command: `${nameOf(person.id)} used /${name} ${path ?? ''}`, nameOf });
    };
    const csv = { name: 'codes.csv', bytes: Buffer.from(CSV), contentType: 'text/csv' };
    const form = await discord.slash(person, channel, 'isrc', 'check').modal();
    pages.set(
      `discord-${language}`,
      toPage([
        ['One code', await ask('isrc', 'check', { codes: 'us-rc1-76-07839' })],
        ['A code that is too short', await ask('isrc', 'check', { codes: 'US-RC1-76-0783' })],
        [
          'Forty codes',
          await ask('isrc', 'check', { codes: [...FORTY, '602557631722', 'US-RC1-76-0783'].join('\n') }),
        ],
        ['A CSV', await ask('isrc', 'check', { file: csv })],
        ['The form', modalToHtml(form)],
        ['A place', await ask('territory', 'check', { places: 'Brazil' })],
        ['The doctor', await ask('splitproof', 'doctor')],
      ]),
    );
  }
  return pages;
}

const discord = await startDiscord({ patienceMs: 20_000 });
const guild = discord.guild('Night Bus Records');
const channel = discord.channel(guild, 'beats');
const people = [discord.user('Ana'), discord.user('小波', { username: 'bo', locale: 'zh-TW' })];
for (const person of people) discord.join(guild, person, ['manageGuild']);
const env = { ADAPTERS: 'discord', DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
const bot = await startSplitproof(env);
await discord.waitFor(() => discord.command('isrc'), 'the commands to be registered');
const pages = new Map([
  ...(await scenes({ discord, channel, people })),
  ...(await drawSplitStory(discord, guild)),
]);
await bot.stop();
await discord.stop();
for (const [name, html] of await drawReleases()) pages.set(name, html);

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 672, height: 800 }, deviceScaleFactor: 2 });
for (const [name, html] of pages) {
  await page.setContent(html);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
}
await browser.close();
