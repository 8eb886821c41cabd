import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, type Environment, readConfig, readVariables, secretsOf } from '../src/config.ts';

const ADAPTERS = ['console', 'discord', 'slack'];

describe('the configuration', () => {
  it('has an answer for everything that is not set', () => {
    expect(readConfig(ADAPTERS, {})).toEqual({
      databaseUrl: 'sqlite:./data/splitproof.db',
      adapters: ['console'],
      opsPort: undefined,
      logLevel: undefined,
      isrcPrefixes: undefined,
    });
  });

  it('takes what is set', () => {
    const env = {
      DATABASE_URL: 'postgres://user:pass@host/db',
      ADAPTERS: 'slack',
      OPS_PORT: '9090',
      LOG_LEVEL: 'DEBUG',
      ISRC_PREFIXES: './prefixes.json',
    };
    expect(readConfig(ADAPTERS, env)).toEqual({
      databaseUrl: 'postgres://user:pass@host/db',
      adapters: ['slack'],
      opsPort: 9090,
      logLevel: 'debug',
      isrcPrefixes: './prefixes.json',
    });
  });

  it('reads the environment of the process by itself', () => {
    expect(readConfig(ADAPTERS).databaseUrl).toBe(process.env.DATABASE_URL ?? 'sqlite:./data/splitproof.db');
  });

  it('takes an empty value for none, and drops spaces around others', () => {
    const env = { DATABASE_URL: '', ADAPTERS: ' ', OPS_PORT: ' 9090 ', LOG_LEVEL: undefined };
    expect(readConfig(ADAPTERS, env)).toMatchObject({ adapters: ['console'], opsPort: 9090 });
    expect(readConfig(ADAPTERS, env).databaseUrl).toBe('sqlite:./data/splitproof.db');
  });

  it.each<[string, Environment, string[]]>([
    ['the terminal room without tokens', {}, ['console']],
    ['Slack with a token', { SLACK_BOT_TOKEN: 'x' }, ['slack']],
    [
      'Slack with half of its tokens, so that it can say which is missing',
      { SLACK_APP_TOKEN: 'x' },
      ['slack'],
    ],
    ['Discord with a token', { DISCORD_TOKEN: 'x' }, ['discord']],
    ['both with both', { DISCORD_TOKEN: 'x', SLACK_BOT_TOKEN: 'x' }, ['discord', 'slack']],
    [
      'no platform for other variables of it',
      { SLACK_API_URL: 'x', SLACK_SIGNING_SECRET: 'x', PORT: '1' },
      ['console'],
    ],
    ['no platform for an empty token', { DISCORD_TOKEN: ' ' }, ['console']],
    ['what ADAPTERS names, whatever is set', { ADAPTERS: 'console', DISCORD_TOKEN: 'x' }, ['console']],
    ['each once, in any writing', { ADAPTERS: ' Slack, discord,slack ' }, ['slack', 'discord']],
  ])('starts %s', (_, env, adapters) => {
    expect(readConfig(ADAPTERS, env).adapters).toEqual(adapters);
  });

  it.each([
    [{ OPS_PORT: 'canary' }, 'OPS_PORT must be a port, a number from 0 to 65535.'],
    [{ OPS_PORT: '65536' }, 'OPS_PORT must be a port, a number from 0 to 65535.'],
    [{ OPS_PORT: '-1' }, 'OPS_PORT must be a port, a number from 0 to 65535.'],
    [{ LOG_LEVEL: 'canary' }, 'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.'],
    [{ ADAPTERS: 'canary' }, 'ADAPTERS must be one or more of console, discord, slack, with commas between.'],
    [{ ADAPTERS: ',' }, 'ADAPTERS must be one or more of console, discord, slack, with commas between.'],
  ])('refuses %o', (env, problem) => {
    expect(problemsOf(() => readConfig(ADAPTERS, env))).toEqual([problem]);
  });

  it('says everything that is wrong at once, and never a value', () => {
    const error = errorOf(() =>
      readConfig(ADAPTERS, { OPS_PORT: 'canary', LOG_LEVEL: 'canary', ADAPTERS: 'canary' }),
    );
    expect(error.message).toMatch(
      /^The configuration does not hold:\n {2}ADAPTERS .*\n {2}OPS_PORT .*\n {2}LOG_LEVEL .*$/,
    );
    expect(error.message).not.toContain('canary');
  });
});

