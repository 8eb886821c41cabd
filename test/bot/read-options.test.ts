import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Option, subcommand } from '../../src/bot/command.ts';
import { checkOptions, isRequired } from '../../src/bot/read-options.ts';

const options = {
  title: { schema: z.string().max(5), description: 'Title' },
  note: { schema: z.string().max(5).optional(), description: 'Note' },
  count: { kind: 'number', schema: z.number().int().min(2).max(9).optional(), description: 'Count' },
  date: { kind: 'date', schema: z.iso.date().optional(), description: 'Date' },
  kind: {
    kind: 'choice',
    schema: z.enum(['single', 'album']).default('single'),
    description: 'Kind',
    choices: [
      { value: 'single', label: 'Single' },
      { value: 'album', label: 'Album' },
    ],
  },
} as const satisfies Record<string, Option>;

const command = subcommand({
  description: 'New',
  options,
  handle: () => ({ tone: 'plain', title: '' }),
});

it('gives the handler what the schemas make of it, defaults included', () => {
  const given = { title: 'Night', count: 3, date: '2026-12-11', stray: 'x' };
  expect(checkOptions(command, given)).toEqual({
    ok: true,
    input: { title: 'Night', note: undefined, count: 3, date: '2026-12-11', kind: 'single' },
  });
});

it('takes an empty text for none', () => {
  expect(checkOptions(command, { title: 'Night', note: '', count: '', kind: '' })).toMatchObject({
    ok: true,
  });
  expect(checkOptions(command, { title: '' })).toMatchObject({
    ok: false,
    problems: { title: { code: 'option.missing' } },
  });
});

describe('one problem for each option that does not fit', () => {
  it.each([
    [{}, 'title', 'option.missing', { option: 'title' }],
    [{ title: null }, 'title', 'option.unreadable', { option: 'title' }],
    [{ title: 7 }, 'title', 'option.unreadable', { option: 'title' }],
    [{ title: 'Night Bus' }, 'title', 'option.too-long', { option: 'title', limit: 5 }],
    [{ title: 'Night', count: 'many' }, 'count', 'option.number', { option: 'count' }],
    [{ title: 'Night', count: 2.5 }, 'count', 'option.number', { option: 'count' }],
    [{ title: 'Night', count: 10 }, 'count', 'option.too-large', { option: 'count', limit: 9 }],
    [{ title: 'Night', count: 1 }, 'count', 'option.too-small', { option: 'count', limit: 2 }],
    [{ title: 'Night', date: '2026-02-30' }, 'date', 'option.date', { option: 'date' }],
    [{ title: 'Night', date: 'tomorrow' }, 'date', 'option.date', { option: 'date' }],
    [
      { title: 'Night', kind: 'tape' },
      'kind',
      'option.choice',
      { option: 'kind', choices: ['Single', 'Album'] },
    ],
  ])('%o', (given, option, code, details) => {
    expect(checkOptions(command, given)).toEqual({
      ok: false,
      problems: { [option]: { code, severity: 'error', details } },
    });
  });

  it('says all of them at once', () => {
    const checked = checkOptions(command, { count: 'many', date: 'soon' });
    expect(checked.ok ? [] : Object.keys(checked.problems)).toEqual(['title', 'count', 'date']);
  });
});

it('knows what may be left out by what the schema takes', () => {
  const required = Object.entries(options).filter(([, option]) => isRequired(option));
  expect(required.map(([name]) => name)).toEqual(['title']);
});
