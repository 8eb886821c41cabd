import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The start is refused; the message has one line for each variable, which names it and never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The configuration does not hold:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port, a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a port, a number from 0 to 65535');

const variables = z.object({
  DATABASE_URL: z.string().default('sqlite:./data/splitproof.db'),
  ADAPTERS: z.string().optional(),
  OPS_PORT: port.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).optional(),
  ISRC_PREFIXES: z.string().optional(),
});

export type Config = {
  readonly databaseUrl: string;
  /** Names of the adapters to start, at least one. */
  readonly adapters: readonly string[];
  /** Where health and metrics are served on the loopback address, if anywhere. */
  readonly opsPort: number | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number] | undefined;
  /** Path of a list of ISRC prefixes that replaces the one that came with this version. */
  readonly isrcPrefixes: string | undefined;
};

/**
 * Read what every deployment can set; what only one platform needs is its adapter's, through `readVariables`.
 *
 * @param adapters the names of all adapters there are
 * @throws ConfigError that lists everything that is wrong
 */
export function readConfig(adapters: readonly string[], env: Environment = process.env): Config {
  const values = readVariables(variables, env);
  return {
    databaseUrl: values.DATABASE_URL,
    adapters: chooseAdapters(values.ADAPTERS, adapters, env),
    opsPort: values.OPS_PORT,
    logLevel: values.LOG_LEVEL,
    isrcPrefixes: values.ISRC_PREFIXES,
  };
}

/**
 * Check variables against a schema: each says in its messages what is wanted ("must be …").
 *
 * A variable that is there but empty counts as not set, as people leave them in an .env file.
 *
 * @throws ConfigError that lists everything that is wrong
 */
export function readVariables<Schema extends z.ZodType>(
  schema: Schema,
  env: Environment = process.env,
): z.output<Schema> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map(({ path, message, code }) => {
      const name = path.map(String).join('.');
      if (name === '') return `${message}.`;
      if (code === 'invalid_type' && set[name] === undefined) return `${name} is not set.`;
      return `${name} ${message}.`;
    }),
  );
}

/** Those that ADAPTERS names; else those that have a token; else the terminal room. */
function chooseAdapters(
  named: string | undefined,
  all: readonly string[],
  env: Environment,
): readonly string[] {
  if (named === undefined) {
    const withToken = all.filter((name) => hasToken(name, env));
    return withToken.length > 0 ? withToken : ['console'];
  }
  const chosen = [
    ...new Set(
      named
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter(Boolean),
    ),
  ];
  if (chosen.length === 0 || chosen.some((name) => !all.includes(name))) {
    throw new ConfigError([`ADAPTERS must be one or more of ${all.join(', ')}, with commas between.`]);
  }
  return chosen;
}

/** SLACK_BOT_TOKEN, DISCORD_TOKEN: a token under the adapter's name. */
function hasToken(adapter: string, env: Environment): boolean {
  const prefix = `${adapter.toUpperCase().replaceAll('-', '_')}_`;
  return Object.entries(env).some(
    ([name, value]) => name.startsWith(prefix) && name.endsWith('TOKEN') && value?.trim(),
  );
}

/** Values that must never be written anywhere: tokens, keys, secrets, and a database address with its password. */
export function secretsOf(env: Environment = process.env): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    value && (/(TOKEN|SECRET|KEY)$/.test(name) || (name === 'DATABASE_URL' && value.includes('@')))
      ? [value]
      : [],
  );
}
