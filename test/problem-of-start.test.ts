import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { StartError } from '../src/bot/start-error.ts';
import { ConfigError } from '../src/config.ts';
import { UserError } from '../src/core/problem.ts';
import { problemOfStart } from '../src/problem-of-start.ts';
import { StoreError } from '../src/store/store-error.ts';
import { ROOT } from './support/sources.ts';

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
  [
    'a package that is not installed',
    Object.assign(new Error("Cannot find package 'x'"), { code: 'ERR_MODULE_NOT_FOUND' }),
    'A package is missing. Run "npm ci" in the project first.',
  ],
  [
    'a package that is installed by half',
    Object.assign(new Error('Cannot find module'), {
      code: 'ERR_MODULE_NOT_FOUND',
      url: 'file:///srv/splitproof/node_modules/x/index.js',
    }),
    'A package is missing. Run "npm ci" in the project first.',
  ],
  ['something thrown that is no error', 'a string', 'a string'],
])('says a sentence for %s', (_what, error, words) => {
  expect(problemOfStart(error)).toBe(words);
});

it('shows where a file of ours is asked for that is not there', () => {
  const missing = { code: 'ERR_MODULE_NOT_FOUND', url: 'file:///srv/splitproof/src/typo.ts' };
  const error = Object.assign(new Error('Cannot find module'), missing);
  expect(problemOfStart(error)).toBe(error.stack);
});

it('knows what Node itself throws for a package that is nowhere', () => {
  const words = pathToFileURL(join(ROOT, 'src/problem-of-start.ts')).href;
  const script = `const { problemOfStart } = await import('${words}');
    await import('splitproof-has-no-such-package').catch((error) => console.log(problemOfStart(error)));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(output).toBe('A package is missing. Run "npm ci" in the project first.\n');
}, 30_000);

it('shows the whole stack of what must be a mistake of ours', () => {
  const error = new Error('undefined is not a function');
  expect(problemOfStart(error)).toBe(error.stack);
  Object.defineProperty(error, 'stack', { value: undefined });
  expect(problemOfStart(error)).toBe('undefined is not a function');
});
