import { z } from 'zod';

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port, a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a port, a number from 0 to 65535');

const apiUrl = z
  .url('must be an address such as https://slack.com/api/')
  .refine((url) => url.endsWith('/api/'), 'must end in /api/, as in https://slack.com/api/');

/** The variables of the Slack adapter; .env.example and docs/slack.md explain them. */
export const slackEnv = z
  .object({
    SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must be a bot token, which begins with xoxb-'),
    SLACK_APP_TOKEN: z
      .string()
      .startsWith('xapp-', 'must be an app-level token, which begins with xapp-')
      .optional(),
    SLACK_SIGNING_SECRET: z.string().min(8, 'must be the signing secret from Basic Information').optional(),
    SLACK_CONFIG_TOKEN: z
      .string()
      .startsWith('xoxe.', 'must be an app configuration token, which begins with xoxe.')
      .optional(),
    SLACK_API_URL: apiUrl.default('https://slack.com/api/'),
    PORT: port.default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
  })
  .refine(({ SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }) => SLACK_APP_TOKEN ?? SLACK_SIGNING_SECRET, {
    path: ['SLACK_APP_TOKEN'],
    message:
      'is not set, and SLACK_SIGNING_SECRET neither. Socket Mode needs the first, HTTP mode the second',
  });

export type SlackEnv = z.output<typeof slackEnv>;

/** Socket Mode whenever there is an app-level token: no public address is needed. */
export type Mode = 'socket' | 'http';

export function modeOf(env: SlackEnv): Mode {
  return env.SLACK_APP_TOKEN === undefined ? 'http' : 'socket';
}
