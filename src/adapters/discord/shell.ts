import type { Finding, Services, ToolUse } from '../../bot/adapter.ts';
import type { Command } from '../../bot/command.ts';
import { StartError } from '../../bot/start-error.ts';
import { type Api, closeApi, openApi } from './api.ts';
import { refusedToken } from './connect.ts';
import { diagnose } from './diagnose.ts';
import type { DiscordEnv } from './env.ts';
import { reasonOf } from './errors.ts';
import { type Registered, registerCommands } from './register.ts';

/** The doctor's look from the shell: token, application, commands, and what the bot may do in each server. */
export async function inspect(
  commands: readonly Command[],
  env: DiscordEnv,
  services: Services,
): Promise<readonly Finding[]> {
  return withApi(env, services, (api) => {
    const scope = { servers: env.DISCORD_COMMAND_SERVERS };
    return diagnose({ api, commands, scope, now: services.now }, null);
  });
}

/** `splitproof register`: what the bot does at every start, by itself. */
export const registerTool = {
  description: 'register the commands with Discord',
  needsEnv: true,

  async run({ args, commands, env, services, write, writeError }: ToolUse<DiscordEnv>): Promise<number> {
    if (args.length > 0 || env === undefined) {
      writeError(
        'register takes no arguments; DISCORD_COMMAND_SERVERS names servers, if any. See docs/discord.md.\n',
      );
      return 2;
    }
    return withApi(env, services, async (api, isRefused) => {
      try {
        const scope = { servers: env.DISCORD_COMMAND_SERVERS };
        for (const registered of await registerCommands(api, commands, scope))
          write(`${sentence(registered)}\n`);
        return 0;
      } catch (error) {
        if (isRefused()) throw new StartError(refusedToken(), { cause: error });
        writeError(`The commands could not be registered: ${reasonOf(error)}\n`);
        return 1;
      }
    });
  },
};

function sentence({ server, changed, count }: Registered): string {
  const place = server === null ? 'everywhere' : `in the server ${server}`;
  if (changed.length === 0)
    return `Nothing to do ${place}: ${count} commands are registered as they should be.`;
  return `Registered ${count} commands ${place}; new, changed or removed: ${changed.join(', ')}.`;
}

async function withApi<T>(
  env: DiscordEnv,
  services: Services,
  work: (api: Api, isRefused: () => boolean) => Promise<T>,
): Promise<T> {
  let refused = false;
  const api = openApi(env, services, () => {
    refused = true;
  });
  try {
    return await work(api, () => refused);
  } finally {
    closeApi(api);
  }
}
