import { DAY, PLANS, withTwoLives } from '../release-screens.ts';
import { startDiscord } from './discord.ts';
import { messageToHtml, toPage } from './to-html.ts';

/** A release in each language: its board for whoever asks, and its first reminder in the channel. */
export async function drawReleases(): Promise<ReadonlyMap<string, string>> {
  const discord = await startDiscord({ patienceMs: 30_000 });
  const guild = discord.guild('Night Bus Records');
  const channel = discord.channel(guild, 'beats');
  const people = PLANS.map(({ name, locale }, index) =>
    // Discord speaks no Arabic; whoever wants it says so to the bot.
    discord.user(name, { username: `person${index}`, locale: locale === 'ar' ? 'en-US' : locale }),
  );
  for (const person of people) discord.join(guild, person, ['manageGuild']);
  const nameOf = (id: string) => discord.world.users.get(id)?.globalName ?? id;
  const pages = new Map<string, string>();
  const boards = new Map<string, string>();
  const env = { ADAPTERS: 'discord', DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  await withTwoLives(
    env,
    async () => {
      await discord.waitFor(() => discord.command('release'), 'the commands to be registered');
      for (const [index, { language, title, song, places, name }] of PLANS.entries()) {
        const person = people[index];
        if (person === undefined) continue;
        const ask = (command: string, path: string, options: Record<string, string>) =>
          discord
            .slash(person, channel, command, path, options)
            .reply((message) => !discord.text(message).startsWith('⏳ '));
        await ask('splitproof', 'settings', { language });
        await ask('catalog', 'add', { title: song, artist: name, duration: '3:41', samples: 'none' });
        await ask('release', 'new', { title, date: DAY, zone: 'UTC', tracks: song, places });
        const message = await discord.slash(person, channel, 'release', 'status', { release: title }).reply();
        boards.set(language, messageToHtml({ message, command: `${name} used /release status`, nameOf }));
      }
    },
    async () => {
      const posts = () => discord.messages(channel).filter((message) => discord.text(message).includes('28'));
      await discord.waitFor(() => posts().length >= PLANS.length, 'the reminders');
      for (const { language, title } of PLANS) {
        const message = posts().find((one) => discord.text(one).includes(title));
        if (message === undefined) continue;
        pages.set(
          `discord-release-${language}`,
          toPage([
            ['The board, for whoever asks', boards.get(language) ?? ''],
            ['The first reminder, for everybody', messageToHtml({ message, nameOf })],
          ]),
        );
      }
    },
  );
  await discord.stop();
  return pages;
}
