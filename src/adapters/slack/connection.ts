import type { Bot, Connection, MessageRef, Services } from '../../bot/adapter.ts';
import { UserError } from '../../core/problem.ts';
import { readAccount } from './accounts.ts';
import type { Arrivals } from './arrivals.ts';
import type { Clients } from './clients.ts';
import { createDirectory } from './directory.ts';
import { diagnose } from './doctor.ts';
import { downloadFile } from './downloads.ts';
import { slackName } from './emoji.ts';
import type { SlackEnv } from './env.ts';
import { refusalOf, toUserError } from './errors.ts';
import { type Identity, readIdentity } from './identity.ts';
import { readOwnText } from './own-text.ts';
import { paced } from './pace.ts';
import { missingIn } from './permissions.ts';
import type { PostKeys } from './post-keys.ts';
import { createPosts, type Posts } from './posts.ts';
import { METADATA_SCOPE } from './scopes.ts';
import { spaceOf } from './space.ts';

export type OutwardParts = {
  readonly bot: Bot;
  readonly env: SlackEnv;
  readonly services: Services;
  readonly clients: Clients;
  readonly keys: PostKeys;
  readonly arrivals: Arrivals;
  identity(): Identity | null;
};

/** Everything of a connection but its life: what the house asks of Slack. */
export type Outward = Omit<Connection, 'whyNotReady' | 'stop'> & { readonly posts: Posts };

export function createOutward(parts: OutwardParts): Outward {
  const { bot, env, services, clients, keys, arrivals } = parts;

  function known(): Identity {
    const identity = parts.identity();
    if (identity !== null) return identity;
    throw new UserError({ code: 'platform.unreachable', details: { platform: 'Slack' } });
  }

  async function gone(message: MessageRef): Promise<void> {
    const space = homeOf(known());
    await bot.notice({ kind: 'message-gone', platform: 'slack', space, message, why: 'deleted' });
  }

  const hearsOwnPosts = () => parts.identity()?.scopes.has(METADATA_SCOPE) === true;
  const directory = createDirectory(clients.asking, services.now);
  const posts = createPosts({ clients, keys, log: services.log, hearsOwnPosts, gone });

  return {
    posts,
    post: posts.post,
    edit: posts.edit,
    direct: (_space, account, reply, key) => posts.direct(account, reply, key),
    find: posts.find,

    async reactions({ channel, id }) {
      try {
        const answer = await paced(() =>
          // Without `full`, Slack names only some of the people behind each emoji.
          clients.asking.reactions.get({ channel, timestamp: id, full: true }),
        );
        const standing = answer.message?.reactions ?? [];
        return standing.map(({ name = '', users = [] }) => ({ emoji: name, accounts: users }));
      } catch (error) {
        if (refusalOf(error) === 'message_not_found') await gone({ channel, id });
        throw toUserError(error);
      }
    },

    async hint({ channel, id }, emoji) {
      for (const name of emoji.map(slackName)) {
        try {
          await paced(() => clients.asking.reactions.add({ channel, timestamp: id, name }));
        } catch (error) {
          if (refusalOf(error) !== 'already_reacted') throw toUserError(error);
        }
      }
    },

    async missingPermissions(channel) {
      // Asked anew, since scopes may have been granted meanwhile.
      const identity = await readIdentity(clients.asking).catch((error: unknown) => {
        throw toUserError(error);
      });
      return missingIn(clients.asking, identity, channel);
    },
    account: (space, id) => readAccount(clients.asking, space.split('.').at(-1) ?? space, id),
    accountsNamed: directory.named,
    ownText: async (message) => readOwnText(clients.asking, known(), message),
    download: (file, limitBytes) =>
      downloadFile(
        { client: clients.asking, token: env.SLACK_BOT_TOKEN, apiUrl: env.SLACK_API_URL },
        file,
        limitBytes,
      ),
    diagnose: (place) => diagnose({ env, clients, commands: bot.commands, arrivals }, place),
  };
}

/** The space of the workspace that the token belongs to. */
export function homeOf({ teamId, enterpriseId, orgWide }: Identity): string {
  return spaceOf({ team: teamId, enterprise: enterpriseId, orgWide });
}
