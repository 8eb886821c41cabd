import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listAdapters, loadAdapter } from '../src/bot/load.ts';

const ROOT = join(import.meta.dirname, '..');
const ADAPTERS = join(ROOT, 'src', 'adapters');

const adapters = listAdapters(ADAPTERS).filter((name) => existsSync(join(ADAPTERS, name, 'index.ts')));
const read = [...baseVariables(), ...(await Promise.all(adapters.map(adapterVariables))).flat()];
const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
const documented = [...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name);

describe('.env.example', () => {
  it('explains every variable that is read, and no other', () => {
    expect(documented.toSorted()).toEqual(read.toSorted());
  });

  it('changes nothing when it is copied as it is', () => {
    const set = [...example.matchAll(/^[A-Z][A-Z0-9_]*=(.*)$/gm)].map(([, value]) => value);
    expect(set.filter((value) => value !== '')).toEqual([]);
  });
});

function baseVariables(): string[] {
  const config = readFileSync(join(ROOT, 'src', 'config.ts'), 'utf8');
  return [...config.matchAll(/^ +([A-Z][A-Z0-9_]*): z$|^ +([A-Z][A-Z0-9_]*): z\./gm)].map(
    ([, a, b]) => a ?? b ?? '',
  );
}

async function adapterVariables(name: string): Promise<string[]> {
  const { env } = await loadAdapter(ADAPTERS, name);
  const object = env instanceof z.ZodPipe ? env.in : env;
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [`an object of variables in ${name}`];
}
