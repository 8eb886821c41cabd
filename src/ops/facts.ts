/** Long enough for an id, a path or a sentence of ours. */
const LONGEST = 300;

/** Ours, PostgreSQL's, Node's and the platforms' errors have these; nothing in them was typed by anybody. */
const ERROR_FACTS = [
  'code',
  'status',
  'statusCode',
  'errcode',
  'method',
  'severity',
  'table',
  'constraint',
] as const;

/** Under these names libraries and platforms carry what people wrote. */
const WORDS_OF_PEOPLE =
  /^(text|content|body|line|payload|blocks|embeds|values?|raw|reply|requestBody|data|detail)$/i;

const MOST_CAUSES = 5;

/**
 * What of a log call is written: plain facts and errors.
 *
 * Anything deeper is left out. Objects of platforms and libraries hold messages, names and requests, and nobody
 * can list every member of every version; ids and counts are enough to find one's way.
 */
export function plainFacts(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      WORDS_OF_PEOPLE.test(name) ? '[left out]' : plain(value),
    ]),
  );
}

function plain(value: unknown, depth = 0): unknown {
  if (value instanceof Error) return plainError(value);
  if (typeof value === 'string') return shorten(value);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString();
  if (Array.isArray(value) && depth === 0) return value.slice(0, 20).map((item) => plain(item, 1));
  return typeof value === 'object' && value !== null ? '[left out]' : value;
}

/** An error by what it says of itself and what caused it, without the requests and answers that hang on it. */
function plainError(error: Error, depth = 0): Record<string, unknown> {
  const facts = Object.fromEntries(
    ERROR_FACTS.map((name) => [name, (error as unknown as Record<string, unknown>)[name]] as const).filter(
      ([, value]) => typeof value === 'string' || typeof value === 'number',
    ),
  );
  const deeper = depth < MOST_CAUSES;
  return {
    type: error.name,
    message: shorten(withoutQuotes(error)),
    ...facts,
    stack: frames(error),
    ...(deeper && error.cause instanceof Error && { cause: plainError(error.cause, depth + 1) }),
    ...(deeper &&
      error instanceof AggregateError && {
        errors: error.errors
          .slice(0, MOST_CAUSES)
          .map((one) => (one instanceof Error ? plainError(one, depth + 1) : typeof one)),
      }),
  };
}

/** JSON.parse and PostgreSQL quote what they could not read, which somebody may have written. */
function withoutQuotes(error: Error): string {
  const quotes = error instanceof SyntaxError || 'severity' in error;
  return quotes ? error.message.replaceAll(/"[\s\S]*?"/g, '"…"') : error.message;
}

/** Where it happened. The lines above are the message once more, at whatever length. */
function frames({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}
