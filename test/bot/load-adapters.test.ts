import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listAdapters, loadAdapter } from '../../src/bot/load.ts';
import { StartError } from '../../src/bot/start-error.ts';

const root = mkdtempSync(join(tmpdir(), 'splitproof-adapters-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the adapters of a folder', () => {
  const write = (name: string, text: string) => {
    const folder = join(root, 'adapters');
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'index.ts'), text);
    return folder;
  };

  it('are found by folder', () => {
    const folder = join(root, 'found');
    for (const name of ['b', 'a']) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'notes.ts'), '');
    expect(listAdapters(folder)).toEqual(['a', 'b']);
  });

  it('are loaded by name', async () => {
    const folder = write('right', `export default { name: 'right', env: {}, start() {} };`);
    expect(await loadAdapter(folder, 'right')).toMatchObject({ name: 'right' });
  });

  it.each([
    ['x', `export const x = 1;`, 'adapters/x/index.ts has no default export made with defineAdapter.'],
    [
      'y',
      `export default { name: 'y' };`,
      'adapters/y/index.ts has no default export made with defineAdapter.',
    ],
    ['z', `export default { name: 'a', start() {} };`, 'adapters/z/index.ts calls itself "a".'],
  ])('stop the start with a sentence about the file: %s', async (name, text, words) => {
    await expect(loadAdapter(write(name, text), name)).rejects.toThrow(new StartError(words));
  });
});
