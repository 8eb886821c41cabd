import { startBareDiscord } from './bare-discord.ts';
import { startBareSlack } from './bare-slack.ts';

/** The bots to stand beside: `slack PORT`, `discord`, or `both` (Socket Mode and gateway in one process). */
const [which, port] = process.argv.slice(2);
if (which === 'slack') await startBareSlack(process.env, Number(port));
if (which === 'both') await startBareSlack(process.env, null);
if (which === 'discord' || which === 'both') await startBareDiscord(process.env);
process.stdout.write('ready\n');
