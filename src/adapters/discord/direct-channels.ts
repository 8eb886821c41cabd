import { type APIChannel, ChannelType, Routes } from 'discord.js';
import type { Api } from './api.ts';
import { ownSpace } from './read.ts';

/** Which direct message belongs to whom: Discord's events name the channel alone. */
export type DirectChannels = {
  /** The channel to one person. @throws what Discord refuses */
  open(account: string): Promise<string>;
  /** Whose channel it is, as a space. @throws what Discord refuses */
  spaceOf(channel: string): Promise<string>;
  note(channel: string, account: string): void;
};

const MOST = 10_000;

export function openDirectChannels(api: Api): DirectChannels {
  const accounts = new Map<string, string>();
  const channels = new Map<string, string>();

  function note(channel: string, account: string): void {
    if (accounts.size > MOST) for (const map of [accounts, channels]) map.clear();
    accounts.set(channel, account);
    channels.set(account, channel);
  }

  return {
    note,

    async open(account) {
      const known = channels.get(account);
      if (known !== undefined) return known;
      const request = () => api.bot.post(Routes.userChannels(), { body: { recipient_id: account } });
      const { id } = (await api.surely(request)) as APIChannel;
      note(id, account);
      return id;
    },

    async spaceOf(channel) {
      const known = accounts.get(channel);
      if (known !== undefined) return ownSpace(known);
      const found = (await api.surely(() => api.bot.get(Routes.channel(channel)))) as APIChannel;
      const [recipient] = found.type === ChannelType.DM ? (found.recipients ?? []) : [];
      if (!recipient) throw new Error(`The channel ${channel} is no direct message.`);
      note(channel, recipient.id);
      return ownSpace(recipient.id);
    },
  };
}
