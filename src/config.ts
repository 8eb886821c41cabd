import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The start is refused. The message has one line for each variable, which names it and never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The configuration does not hold:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type Config = {
  readonly databaseUrl: string;
  /** Names of the adapters to start, at least one. */
  readonly adapters: readonly string[];
  /** Where health and metrics are served on the loopback address, if anywhere; 0 for any free port. */
  readonly opsPort: number | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number] | undefined;
  /** Path of a list of ISRC prefixes that replaces the one that came with this version. */
  readonly isrcPrefixes: string | undefined;
  /** What signs the ledgers: a key or the path of its file. */
  readonly evidenceKey: string | undefined;
  /** What the names of ledgers begin with. */
  readonly evidenceOrigin: string | undefined;
  /** Folder that keeps the newest signed heads, outside of the database. */
  readonly evidenceHeads: string | undefined;
};

/**
 * Read what every deployment can set; what only one platform needs is its adapter's, through `readVariables`.
 *
 * @param adapters the names of all adapters there are
 * @throws ConfigError that lists everything that is wrong
 */
export function readConfig(adapters: readonly string[], env: Environment = process.env): Config {
  const values = readVariables(variablesOf(adapters), env);
  return {
    databaseUrl: values.DATABASE_URL,
    adapters: values.ADAPTERS ?? adaptersWithToken(adapters, env),
    opsPort: values.OPS_PORT,
    logLevel: values.LOG_LEVEL,
    isrcPrefixes: values.ISRC_PREFIXES,
    evidenceKey: values.EVIDENCE_KEY,
    evidenceOrigin: values.EVIDENCE_ORIGIN,
    evidenceHeads: values.EVIDENCE_HEADS,
  };
}

function variablesOf(adapters: readonly string[]) {
  const port = 'must be a port, a number from 0 to 65535';
  const named = (text: string) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ];
  return z.object({
    DATABASE_URL: z.string().default('sqlite:./data/splitproof.db'),
    ADAPTERS: z
      .string()
      .transform(named)
      .refine(
        (names) => names.length > 0 && names.every((name) => adapters.includes(name)),
        `must be one or more of ${adapters.join(', ')}, with commas between`,
      )
      .optional(),
    OPS_PORT: z
      .string()
      .regex(/^\d{1,5}$/, port)
      .transform(Number)
      .refine((number) => number <= 65_535, port)
      .optional(),
    LOG_LEVEL: z
      .string()
      .toLowerCase()
      .pipe(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`))
      .optional(),
    ISRC_PREFIXES: z.string().optional(),
    EVIDENCE_KEY: z.string().optional(),
    EVIDENCE_ORIGIN: z.string().optional(),
    EVIDENCE_HEADS: z.string().optional(),
  });
}

/** Without ADAPTERS: those with a token under their name, as SLACK_BOT_TOKEN; without any, the terminal room. */
function adaptersWithToken(adapters: readonly string[], env: Environment): readonly string[] {
  const set = Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [name] : []));
  const found = adapters.filter((adapter) => {
    const prefix = `${adapter.toUpperCase().replaceAll('-', '_')}_`;
    return set.some((name) => name.startsWith(prefix) && name.endsWith('TOKEN'));
  });
  return found.length > 0 ? found : ['console'];
}

/**
 * Check variables against a schema: its own messages say what is wanted ("must be …"), those of combinations are
 * whole sentences without a path.
 *
 * Spaces around a value are dropped, and one that is empty counts as not set, as people leave them in an .env file.
 *
 * @throws ConfigError that lists everything that is wrong
 */
export function readVariables<Schema extends z.ZodType>(
  schema: Schema,
  env: Environment = process.env,
): z.output<Schema> {
  const values = new Map(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const result = schema.safeParse(Object.fromEntries(values));
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.map((issue) => problemOf(issue, values)));
}

function problemOf({ path, code, message }: z.core.$ZodIssue, values: ReadonlyMap<string, string>): string {
  const name = path.map(String).join('.');
  if (name === '') return withStop(message);
  const value = values.get(name);
  if (value === undefined && code === 'invalid_type') return `${name} is not set.`;
  const wanted = message
    .replace(/^Invalid string: /, '')
    .replace(/^Invalid option: expected /, 'must be ')
    .replace(/^Invalid URL$/, 'must be an address that begins with https://')
    .replace(/^(?!must |may |needs |is |has |cannot )/, 'is not accepted: ');
  return withStop(
    `${name} ${value !== undefined && isSecret(name) ? wanted.replaceAll(value, '…') : wanted}`,
  );
}

function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Values that must never be written anywhere: tokens, keys, secrets, and addresses with a password in them. */
export function secretsOf(env: Environment = process.env): readonly string[] {
  return Object.entries(env).flatMap(([name, value = '']) => {
    if (!isSecret(name) || value.trim() === '') return [];
    if (!name.endsWith('URL')) return [value.trim()];
    const password = URL.parse(value)?.password;
    return password ? [value.trim(), password, decoded(password)] : [];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isSecret(name: string): boolean {
  return /(TOKEN|SECRET|KEY|PASSWORD|URL)$/.test(name);
}
