import { expect, it } from 'vitest';
import { bareName, calledSo, nameKey } from '../../src/people/typed-name.ts';

it.each([
  ['Ana Lin', 'Ana Lin'],
  ['@ana', 'ana'],
  ['"Cy Ltd"', 'Cy Ltd'],
  [' “Cy Ltd” ', 'Cy Ltd'],
  ['「林安娜」', '林安娜'],
  ["'Til Tuesday", "'Til Tuesday"],
])('reads %s as %s', (typed, name) => {
  expect(bareName(typed)).toBe(name);
});

it.each([
  ['Ana', 'ANA'],
  ['Ana Lin', 'Ana  Lin'],
  ['Ana', 'Ａｎａ'],
  ['Ana', 'A\u200bna'],
  ['Ana', '\u202eAna'],
  ['Ana Lin', ' Ana\u3000Lin '],
])('cannot tell %j and %j apart', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

it('finds everybody who goes by a name, and nobody else', () => {
  const people = [{ displayName: 'Ana' }, { displayName: 'ＡＮＡ' }, { displayName: 'Anna' }];
  expect(calledSo(people, '"ana"')).toEqual(people.slice(0, 2));
});
