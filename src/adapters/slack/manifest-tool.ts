import { parseArgs } from 'node:util';
import type { Tool, ToolUse } from '../../bot/adapter.ts';
import type { SlackEnv } from './env.ts';
import { buildManifest } from './manifest.ts';

const USAGE = `Usage: splitproof manifest [--http https://bot.example.com/slack/events] [--app-id A0123456789]

  write the manifest of the Slack app, made from the commands there are.
  --http    for HTTP mode: the public address that Slack shall call; without it, Socket Mode
  --app-id  the id of the app, from its Basic Information; with it, lost answers never lead to double posts
`;

/** The manifest on standard output, to be pasted at api.slack.com/apps. */
export const manifestTool: Tool<SlackEnv> = {
  description: 'write the manifest of the Slack app',
  needsEnv: false,
  async run({ args, commands, write, writeError }: ToolUse<SlackEnv>) {
    let options: { http?: string | undefined; 'app-id'?: string | undefined };
    try {
      options = parseArgs({
        args: [...args],
        options: { http: { type: 'string' }, 'app-id': { type: 'string' } },
      }).values;
    } catch {
      writeError(USAGE);
      return 2;
    }
    const { http, 'app-id': appId } = options;
    if (appId !== undefined && !/^A[A-Z0-9]{5,}$/.test(appId)) {
      writeError(`${appId} is no id of a Slack app: they begin with A, as in A0123456789.\n`);
      return 2;
    }
    try {
      const manifest = buildManifest(commands, {
        ...(http === undefined ? {} : { requestUrl: http }),
        ...(appId === undefined ? {} : { appId }),
      });
      write(`${JSON.stringify(manifest, null, 2)}\n`);
      return 0;
    } catch (error) {
      writeError(`${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    }
  },
};
