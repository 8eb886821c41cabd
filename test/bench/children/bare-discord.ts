import { Client, Events, GatewayIntentBits, MessageFlags, Routes } from 'discord.js';

const ANSWER = 'US-RC1-76-07839 has the shape of an ISRC';

/** What the guide of discord.js shows: one command, one reply. */
export async function startBareDiscord(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { DISCORD_API_URL = '', DISCORD_TOKEN = '' } = env;
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.GuildMessageReactions,
    ],
    rest: { api: DISCORD_API_URL },
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: ANSWER, flags: MessageFlags.Ephemeral });
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(DISCORD_TOKEN);
  await ready;
  const check = {
    name: 'check',
    description: 'Check codes',
    type: 1,
    options: [{ name: 'codes', description: 'One or many', type: 3 }],
  };
  const body = [{ name: 'isrc', description: 'Recording codes', options: [check] }];
  await client.rest.put(Routes.applicationCommands(client.application?.id ?? ''), { body });
}