describe('the variables of an adapter', () => {
  const schema = z
    .object({
      X_BOT_TOKEN: z.string().startsWith('xoxb-', 'must be a bot token, which starts with xoxb-'),
      X_APP_TOKEN: z.string().startsWith('xapp-').optional(),
      X_SIGNING_SECRET: z.string().optional(),
      X_API_URL: z.url().default('https://x.example/api/'),
      X_MODE: z.enum(['socket', 'http']).optional(),
      X_AGE: z.string().max(3).optional(),
    })
    .refine(
      (env) => env.X_APP_TOKEN ?? env.X_SIGNING_SECRET,
      'Without X_APP_TOKEN, X_SIGNING_SECRET is needed',
    )
    .refine((env) => env.X_MODE !== 'socket' || env.X_APP_TOKEN, {
      path: ['X_APP_TOKEN'],
      message: 'is not set, and X_MODE asks for it',
    });

  it('are read as the schema says, and nothing else is', () => {
    const env = { X_BOT_TOKEN: ' xoxb-1 ', X_SIGNING_SECRET: 's', OTHER: 'x' };
    expect(readVariables(schema, env)).toEqual({
      X_BOT_TOKEN: 'xoxb-1',
      X_SIGNING_SECRET: 's',
      X_API_URL: 'https://x.example/api/',
    });
  });

  it.each([
    [{ X_SIGNING_SECRET: 's' }, ['X_BOT_TOKEN is not set.']],
    [{ X_BOT_TOKEN: '', X_SIGNING_SECRET: 's' }, ['X_BOT_TOKEN is not set.']],
    [
      { X_BOT_TOKEN: 'canary', X_SIGNING_SECRET: 's' },
      ['X_BOT_TOKEN must be a bot token, which starts with xoxb-.'],
    ],
    [{ X_BOT_TOKEN: 'xoxb-1', X_APP_TOKEN: 'canary' }, ['X_APP_TOKEN must start with "xapp-".']],
    [
      { X_BOT_TOKEN: 'xoxb-1', X_SIGNING_SECRET: 's', X_MODE: 'socket' },
      ['X_APP_TOKEN is not set, and X_MODE asks for it.'],
    ],
    [{ X_BOT_TOKEN: 'xoxb-1' }, ['Without X_APP_TOKEN, X_SIGNING_SECRET is needed.']],
    [
      { X_BOT_TOKEN: 'xoxb-1', X_SIGNING_SECRET: 's', X_API_URL: 'canary' },
      ['X_API_URL must be an address that begins with https://.'],
    ],
    [
      { X_BOT_TOKEN: 'xoxb-1', X_SIGNING_SECRET: 's', X_MODE: 'canary' },
      ['X_MODE must be one of "socket"|"http".'],
    ],
    [
      { X_BOT_TOKEN: 'xoxb-1', X_SIGNING_SECRET: 's', X_AGE: 'canary' },
      ['X_AGE is not accepted: Too big: expected string to have <=3 characters.'],
    ],
  ])('are refused in words: %o', (env, problems) => {
    expect(problemsOf(() => readVariables(schema, env))).toEqual(problems);
    expect(problems.join()).not.toContain('canary');
  });

  it('never say a secret, even if the schema does', () => {
    const careless = z.object({
      X_TOKEN: z.string().refine(() => false, { error: ({ input }) => `must not be ${input}` }),
    });
    expect(problemsOf(() => readVariables(careless, { X_TOKEN: 'canary' }))).toEqual([
      'X_TOKEN must not be ….',
    ]);
  });
});

describe('secrets', () => {
  it('are tokens, keys, secrets, and the passwords in addresses', () => {
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-1 ',
      SLACK_SIGNING_SECRET: 's1',
      SECRET_KEY: 'k1',
      DATABASE_URL: 'postgres://user:p%40ss@host/db',
      SLACK_API_URL: 'https://slack.com/api/',
      DISCORD_TOKEN: '',
      LOG_LEVEL: 'info',
    };
    const all = ['xoxb-1', 's1', 'k1', 'postgres://user:p%40ss@host/db', 'p%40ss', 'p@ss'];
    expect(secretsOf(env)).toEqual(all);
  });

  it('are found in an address whose password is written wrongly, too', () => {
    expect(secretsOf({ DATABASE_URL: 'postgres://user:100%@host/db' })).toContain('100%');
  });
});

function errorOf(act: () => unknown): ConfigError {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

function problemsOf(act: () => unknown): readonly string[] {
  return errorOf(act).problems;
}
