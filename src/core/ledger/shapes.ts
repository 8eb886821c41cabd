import { isHash, isId, isPerson, isSeq, isTime, readShare } from './grammar.ts';
import { isList, isObject, type Json, type JsonObject } from './json.ts';

/** Whether a value has the form that its place in an entry asks for. */
export type Shape = (value: Json) => boolean;

/** The members of an object, all of them and no others. */
export type Members = { readonly [member: string]: Shape };

export const onText =
  (test: (text: string) => boolean): Shape =>
  (value) =>
    typeof value === 'string' && test(value);

export const text: Shape = (value) => typeof value === 'string';
export const id = onText(isId);
export const person = onText(isPerson);
export const time = onText(isTime);
export const hash = onText(isHash);
export const seq: Shape = isSeq;
export const version: Shape = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
export const size: Shape = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

export function orNull(shape: Shape): Shape {
  return (value) => value === null || shape(value);
}

export function oneOf(...words: readonly string[]): Shape {
  return (value) => typeof value === 'string' && words.includes(value);
}

/** One or more, ascending, none twice. Texts go by code units, which for ids is the order of bytes. */
export function sortedList(shape: Shape): Shape {
  return (value) => isList(value) && value.length > 0 && value.every(shape) && ascending(value);
}

export function ascending(values: readonly Json[]): boolean {
  return values.every((value, index) => {
    const before = values[index - 1];
    if (before === undefined) return true;
    if (typeof value === 'number') return typeof before === 'number' && before < value;
    return typeof value === 'string' && typeof before === 'string' && before < value;
  });
}

export function pair(first: Shape, second: Shape): Shape {
  return (value) => {
    if (!isList(value) || value.length !== 2) return false;
    const [a, b] = value;
    return a !== undefined && b !== undefined && first(a) && second(b);
  };
}

/** An object with any number of members, each name and each value of a form. */
export function mapOf(name: (text: string) => boolean, shape: Shape): Shape {
  return (value) =>
    isObject(value) && Object.entries(value).every(([member, held]) => name(member) && shape(held));
}

export function exactly(members: Members): Shape {
  return (value) => isObject(value) && wrongMember(value, members, true) === null;
}

/** Persons with their shares; that they are sorted and add up is a rule of sheets, not of form. */
export const shares: Shape = (value) => {
  const one = pair(
    person,
    onText((share) => readShare(share) !== null),
  );
  return isList(value) && value.every(one);
};

/**
 * The first member that is missing, has another form, or (`closed`) does not belong.
 *
 * @returns its name, or null when all is well
 */
export function wrongMember(value: JsonObject, members: Members, closed: boolean): string | null {
  for (const member in members) {
    const held = Object.hasOwn(value, member) ? value[member] : undefined;
    if (held === undefined || !members[member]?.(held)) return member;
  }
  if (!closed) return null;
  for (const member in value) if (!Object.hasOwn(members, member)) return member;
  return null;
}
