import { isObject } from './blocks/shape.ts';
import { ApiError, refusedAt } from './errors.ts';
import type { Json } from './world.ts';

/** The arguments of one call, whichever way they were sent: a form with JSON inside, or JSON. */
export type Args = {
  readonly raw: Json;
  text(name: string): string | undefined;
  needed(name: string): string;
  flag(name: string): boolean;
  count(name: string, otherwise: number): number;
  json(name: string): unknown;
};

export function readArgs(raw: Json): Args {
  const text = (name: string): string | undefined => {
    const value = raw[name];
    if (value === undefined || value === null || value === '') return undefined;
    return typeof value === 'string' ? value : String(value);
  };
  return {
    raw,
    text,
    needed(name) {
      const value = text(name);
      if (value === undefined) throw refusedAt('invalid_arguments', [`missing required field: ${name}`]);
      return value;
    },
    flag: (name) => raw[name] === true || raw[name] === 'true' || raw[name] === '1',
    count(name, otherwise) {
      const value = Number(raw[name] ?? otherwise);
      return Number.isInteger(value) && value > 0 ? value : otherwise;
    },
    json(name) {
      const value = raw[name];
      if (typeof value !== 'string') return value;
      try {
        return JSON.parse(value) as unknown;
      } catch {
        throw new ApiError('invalid_json');
      }
    },
  };
}

/** Refuse an argument the method does not have: real Slack would ignore it in silence and the mistake would stay. */
export function onlyKnown(raw: Json, names: readonly string[]): void {
  const known = new Set([...names, 'token', 'team_id']);
  const strangers = Object.keys(raw).filter((name) => !known.has(name));
  if (strangers.length > 0) {
    throw refusedAt(
      'invalid_arguments',
      strangers.map((name) => `unknown argument: ${name}`),
    );
  }
}

export function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
