import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/core/data/registrations.ts';
import { listRegistrations, type ToRegister } from '../../../src/core/releases/registrations.ts';
import { territorySet, world } from '../../../src/core/territory-set.ts';

const RELEASE = '2026-12-11';
const ids = (list: readonly ToRegister[]) => list.map(({ registration }) => registration.id).join(' ');

function forActor(actor: Actor, ...codes: string[]) {
  const { before, after } = listRegistrations(territorySet(codes), RELEASE, { as: [actor] });
  return [ids(before), ids(after)];
}

it('lists for a place what holds everywhere and what holds there, in the order of the work', () => {
  const { before, after } = listRegistrations(territorySet(['TW']), RELEASE);
  expect(ids(before)).toBe(
    'work-any work-tw mech-cover content-id credits-apple credits-jaxsta recognition lyrics-musixmatch',
  );
  expect(ids(after)).toBe('work-iswc credits-muso deposit-tw');
});

it('lists all of the world, each once, before or after', () => {
  const { before, after } = listRegistrations(world(), RELEASE);
  expect([before.length, after.length]).toEqual([23, 15]);
  expect(new Set([...before, ...after].map(({ registration }) => registration.id)).size).toBe(38);
});

it('lists for no place at all only what holds anywhere', () => {
  const { before, after } = listRegistrations(territorySet([]), RELEASE);
  expect([...before, ...after].every(({ territories }) => territories === 'any')).toBe(true);
});

it('names of a body’s countries those of the release', () => {
  const { before } = listRegistrations(territorySet(['TW', 'SE', 'NO', 'DE']), RELEASE);
  const nordic = before.find(({ registration }) => registration.id === 'mech-nordic');
  expect(nordic?.territories).toEqual(['NO', 'SE']);
  expect(before[0]?.territories).toBe('any');
});

describe('a due day', () => {
  const { before, after } = listRegistrations(world(), RELEASE);
  const due = (list: readonly ToRegister[]) =>
    list.filter((one) => one.due !== null).map((one) => `${one.registration.id} ${one.due}`);

  it('is named only where a source gives one', () => {
    expect(due(before)).toEqual(['mech-cover 2026-11-21']);
    expect(due(after)).toEqual([
      'deposit-tw 2026-12-11',
      'deposit-jp 2027-01-10',
      'deposit-us 2027-03-11',
      'copyright-us 2027-03-11',
    ]);
  });

  it('puts what counts from the release after it, even where it may be done earlier', () => {
    const early = after.filter(({ registration }) => registration.canBeBeforeRelease);
    expect(ids(early)).toBe('copyright-us');
  });

  it('is not there as long as the release has no day', () => {
    const undated = listRegistrations(world(), null);
    expect([...due(undated.before), ...due(undated.after)]).toEqual([]);
    expect([ids(undated.before), ids(undated.after)]).toEqual([ids(before), ids(after)]);
  });
});

describe('who somebody is', () => {
  it.each([
    [
      'writer',
      'work-any work-jp work-us-pro mech-us lyrics-musixmatch',
      'work-iswc credits-muso copyright-us',
    ],
    [
      'publisher',
      'work-any work-jp work-us-pro mech-us lyrics-musixmatch',
      'work-iswc credits-muso copyright-us',
    ],
    [
      'owner',
      'mech-cover content-id credits-apple credits-jaxsta recognition lyrics-musixmatch',
      'nb-us nb-jp credits-muso deposit-jp deposit-us copyright-us',
    ],
    ['performer', 'lyrics-musixmatch', 'nb-us nb-jp credits-muso'],
  ] as const)('a %s in Japan and the US', (actor, before, after) => {
    expect(forActor(actor, 'JP', 'US')).toEqual([before, after]);
  });

  it('may be several at once', () => {
    const both = listRegistrations(territorySet(['US']), RELEASE, { as: ['writer', 'performer'] });
    expect(ids(both.after)).toBe('nb-us work-iswc credits-muso copyright-us');
  });

  it('tells a publisher from a writer where only the writer files', () => {
    expect(forActor('writer', 'KR')[1]).toContain('work-kr');
    expect(forActor('publisher', 'KR')[1]).not.toContain('work-kr');
  });
});

it('leaves out what is only for covers or discs where there are none', () => {
  const { before, after } = listRegistrations(world(), RELEASE, { without: ['covers', 'discs'] });
  expect(ids(before)).not.toMatch(/mech-(?:cover|gb-press|nordic|at|cl)/);
  expect(ids(before)).toContain('mech-bg');
  expect(ids(after)).not.toContain('deposit-jp');
  expect(before.length + after.length).toBe(38 - 6);
  const covers = listRegistrations(world(), RELEASE, { without: ['discs'] });
  expect(ids(covers.before)).toContain('mech-cover');
});
