import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INVITE_PERMISSIONS } from '../../../src/adapters/discord/needed.ts';

it('the invitation in the guide asks for exactly what the bot needs', () => {
  const guide = readFileSync('docs/discord.md', 'utf8');
  const asked = [...guide.matchAll(/permissions=(\d+)/g)].map(([, sum]) => sum);
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked)).toEqual(new Set([String(INVITE_PERMISSIONS)]));
});
