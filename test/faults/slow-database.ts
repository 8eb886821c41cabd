import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../bench/bots.ts';
import { startSlack } from '../platforms/slack/slack.ts';
import { startPostgres } from '../support/postgres.ts';
import { openPostgres } from './database.ts';
import { startProcess } from './process.ts';

/**
 * Promise 7: `npm run faults:slow-database [-- <seconds> [<commands a second> [<delay in s>]]]`. Every answer of
 * PostgreSQL arrives late; Slack has to be acknowledged in time all the same, and every command has to be answered in
 * the end.
 */
const [seconds = 60, rate = 200, delayS = 10] = process.argv.slice(2).map(Number);
const PEOPLE = 200;
const TICK_MS = 50;

const postgres = await startPostgres();
const database = await openPostgres(postgres.url);
const proxy = await openProxy(new URL(postgres.url));
const slack = await startSlack({ socketMode: false, timing: { ackMs: 3000 } });
const port = await freePort();
slack.app.requestUrl = `http://127.0.0.1:${port}/slack/events`;
const address = new URL(database.variables.DATABASE_URL ?? '');
address.port = String(proxy.port);
const opsPort = await freePort();
const bot = startProcess(database.folder, {
  ...database.variables,
  OPS_PORT: String(opsPort),
  DATABASE_URL: address.href,
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
  PORT: String(port),
  HOST: '127.0.0.1',
});
const isReady = async () => {
  const response = await fetch(`http://127.0.0.1:${opsPort}/readyz`).catch(() => null);
  await response?.arrayBuffer();
  return response?.ok === true;
};
while (!(await isReady())) await pause(100);

const people = Array.from({ length: PEOPLE }, (_, index) => slack.addUser({ name: `person${index}` }));
const beats = slack.addChannel({ name: 'beats', members: people });
let answers = 0;
let apologies = 0;
const before = slack.world.changed;
slack.world.changed = () => {
  before();
  for (const shown of slack.world.ephemerals.splice(0)) {
    answers += 1;
    if (!JSON.stringify(shown).includes('US-RC1-76-07839')) apologies += 1;
  }
};

proxy.delay(delayS * 1000);
const acknowledged: number[] = [];
let refused = 0;
let sent = 0;
const begun = performance.now();
const under: Promise<void>[] = [];
while (performance.now() - begun < seconds * 1000) {
  const due = Math.floor(((performance.now() - begun) / 1000) * rate);
  for (; sent < due; sent += 1) under.push(command(sent));
  await pause(TICK_MS);
}
await Promise.all(under);
const limit = performance.now() + 30 * 60_000;
while (answers < sent && performance.now() < limit) await pause(500);
const drainedS = (performance.now() - begun) / 1000 - seconds;

acknowledged.sort((a, b) => a - b);
const at = (share: number) =>
  (acknowledged[Math.min(acknowledged.length - 1, Math.floor(acknowledged.length * share))] ?? 0).toFixed(0);
console.log(
  `${sent} commands in ${seconds} s, the database ${delayS} s late: ${refused} not acknowledged within 3 s, ` +
    `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms; ${answers} answered, ${apologies} of them with an apology, the last ${drainedS.toFixed(0)} s after the end.`,
);
await bot.stop();
await slack.stop();
proxy.close();
await database.close();
database.remove();
await postgres.stop();
process.exit(refused === 0 && answers >= sent && apologies === 0 ? 0 : 1);

async function command(index: number): Promise<void> {
  const person = people[index % PEOPLE];
  if (person === undefined) return;
  const outcome = await slack.command(person, beats, '/isrc', 'check US-RC1-76-07839');
  if (outcome.ok) acknowledged.push(outcome.ms);
  else refused += 1;
}

/** Passes everything on to PostgreSQL at once, and back when it is time. */
async function openProxy({ hostname, port: target }: URL) {
  let delayMs = 0;
  const server: Server = createServer((client) => {
    const behind = connect(Number(target), hostname);
    client.pipe(behind);
    behind.on('data', (bytes) => {
      if (delayMs === 0) client.write(bytes);
      else setTimeout(() => void (client.writable && client.write(bytes)), delayMs);
    });
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    delay: (ms: number) => {
      delayMs = ms;
    },
    close: () => void server.close(),
  };
}
