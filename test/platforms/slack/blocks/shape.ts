/** Small checks that add up to a description of Block Kit; each names what is wrong and where. */

export type Check = (value: unknown, at: string, problems: string[]) => void;

type Fields = Readonly<Record<string, Check>>;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function say(problems: string[], at: string, words: string): void {
  problems.push(`${words} [json-pointer:${at}]`);
}

/** Text of `min` to `max` characters, counted as Slack counts: UTF-16 units. */
export function string(max = Number.POSITIVE_INFINITY, min = 1): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string') say(problems, at, 'must provide a string');
    else if (value.length < min) say(problems, at, `must be more than ${min - 1} characters`);
    else if (value.length > max) say(problems, at, `must be less than ${max + 1} characters`);
    else if (!value.isWellFormed()) say(problems, at, 'half of a character (a lone surrogate)');
  };
}

export function matching(pattern: RegExp, words: string): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string' || !pattern.test(value)) say(problems, at, words);
  };
}

export const boolean: Check = (value, at, problems) => {
  if (typeof value !== 'boolean') say(problems, at, 'must provide a boolean');
};

export const number: Check = (value, at, problems) => {
  if (typeof value !== 'number') say(problems, at, 'must provide a number');
};

export function oneOf(...allowed: readonly string[]): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      say(problems, at, `must be one of: ${allowed.join(', ')}`);
    }
  };
}

export function list(each: Check, max = Number.POSITIVE_INFINITY, min = 1): Check {
  return (value, at, problems) => {
    if (!Array.isArray(value)) return say(problems, at, 'must provide an array');
    if (value.length < min) say(problems, at, `no fewer than ${min} items allowed`);
    if (value.length > max) say(problems, at, `no more than ${max} items allowed`);
    value.forEach((item, index) => {
      each(item, `${at}/${index}`, problems);
    });
  };
}

/** An object with exactly these fields: a missing one and an unknown one are both refused. */
export function object(required: Fields, optional: Fields = {}): Check {
  return (value, at, problems) => {
    if (!isObject(value)) return say(problems, at, 'must provide an object');
    for (const name of Object.keys(required)) {
      if (value[name] === undefined) say(problems, at, `missing required field: ${name}`);
    }
    for (const [name, field] of Object.entries(value)) {
      const check = required[name] ?? optional[name];
      if (check === undefined) say(problems, at, `invalid additional property: ${name}`);
      else if (field !== undefined) check(field, `${at}/${name}`, problems);
    }
  };
}

/** One of several objects, told apart by their `type`. */
export function tagged(kinds: Readonly<Record<string, Check>>, words = 'unsupported type'): Check {
  return (value, at, problems) => {
    if (!isObject(value)) return say(problems, at, 'must provide an object');
    const type = value.type;
    const check = typeof type === 'string' ? kinds[type] : undefined;
    if (check === undefined) return say(problems, `${at}/type`, `${words}: ${String(type)}`);
    check(value, at, problems);
  };
}

export function both(...checks: readonly Check[]): Check {
  return (value, at, problems) => {
    for (const check of checks) check(value, at, problems);
  };
}
