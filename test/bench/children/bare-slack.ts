import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/** What Bolt's own documentation shows: acknowledge, then answer. */
const ANSWER = 'US-RC1-76-07839 has the shape of an ISRC';

export type BareSlackEnv = {
  readonly SLACK_API_URL: string;
  readonly SLACK_BOT_TOKEN: string;
  readonly SLACK_SIGNING_SECRET: string;
  readonly SLACK_APP_TOKEN: string;
};

/** Over HTTP where a port is given, else in Socket Mode. */
export async function startBareSlack(
  env: Readonly<Record<string, string | undefined>>,
  port: number | null,
): Promise<void> {
  const { SLACK_API_URL = '', SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_APP_TOKEN = '' } = env;
  const app = new App({
    token: SLACK_BOT_TOKEN,
    clientOptions: { slackApiUrl: SLACK_API_URL },
    logLevel: LogLevel.ERROR,
    ...(port === null
      ? { socketMode: true, appToken: SLACK_APP_TOKEN }
      : { receiver: new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, endpoints: '/slack/events' }) }),
  });
  app.command('/isrc', async ({ ack, respond }) => {
    await ack();
    await respond({ text: ANSWER, response_type: 'ephemeral' });
  });
  await app.start(port ?? 0);
}
