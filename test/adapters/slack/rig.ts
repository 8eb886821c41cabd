import { slackName } from '../../../src/adapters/slack/emoji.ts';
import type { SlackEnv } from '../../../src/adapters/slack/env.ts';
import slackAdapter from '../../../src/adapters/slack/index.ts';
import { buildManifest } from '../../../src/adapters/slack/manifest.ts';
import type { Bot, Services } from '../../../src/bot/adapter.ts';
import { readVariables } from '../../../src/config.ts';
import { type Slack, startSlack } from '../../platforms/slack/slack.ts';
import type { Json, Message, User } from '../../platforms/slack/world.ts';
import { soon } from '../house.ts';
import type { Rig, RigFile } from '../rig.ts';

export type Mode = 'socket' | 'http';

/** The variables for a stand-in, through the same door as those of a deployment. */
export function slackVariables(
  slack: Slack,
  mode: Mode,
  more: Readonly<Record<string, string>> = {},
): SlackEnv {
  const secret =
    mode === 'socket'
      ? { SLACK_APP_TOKEN: slack.appToken }
      : { SLACK_SIGNING_SECRET: slack.signingSecret, PORT: '0' };
  const variables = { SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.apiUrl, ...secret, ...more };
  return readVariables(slackAdapter.env, variables) as SlackEnv;
}

/** Over HTTP, the stand-in has to be told where the bot listens; the adapter says so in its log. */
export function listensAt(slack: Slack, services: Services): Services {
  const info: Services['log']['info'] = (facts, message) => {
    if ('port' in facts) slack.app.requestUrl = `http://127.0.0.1:${String(facts.port)}/slack/events`;
    services.log.info(facts, message);
  };
  return { ...services, log: { ...services.log, info } };
}

/** The settings of the app as its manifest gives them, so that nothing works that the manifest forgets. */
export function applyOwnManifest(slack: Slack, bot: Pick<Bot, 'commands'>, mode: Mode): void {
  const address = mode === 'http' ? { requestUrl: 'https://bot.example.com/slack/events' } : {};
  slack.manifest(buildManifest(bot.commands, { appId: slack.app.id, ...address }));
}

