import { onTestFinished } from 'vitest';
import adapter from '../../../src/adapters/discord/index.ts';
import type { Connection, PlatformEvent } from '../../../src/bot/adapter.ts';
import { type Discord, startDiscord } from '../../platforms/discord/discord.ts';
import type { Settings } from '../../platforms/discord/settings.ts';
import { openTestHouse, soon, type TestHouse } from '../house.ts';
import { envFor } from './rig.ts';

export type Stage = ReturnType<typeof stageOn> & { readonly connection: Connection };

/** A Discord with a server, a channel, Ana who manages the server, and Bo; and a house that is not connected yet. */
export async function setStage(settings: Partial<Settings> = {}, atEnd: AtEnd = onTestFinished) {
  const discord = await startDiscord(settings);
  atEnd(() => discord.stop());
  return stageOn(discord, openTestHouse(), atEnd);
}

/** Clears up after a test; those that run side by side bring their own. */
type AtEnd = (clearUp: () => Promise<void>) => void;

function stageOn(discord: Discord, house: TestHouse, atEnd: AtEnd) {
  const guild = discord.guild('Night Bus Records');
  const channel = discord.channel(guild, 'beats');
  const ana = discord.user('Ana');
  const bo = discord.user('Bo', { locale: 'zh-TW' });
  discord.join(guild, ana, ['manageGuild']);
  discord.join(guild, bo);
  const place = { space: guild.id, channel: channel.id };

  return {
    ...{ discord, house, guild, channel, ana, bo, place },
    /** Starts the adapter, without waiting for its commands. */
    async start(env: Readonly<Record<string, string>> = {}, more: Partial<TestHouse['services']> = {}) {
      const services = { ...house.services, ...more };
      const connection = await adapter.start(house.bot, envFor(discord, env), services);
      atEnd(() => connection.stop());
      house.connect('discord', connection);
      return connection;
    },
    events: <Kind extends PlatformEvent['kind']>(kind: Kind) =>
      house.events.filter((event): event is PlatformEvent & { kind: Kind } => event.kind === kind),
    logged: (text: string) => house.logged.filter((line) => line.includes(text)),
    soon,
  };
}

/** The same, connected, with the commands registered. */
export async function openStage(
  settings: Partial<Settings> = {},
  atEnd: AtEnd = onTestFinished,
): Promise<Stage> {
  const stage = await setStage(settings, atEnd);
  const connection = await stage.start();
  await stage.discord.waitFor(() => stage.discord.commands().length > 0, 'commands to be registered');
  return { ...stage, connection };
}
