import { z } from 'zod';

const SHARDS = /^(?:\d{1,5}(?:,\d{1,5})*)\/(\d{1,5})$/;

const apiUrl = z
  .url('must be an address such as https://discord.com/api')
  .refine(
    (url) => !/(?:\/|\/v\d+)$/.test(url),
    'must not end in a slash or a version, as in https://discord.com/api',
  );

const shards = z
  .string()
  .regex(/^auto$|^\d{1,5}(?:,\d{1,5})*\/\d{1,5}$/, 'must be "auto", or shards and their total such as 0,1/4')
  .refine((text) => {
    const total = SHARDS.exec(text)?.[1];
    return (
      total === undefined ||
      text
        .split('/')[0]
        ?.split(',')
        .every((id) => Number(id) < Number(total))
    );
  }, 'must name shards below their total: 0,1/4 is right, 4/4 is not');

/** The variables of the Discord adapter; .env.example and docs/discord.md explain them. */
export const discordEnv = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^\S{50,}$/,
      'must be a bot token, three parts with dots between, without the word "Bot" before it',
    ),
  DISCORD_SHARDS: shards.default('auto'),
  DISCORD_API_URL: apiUrl.default('https://discord.com/api'),
  DISCORD_COMMAND_SERVERS: z
    .string()
    .regex(/^\d{17,20}(?:\s*,\s*\d{17,20})*$/, 'must be ids of servers, with commas between')
    .transform((text) => text.split(',').map((id) => id.trim()))
    .optional(),
});

export type DiscordEnv = z.output<typeof discordEnv>;

/** Which shards this process carries, as discord.js takes it. */
export function readShards(text: string): {
  readonly shards: 'auto' | number[];
  readonly shardCount?: number;
} {
  const total = SHARDS.exec(text)?.[1];
  if (total === undefined) return { shards: 'auto' };
  const ids = (text.split('/')[0] ?? '').split(',').map(Number);
  return { shards: ids, shardCount: Number(total) };
}

/** Several processes share the shards; the one with the first does what is done once for all. */
export function carriesFirstShard(env: DiscordEnv): boolean {
  const { shards } = readShards(env.DISCORD_SHARDS);
  return shards === 'auto' || shards.includes(0);
}
