import { setTimeout as pause } from 'node:timers/promises';
import { startDiscord } from '../platforms/discord/discord.ts';
import { startSlack } from '../platforms/slack/slack.ts';
import { atMost, type Bench, measured, median, round } from './bench.ts';
import { type RunningBot, startBare, startSplitproofAlone } from './bots.ts';
import { residentMegabytes } from './watch-process.ts';

/** P7: what the process holds while nobody asks for anything, Slack in Socket Mode and Discord both connected. */
export const idleMemory: Bench = {
  name: 'idle-memory',
  title: 'P7 · idle memory with both platforms connected, beside both bare bots in one process',
  async run({ quick, rounds: howMany, note }) {
    const rounds = howMany(5, 1);
    const settleMs = quick ? 3000 : 20_000;
    const ours: number[] = [];
    const bare: number[] = [];
    for (let number = 1; number <= rounds; number++) {
      note(`round ${number} of ${rounds}`);
      ours.push(await idle(settleMs, startSplitproofAlone));
      bare.push(await idle(settleMs, (env) => startBare(['both'], env)));
    }
    return {
      table: [
        ['', 'resident MB, median', 'least', 'most'],
        ['Splitproof', round(median(ours)), round(Math.min(...ours)), round(Math.max(...ours))],
        ['both bare bots', round(median(bare)), round(Math.min(...bare)), round(Math.max(...bare))],
      ],
      promises: [atMost('idle memory', median(ours) / median(bare), 1.3)],
      notes: [
        `looked at ${settleMs / 1000} s after both were connected; medians of ${rounds} starts in turn`,
      ],
    };
  },
};

async function idle(
  settleMs: number,
  start: (env: Readonly<Record<string, string>>, isThere: () => boolean) => Promise<RunningBot>,
): Promise<number> {
  const slack = await startSlack({ socketMode: true });
  const discord = await startDiscord();
  discord.channel(discord.guild('Night Bus Records'), 'beats');
  let bot: RunningBot | null = null;
  try {
    const env = {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: discord.token,
    };
    const isThere = () => slack.sockets.count() > 0 && discord.gateway.connected().length > 0;
    bot = await start(env, isThere);
    await pause(settleMs);
    measured(isThere(), 'the bot is not connected to both platforms');
    return residentMegabytes(bot.pid).now;
  } finally {
    await bot?.stop();
    await slack.stop();
    await discord.stop();
  }
}
