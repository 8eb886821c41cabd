import { defineAdapter } from '../../bot/adapter.ts';
import { createArrivals } from './arrivals.ts';
import { createClients } from './clients.ts';
import { inspectTokens } from './doctor.ts';
import { slackEnv } from './env.ts';
import { manifestTool } from './manifest-tool.ts';
import { startSlack } from './start.ts';

/** Slack through its own Bolt: over Socket Mode where there is an app-level token, else over signed HTTP. */
export default defineAdapter({
  name: 'slack',
  env: slackEnv,
  start: startSlack,
  clockUrl: ({ SLACK_API_URL }) => new URL('api.test', SLACK_API_URL).href,
  inspect: (commands, env, { log, memory }) =>
    inspectTokens({ env, clients: createClients(env, log), commands, arrivals: createArrivals(memory) }),
  tools: { manifest: manifestTool },
});
