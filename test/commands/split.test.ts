import { expect, it } from 'vitest';
import split from '../../commands/split.ts';
import { readSources } from '../support/sources.ts';

/** `pressOf('split', 'approve', …)`, wherever a reply makes one; a name that is chosen stands in quotes on its line. */
function pressesMade(): ReadonlySet<string> {
  const made = new Set<string>();
  for (const { path, text } of readSources('src/splits/**/*.ts')) {
    for (const [, names = ''] of text.matchAll(/pressOf\(\s*'split',\s*([^,]+),/g)) {
      const literals = [...names.matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name);
      if (literals.length > 0) for (const name of literals) made.add(name);
      // A variable: it is one of the two forms for a new version.
      else expect(['how', 'form'], `${path}: ${names}`).toContain(names.trim());
    }
  }
  return made;
}

it('has a button for every press that is made, and none that nothing makes', () => {
  expect([...pressesMade()].sort()).toEqual(Object.keys(split.buttons ?? {}).sort());
});

it('only looks, where it says that nothing is changed', () => {
  const looking = Object.entries(split.subcommands).flatMap(([name, { changesNothing }]) =>
    changesNothing ? [name] : [],
  );
  expect(looking).toEqual(['show', 'status', 'list']);
});

it('opens a form for whatever needs more than a name', () => {
  const forms = Object.entries(split.subcommands).flatMap(([name, { form }]) => (form ? [name] : []));
  expect(forms).toEqual(['new', 'revise', 'amend', 'dispute']);
});

it('never asks for what is nobody’s business', () => {
  const asked = Object.values(split.subcommands).flatMap(({ options }) => Object.keys(options));
  expect(asked.filter((name) => /tax|birth|born|bank|iban|passport|address/i.test(name))).toEqual([]);
});
