import { expect, it } from 'vitest';
import { isJson, type Json } from '../../platforms/discord/json.ts';
import type { GatewayEvent } from '../../platforms/discord/things.ts';
import { openStage } from './stage.ts';

const COUNT = 1200;

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const JUNK = [
  null,
  0,
  -1,
  1e30,
  '',
  'x',
  '@everyone',
  true,
  [],
  {},
  [null],
  [[]],
  { id: {} },
  'x'.repeat(5000),
  '\u0000',
];

/** The same thing with one to three of its parts replaced, taken away or doubled. */
function spoiled(data: Json, pick: (below: number) => number): Json {
  const copy = structuredClone(data) as Record<string, unknown>;
  for (let count = pick(3) + 1; count > 0; count -= 1) {
    let place: Record<string, unknown> = copy;
    for (let depth = pick(5); depth > 0; depth -= 1) {
      const inner = Object.values(place).filter((value) => isJson(value) || Array.isArray(value));
      const next = inner[pick(inner.length)];
      if (next !== undefined) place = next as Record<string, unknown>;
    }
    const keys = Object.keys(place);
    const key = keys[pick(keys.length)] ?? 'more';
    if (pick(3) === 0) delete place[key];
    else place[key] = structuredClone(JUNK[pick(JUNK.length)]);
  }
  return copy;
}

it('lives through thousands of spoiled events, and answers the next good one', async () => {
  const { discord, house, guild, channel, ana, bo, connection, soon } = await openStage(
    // Whether it lives is the question here, not how fast it is with all of this to read.
    { acknowledgeWithinMs: 60_000, patienceMs: 30_000 },
  );
  const good: GatewayEvent[] = [];
  const dispatch = discord.world.dispatch;
  discord.world.dispatch = (event) => {
    good.push(event);
    dispatch(event);
  };
  const message = discord.post(ana, channel, `<@${discord.bot.id}> try echo hello`);
  discord.react(ana, message, '✅');
  discord.unreact(ana, message, '✅');
  discord.clearReactions(message);
  const offered = await discord.slash(ana, channel, 'try', 'buttons').reply();
  discord.click(ana, offered, 'Yes');
  const opened = discord.slash(ana, channel, 'try', 'ask');
  await discord.submitModal(opened, { name: 'x' });
  discord.messageCommand(bo, message, 'Look at this');
  discord.slash(bo, channel, 'try', 'file', { file: { name: 'a', bytes: new Uint8Array(3) } });
  const thread = discord.thread(channel, 'a thread', ana);
  discord.archive(thread);
  discord.setEveryone(guild, [
    'viewChannel',
    'sendMessages',
    'readMessageHistory',
    'useApplicationCommands',
    'addReactions',
  ]);
  discord.bulkDelete(channel, [discord.post(bo, channel, 'one'), discord.post(bo, channel, 'two')]);
  discord.guild('Another');
  await soon(() => house.events.length > 5);

  const pick = numbers(20_261_125);
  for (let count = 0; count < COUNT; count += 1) {
    const event = good[pick(good.length)]!;
    dispatch({ type: event.type, guildId: guild.id, data: spoiled(event.data, pick) });
  }
  // They are read in order: when this one has arrived, so have all before it.
  const last = discord.post(bo, channel, 'last');
  discord.react(bo, last, '🏁');
  await soon(
    () => house.events.some((event) => event.kind === 'reaction' && event.message.id === last.id),
    40_000,
  );
  const answer = await discord.slash(ana, channel, 'try', 'echo', { text: 'still here' }).reply();
  expect(discord.text(answer)).toContain('still here');
  expect(house.failed).toEqual([]);
  expect(connection.whyNotReady()).toBeNull();
  expect(discord.pings()).toEqual([]);
}, 60_000);
