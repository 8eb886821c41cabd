import { defineAdapter } from '../../bot/adapter.ts';
import { findAccounts, readAccount } from './accounts.ts';
import { closeApi, openApi } from './api.ts';
import { openGateway, refusedToken } from './connect.ts';
import type { Desk } from './desk.ts';
import { diagnose } from './diagnose.ts';
import { openDirectChannels } from './direct-channels.ts';
import { openDispatch } from './dispatch.ts';
import { download } from './download.ts';
import { carriesFirstShard, discordEnv } from './env.ts';
import { reasonOf } from './errors.ts';
import { openLocales } from './locales.ts';
import { openForms } from './open-forms.ts';
import { readOwnText } from './own-text.ts';
import { missingPermissions } from './permissions.ts';
import { openPosts } from './posts.ts';
import { readReactions } from './reactions.ts';
import { registerCommands, type Scope } from './register.ts';
import { inspect, registerTool } from './shell.ts';

const START_PATIENCE_MS = 15_000;

export default defineAdapter({
  name: 'discord',
  env: discordEnv,
  clockUrl: ({ DISCORD_API_URL }) => `${DISCORD_API_URL}/v10/gateway`,
  inspect,
  tools: { register: registerTool },

  async start(bot, env, services) {
    const api = openApi(env, services, () => services.fail(refusedToken()));
    const directs = openDirectChannels(api);
    const locales = openLocales(services);
    const posts = openPosts(api, directs);
    const scope = { servers: env.DISCORD_COMMAND_SERVERS };
    let registering = Promise.resolve();
    const gateway = openGateway({
      env,
      services,
      patienceMs: START_PATIENCE_MS,
      received: (packet, shard) => dispatch.receive(packet, shard),
      connected() {
        if (carriesFirstShard(env)) registering = registerQuietly(desk, scope);
      },
    });
    const desk: Desk = {
      ...{ bot, api, services, posts, directs, locales },
      forms: openForms(services),
      ownId: () => gateway.client().user?.id ?? null,
    };
    const dispatch = openDispatch(desk, gateway.client);
    const missing = (channel: string) => missingPermissions(api, gateway.client(), channel);

    await gateway.begin();

    return {
      ...posts,
      reactions: (message) => readReactions(api, message),
      missingPermissions: missing,
      async account(space, id) {
        const account = await readAccount(api, gateway.client(), space, id);
        return { ...account, locale: await locales.of(id) };
      },
      accountsNamed: (space, name) => findAccounts(api, gateway.client(), space, name),
      ownText: (message) => readOwnText(api, desk.ownId(), message),
      download: (file, limitBytes) =>
        download(file, limitBytes, { apiUrl: env.DISCORD_API_URL, now: services.now }),
      diagnose(place) {
        const { whyNotReady } = gateway;
        const { commands } = bot;
        return diagnose(
          { api, commands, scope, whyNotReady, now: services.now },
          place && { place, missing },
        );
      },
      whyNotReady: gateway.whyNotReady,
      async stop() {
        await gateway.stop();
        await Promise.all([dispatch.idle(), registering]);
        closeApi(api);
      },
    };
  },
});

/** A bot whose commands could not be registered still answers the old ones; the log and the doctor say so. */
async function registerQuietly({ api, bot, services }: Desk, scope: Scope): Promise<void> {
  try {
    for (const { server, changed, count } of await registerCommands(api, bot.commands, scope)) {
      services.log.info({ server, changed, count }, 'commands are registered');
    }
  } catch (error) {
    services.log.error({ err: error, reason: reasonOf(error) }, 'the commands could not be registered');
  }
}