/** A workspace with two people, one channel and the bot in it; Slack alone is made up. */
export async function openSlackRig(mode: Mode): Promise<Rig> {
  const slack = await startSlack({ timing: { retryDelaysMs: [] } });
  const people = {
    ana: slack.addUser({ name: 'ana', isAdmin: true }),
    bo: slack.addUser({ name: 'bo', locale: 'zh-TW', tz: 'Asia/Taipei' }),
  };
  const channel = slack.addChannel({ name: 'beats', members: Object.values(people) });
  const who = (account: string): User => {
    const user = slack.world.users.get(account);
    if (user === undefined) throw new Error(`nobody is called ${account}`);
    return user;
  };
  const at = (id: string): Message => {
    const message = slack.messages(channel).find(({ ts }) => ts === id);
    if (message === undefined) throw new Error(`no message ${id}`);
    return message;
  };
  const ours = () => slack.messages(channel).filter(({ botId }) => botId !== undefined);
  const filesOf = (messages: readonly Message[]): readonly RigFile[] =>
    messages
      .flatMap(({ files }) => files)
      .map((id) => slack.world.files.get(id))
      .flatMap((file) => (file === undefined ? [] : [{ name: file.name, bytes: file.bytes }]));
  const uploads = (files: readonly RigFile[] = []) =>
    files.map(({ name, bytes }) => ({
      name,
      bytes: Buffer.from(bytes),
      mimetype: 'application/octet-stream',
    }));
  const privately = (account: string) => slack.ephemerals(who(account)).map(slack.read);

  /** Slack keeps no order among events that are under way together, so one after the other. */
  const told = (type: string) =>
    slack.waitFor(`${type} to be delivered`, () =>
      slack.deliveries(type).every(({ state }) => state !== 'pending'),
    );

  return {
    place: { space: slack.team.id, channel: channel.id },
    ana: people.ana.id,
    bo: people.bo.id,
    start(bot, services) {
      applyOwnManifest(slack, bot, mode);
      return slackAdapter.start(bot, slackVariables(slack, mode), listensAt(slack, services));
    },
    async command(account, line, files) {
      if (files !== undefined && files.length > 0) {
        slack.mention(who(account), channel, line, { files: uploads(files) });
        return;
      }
      const [name = '', ...rest] = line.split(' ');
      await slack.command(who(account), channel, `/${name}`, rest.join(' '));
    },
    write: async (account, text, files) =>
      slack.post(who(account), channel, text, { files: uploads(files) }).ts,
    async pickMenu(account, message, action) {
      await slack.shortcut(who(account), channel, at(message), action);
    },
    async press(account, label) {
      const shown = [...ours(), ...slack.ephemerals(who(account))].findLast(({ blocks }) =>
        JSON.stringify(blocks).includes(JSON.stringify(label)),
      );
      if (shown === undefined) throw new Error(`no button ${label}`);
      await slack.click(who(account), shown, label);
    },
    async submit(account, values) {
      const filled = Object.entries(values).map(([name, value]): [string, Json] => [name, { value }]);
      await slack.submitView(who(account), Object.fromEntries(filled));
    },
    async react(account, message, emoji) {
      slack.react(who(account), at(message), slackEmoji(emoji));
      await told('reaction_added');
    },
    async unreact(account, message, emoji) {
      slack.unreact(who(account), at(message), slackEmoji(emoji));
      await told('reaction_removed');
    },
    deleteMessage: async (message) => slack.deleteMessage(at(message)),
    async beAway(meanwhile) {
      if (mode === 'http') {
        const address = slack.app.requestUrl;
        slack.app.requestUrl = 'http://127.0.0.1:9/slack/events';
        await meanwhile();
        slack.app.requestUrl = address;
        await slack.rateLimit();
        return;
      }
      await slack.refuse();
      await meanwhile();
      await slack.accept();
    },
    async forbidWriting() {
      slack.kick(channel);
    },
    privately: async (account) => privately(account),
    posted: async () => ours().map((message) => ({ id: message.ts, text: slack.read(message) })),
    direct: async (account) => slack.directs(who(account)).map(slack.read),
    async form(account) {
      const top = slack.views(who(account)).at(-1);
      return top === undefined ? null : seenForm(top.view);
    },
    async complaints(account) {
      return [
        ...slack.views(who(account)).flatMap(({ errors }) => Object.values(errors)),
        ...privately(account),
      ];
    },
    filesFor: async (account) => filesOf(slack.directs(who(account))),
    filesForAll: async () => filesOf(ours()),
    async pinged() {
      const everything = [...slack.world.messages.values()].flatMap((messages) => [...messages.values()]);
      const shown = [...everything.filter(({ botId }) => botId !== undefined), ...slack.world.ephemerals];
      return shown.flatMap(slack.pings).map((ping) => (ping.startsWith('!') ? 'everyone' : ping));
    },
    until: (check) => soon(check),
    close: () => slack.stop(),
  };
}

const TONES = ['🏻', '🏼', '🏽', '🏾', '🏿'];

/** 👍🏽 as people press it is `+1::skin-tone-4` at Slack. */
export function slackEmoji(emoji: string): string {
  const tone = TONES.findIndex((mark) => emoji.endsWith(mark));
  if (tone < 0) return slackName(emoji);
  return `${slackName(emoji.replace(TONES[tone] ?? '', ''))}::skin-tone-${tone + 2}`;
}

function seenForm(view: Json): { title: string; fields: { name: string; label: string }[] } {
  const text = (value: unknown) => String((value as { text?: string } | undefined)?.text ?? '');
  const blocks = (view.blocks ?? []) as readonly Json[];
  const fields = blocks
    .filter(({ type }) => type === 'input')
    .map((block) => ({ name: String(block.block_id), label: text(block.label) }));
  return { title: text(view.title), fields };
}
