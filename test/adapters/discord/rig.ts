import { discordEnv } from '../../../src/adapters/discord/env.ts';
import adapter from '../../../src/adapters/discord/index.ts';
import type { Services } from '../../../src/bot/adapter.ts';
import { type Discord, startDiscord } from '../../platforms/discord/discord.ts';
import { asJson, asList } from '../../platforms/discord/json.ts';
import { shownText } from '../../platforms/discord/markup.ts';
import type { Settings } from '../../platforms/discord/settings.ts';
import type { Channel, Message, User } from '../../platforms/discord/things.ts';
import type { FieldValue } from '../../platforms/discord/user/fields.ts';
import type { Sent } from '../../platforms/discord/user/handle.ts';
import type { OptionValue } from '../../platforms/discord/user/options.ts';
import type { Rig, RigFile } from '../rig.ts';

/** What a reader sees of a message, line by line. */
export function shown(discord: Discord, message: Message): string {
  return shownText(discord.text(message));
}

/** The adapter's variables for this server. */
export function envFor(discord: Discord, more: Readonly<Record<string, string>> = {}) {
  return discordEnv.parse({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, ...more });
}

/** The Discord of the contract: a server with a channel, Ana who manages it, and Bo. */
export async function openDiscordRig(settings: Partial<Settings> = {}): Promise<DiscordRig> {
  const discord = await startDiscord(settings);
  const guild = discord.guild('Night Bus Records');
  const channel = discord.channel(guild, 'beats');
  const ana = discord.user('Ana');
  const bo = discord.user('Bo', { locale: 'zh-TW' });
  discord.join(guild, ana, ['manageGuild']);
  discord.join(guild, bo);
  return makeRig(discord, { channel, people: new Map([ana, bo].map((user) => [user.id, user])), ana, bo });
}

export type DiscordRig = Rig & { readonly discord: Discord };

type Scene = { channel: Channel; people: ReadonlyMap<string, User>; ana: User; bo: User };

function makeRig(discord: Discord, { channel, people, ana, bo }: Scene): DiscordRig {
  /** What each person did last that may have opened a form. */
  const lastSent = new Map<string, Sent>();
  const person = (account: string) => people.get(account)!;
  const remember = (account: string, sent: Sent) => void lastSent.set(account, sent);
  const messageBy = (id: string) => channel.messages.get(id)!;
  const settled = (message: Message) => (message.flags & 128) === 0;

  function options(line: string, files: readonly RigFile[]): Parameters<Discord['slash']> {
    const [, name = '', path = '', rest = ''] = /^(\S+)\s*(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
    const registered = asList(discord.command(name)?.options).map(asJson);
    const sub = registered.find((option) => option.name === path);
    const values: Record<string, OptionValue> = {};
    const offered = asList(sub?.options).map(asJson);
    const text = offered.find((option) => option.type === 3);
    const file = offered.find((option) => option.type === 11);
    const typed = rest.replace(new RegExp(`^${text?.name}:\\s*`), '');
    if (text && typed) values[String(text.name)] = typed;
    if (file && files[0]) values[String(file.name)] = files[0];
    return [ana, channel, name, path, values];
  }

  return {
    discord,
    place: { space: channel.guildId!, channel: channel.id },
    ana: ana.id,
    bo: bo.id,

    async start(bot, services: Services) {
      const connection = await adapter.start(bot, envFor(discord), services);
      await discord.waitFor(() => discord.commands().length > 0, 'commands to be registered');
      return connection;
    },

    async command(account, line, files = []) {
      const [, ...rest] = options(line, files);
      remember(account, discord.slash(person(account), ...rest));
    },
    async write(account, text, files = []) {
      return discord.post(person(account), channel, text, files).id;
    },
    async pickMenu(account, message, action) {
      remember(account, discord.messageCommand(person(account), messageBy(message), action));
    },
    async press(account, label) {
      const seen = [...discord.ephemerals(person(account)), ...discord.posts(channel)];
      const carrying = seen
        .filter(({ components }) => JSON.stringify(components).includes(`"${label}"`))
        .at(-1)!;
      remember(account, discord.click(person(account), carrying, label));
    },
    async submit(account, values) {
      const filled: Record<string, FieldValue> = { ...values };
      remember(account, await discord.submitModal(lastSent.get(account)!, filled));
    },
    async react(account, message, emoji) {
      discord.react(person(account), messageBy(message), emoji);
    },
    async unreact(account, message, emoji) {
      discord.unreact(person(account), messageBy(message), emoji);
    },
    async deleteMessage(message) {
      discord.deleteMessage(messageBy(message));
    },
    async beAway(meanwhile) {
      discord.gateway.isRefusing = true;
      discord.gateway.forget();
      discord.gateway.forgetThrottle();
      await discord.unplug();
      await meanwhile();
      discord.gateway.isRefusing = false;
      await discord.plugIn();
    },
    async forbidWriting() {
      discord.deny(channel, discord.bot, 'sendMessages');
    },

    async privately(account) {
      return discord
        .ephemerals(person(account))
        .filter(settled)
        .map((message) => shown(discord, message));
    },
    async posted() {
      return discord
        .messages(channel)
        .filter(settled)
        .map((message) => ({ id: message.id, text: shown(discord, message) }));
    },
    async direct(account) {
      return discord.directs(person(account)).map((message) => shown(discord, message));
    },
    async form(account) {
      const response = lastSent.get(account)?.interaction.response;
      if (response?.type !== 9) return null;
      const fields = asList(response.data.components).map((part) => {
        const { label, component } = asJson(part);
        return { name: String(asJson(component).custom_id), label: String(label) };
      });
      return { title: String(response.data.title), fields };
    },
    async complaints(account) {
      return discord
        .ephemerals(person(account))
        .filter(settled)
        .map((message) => shown(discord, message));
    },
    async filesFor(account) {
      return [...discord.ephemerals(person(account)), ...discord.directs(person(account))].flatMap(filesOf);
    },
    async filesForAll() {
      return discord.posts(channel).flatMap(filesOf);
    },
    async pinged() {
      return discord.pings();
    },
    async until(check) {
      await discord.until(check);
    },
    async close() {
      await discord.stop();
    },
  };
}

function filesOf(message: Message): RigFile[] {
  return message.attachments.map(({ filename, bytes }) => ({
    name: filename,
    bytes: bytes ?? new Uint8Array(),
  }));
}
