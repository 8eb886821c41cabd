import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openFolder } from '../../src/cli/verify/folder.ts';
import { readWhole } from '../../src/core/ledger/bundle-reader.ts';

it.each([0, 10, 1 << 20, 3_000_001])(
  'a file of %d bytes is read as it is, in however many pieces',
  (size) => {
    const folder = mkdtempSync(join(tmpdir(), 'splitproof-folder-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const bytes = randomBytes(size);
    writeFileSync(join(folder, 'bundle.json'), bytes);
    expect(readWhole(openFolder(folder), 'bundle.json').equals(bytes)).toBe(true);
  },
);
