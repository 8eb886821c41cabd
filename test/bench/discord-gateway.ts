import { type Discord, startDiscord } from '../platforms/discord/discord.ts';
import { type Bench, measured } from './bench.ts';
import { type RunningBot, startBare, startSplitproof } from './bots.ts';
import { compareUnderLoad, type Target } from './load.ts';

const WORKERS = 64;

/** P2: an interaction over the gateway, beside a bare discord.js bot. */
export const discordGateway: Bench = {
  name: 'discord-gateway',
  title: 'P2 · Discord command over the gateway, beside a bare discord.js bot',
  async run(options) {
    const open: (() => Promise<void>)[] = [];
    try {
      const ours = await stand(open, startSplitproof);
      const bare = await stand(open, (env) => startBare(['discord'], env));
      return await compareUnderLoad({ ours, bare }, options);
    } finally {
      for (const close of open.toReversed()) await close();
    }
  },
};

async function stand(
  open: (() => Promise<void>)[],
  start: (env: Readonly<Record<string, string>>) => Promise<RunningBot>,
): Promise<Target> {
  // No limit of requests per bucket: it is the bots that are measured.
  const discord = await startDiscord({ bucketSize: 1_000_000, memory: 2000, patienceMs: 20_000 });
  open.push(() => discord.stop());
  const guild = discord.guild('Night Bus Records');
  const channel = discord.channel(guild, 'beats');
  const people = Array.from({ length: WORKERS }, (_, index) => {
    const person = discord.user(`Person ${index}`);
    discord.join(guild, person);
    return person;
  });
  const bot = await start({ DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token });
  open.push(() => bot.stop());
  await discord.connected();
  await discord.waitFor(() => discord.command('isrc') !== undefined, 'the command to be registered');
  return {
    pid: bot.pid,
    async command(worker) {
      const person = people[worker];
      measured(person !== undefined, `no person ${worker}`);
      const since = performance.now();
      const sent = discord.slash(person, channel, 'isrc', 'check', { codes: 'US-RC1-76-07839' });
      await sent.acknowledged();
      const tookMs = performance.now() - since;
      const answer = discord.text(await sent.reply());
      measured(answer.includes('US-RC1-76-07839'), `the answer was ${answer}`);
      return tookMs;
    },
    reset: () => forget(discord),
  };
}

function forget({ world }: Discord): void {
  world.requests.length = 0;
  world.interactions.clear();
}
