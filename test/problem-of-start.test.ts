import { expect, it } from 'vitest';
import { StartError } from '../src/bot/start-error.ts';
import { ConfigError } from '../src/config.ts';
import { UserError } from '../src/core/problem.ts';
import { problemOfStart } from '../src/problem-of-start.ts';
import { StoreError } from '../src/store/store-error.ts';

it.each<[string, unknown, string]>([
  [
    'a variable that does not hold',
    new ConfigError(['OPS_PORT must be a port.']),
    'The configuration does not hold:\n  OPS_PORT must be a port.',
  ],
  [
    'a database that does not open',
    new StoreError('There is no database there.'),
    'There is no database there.',
  ],
  ['a platform that refuses', new StartError('Discord refuses the token.'), 'Discord refuses the token.'],
  [
    'a list of prefixes that is none',
    new UserError({ code: 'prefixes.twice', details: { letters: 'US' } }),
    'The prefix list cannot be used: US stands in two rows. Remove one and start again.',
  ],
  ['something thrown that is no error', 'a string', 'a string'],
])('says a sentence for %s', (_what, error, words) => {
  expect(problemOfStart(error)).toBe(words);
});

it('shows the whole stack of what must be a mistake of ours', () => {
  const error = new Error('undefined is not a function');
  expect(problemOfStart(error)).toBe(error.stack);
  Object.defineProperty(error, 'stack', { value: undefined });
  expect(problemOfStart(error)).toBe('undefined is not a function');
});
