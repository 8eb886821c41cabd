import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildManifest, checkManifest } from '../../../src/adapters/slack/manifest.ts';
import { manifestTool } from '../../../src/adapters/slack/manifest-tool.ts';
import { METADATA_SCOPE, scopeNames } from '../../../src/adapters/slack/scopes.ts';
import { type Command, defineCommand, subcommand } from '../../../src/bot/command.ts';
import { loadCommands } from '../../../src/bot/load.ts';
import { openTestHouse } from '../house.ts';

const ROOT = join(import.meta.dirname, '../../..');
const ADDRESS = 'https://bot.example.com/slack/events';

const named = (name: string, more: Partial<Command> = {}) =>
  defineCommand({
    name,
    description: 'Does a thing',
    say: {},
    subcommands: {
      go: subcommand({ description: 'Goes', options: {}, handle: () => ({ tone: 'plain', title: 'x' }) }),
    },
    ...more,
  });

describe('the manifest', () => {
  it('is one that Slack takes, with every command of the house and its menu entries', async () => {
    const commands = await loadCommands(join(ROOT, 'commands'));
    const manifest = buildManifest(commands);
    expect(checkManifest(manifest)).toEqual([]);
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(
      commands.map(({ name }) => `/${name}`),
    );
    expect(manifest.features.slash_commands.every(({ should_escape }) => should_escape)).toBe(true);
    expect(manifest.features.shortcuts.map(({ name }) => name)).toEqual(
      commands.flatMap(({ messageActions }) => (messageActions ?? []).map(({ name }) => name)),
    );
  });

  it('asks for Socket Mode without an address, and names the address everywhere with one', () => {
    expect(buildManifest([named('try')]).settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(buildManifest([named('try')]))).not.toContain('url');
    const http = buildManifest([named('try')], { requestUrl: ADDRESS });
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: ADDRESS },
      interactivity: { request_url: ADDRESS },
    });
    expect(http.features.slash_commands).toMatchObject([{ url: ADDRESS }]);
  });

  it('listens to its own posts once the id of the app is known, and asks for that scope only then', () => {
    const without = buildManifest([named('try')]);
    expect(without.oauth_config.scopes.bot).not.toContain(METADATA_SCOPE);
    const { oauth_config, settings } = buildManifest([named('try')], { appId: 'A0123456789' });
    expect(oauth_config.scopes.bot).toContain(METADATA_SCOPE);
    expect(settings.event_subscriptions).toMatchObject({
      metadata_subscriptions: [{ app_id: 'A0123456789', event_type: 'splitproof_post' }],
    });
  });

  it('asks for no right to read what people write in channels', () => {
    const { scopes } = buildManifest([], { appId: 'A0123456789' }).oauth_config;
    expect(scopes.bot.filter((scope) => /history|groups:write|admin|users:read\.email/.test(scope))).toEqual(
      [],
    );
  });

  const refused = [
    { what: 'a name with a capital', commands: [named('Try')], problem: '/Try: only a-z' },
    {
      what: 'a name that is too long',
      commands: [named('x'.repeat(32))],
      problem: 'longer than 32 characters',
    },
    {
      what: 'a name that Slack has',
      commands: [named('invite')],
      problem: '/invite: Slack has a command of that name',
    },
    { what: 'two of one name', commands: [named('try'), named('try')], problem: 'one name' },
    {
      what: 'too many commands',
      commands: Array.from({ length: 51 }, (_, n) => named(`c${n}`)),
      problem: 'more than 50',
    },
    {
      what: 'a menu entry that is too long',
      commands: [
        named('try', {
          messageActions: [{ name: 'x'.repeat(25), handle: () => ({ tone: 'plain', title: 'x' }) }],
        }),
      ],
      problem: 'longer than 24 characters',
    },
  ];

  it.each(refused)('is refused with the place and the reason for $what', ({ commands, problem }) => {
    expect(() => buildManifest(commands)).toThrow(problem);
  });

  it.each(['http://bot.example.com/slack/events', 'https://bot.example.com/'])(
    'is refused for %s',
    (requestUrl) => {
      expect(() => buildManifest([named('try')], { requestUrl })).toThrow(
        'must be https and end in /slack/events',
      );
    },
  );
});

describe('splitproof manifest', () => {
  async function run(...args: string[]) {
    let out = '';
    let errors = '';
    const code = await manifestTool.run({
      args,
      commands: [named('try')],
      env: undefined,
      services: openTestHouse().services,
      write(text) {
        out += text;
      },
      writeError(text) {
        errors += text;
      },
    });
    return { code, out, errors };
  }

  it('writes JSON and nothing else', async () => {
    const { code, out, errors } = await run('--http', ADDRESS, '--app-id', 'A0123456789');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(JSON.parse(out)).toEqual(
      buildManifest([named('try')], { requestUrl: ADDRESS, appId: 'A0123456789' }),
    );
  });

  it('says how it is used, what is no app id, and which address does not do', async () => {
    expect(await run('--nonsense')).toMatchObject({
      code: 2,
      out: '',
      errors: expect.stringContaining('Usage:'),
    });
    expect(await run('--app-id', 'T123')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('no id of a Slack app'),
    });
    expect(await run('--http', 'ftp://x')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('must be https'),
    });
  });
});

describe('docs/slack.md', () => {
  const page = readFileSync(join(ROOT, 'docs/slack.md'), 'utf8');

  it.each([...scopeNames(), METADATA_SCOPE])('says what %s is for', (scope) => {
    expect(page).toContain(`| \`${scope}\` |`);
  });
});
