import { expect, it } from 'vitest';
import { problemTopics } from '../../src/core/data/problem-topics.ts';
import { checkIdentifier } from '../../src/core/identifiers/recognize.ts';
import { topicForCheck } from '../../src/core/problem-topics.ts';
import { topicById } from '../../src/core/quick-answers.ts';
import { problemWords } from '../../src/text/problems.ts';
import { readSources } from '../support/sources.ts';
import { rules } from './identifiers/rules.ts';

const FAMILIES = /^(?:code|isrc|iswc|gtin|ipi|ipi-base|isni|grid|dpid|ismn)\./;

/** Codes that the rules of identifiers only ever remark on: written with such a severity, and never as an error. */
function remarksOnly(): ReadonlySet<string> {
  const text = readSources('src/core/identifiers/**/*.ts')
    .map((source) => source.text)
    .join('\n');
  const written = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, code]) => code ?? '');
  const errors = new Set([
    ...written(/'([a-z-]+\.[a-z0-9-]+)', 'error'/g),
    ...written(/bad\('([a-z-]+\.[a-z0-9-]+)'/g),
  ]);
  const remarks = written(/'([a-z-]+\.[a-z0-9-]+)', '(?:warning|info)'/g);
  return new Set(remarks.filter((code) => !errors.has(code)));
}

it('leads from every problem for which a code does not hold to one topic, or says why to none', () => {
  const remarks = remarksOnly();
  expect(remarks).toContain('isrc.prefix-unlisted');
  const errors = Object.keys(problemWords).filter((code) => FAMILIES.test(code) && !remarks.has(code));
  const { leads } = problemTopics();
  expect(leads.flatMap(({ problems }) => problems).sort()).toEqual(errors.sort());
  for (const { to, why } of leads) expect(to === null).toBe((why ?? '').length > 20);
});

it('leads only to topics that exist', () => {
  const { names, forms, leads } = problemTopics();
  const named = leads.flatMap(({ to }) => (to === null || to === 'name' || to === 'form' ? [] : [to]));
  for (const id of [...Object.values(names), ...Object.values(forms), ...named])
    expect(topicById(id), id).toBeDefined();
});

it.each([
  ['US-RC1-76-0783', 'isrc', 'isrc-format'],
  ['US-RC1-76-O7839', 'isrc', 'isrc-format'],
  ['US-RС1-76-07839', 'isrc', 'isrc-format'],
  ['US-RС1-76-07839', undefined, 'isrc-format'],
  ['602557631722', 'isrc', 'upc'],
  ['T-034.524.680-1', 'isrc', 'iswc'],
  ['US-RC1-76-07839', 'iswc', 'isrc'],
  // Nothing is about an ISNI: what an ISRC names is the next best.
  ['0000 0001 2103 2683', 'isrc', 'isrc'],
  ['T-034.524.680-2', undefined, 'iswc'],
  ['602557631723', undefined, 'upc'],
  ['6.02558E+11', undefined, 'upc'],
  ['foo', 'isrc', 'isrc-format'],
  ['foo', undefined, undefined],
  ['0000 0001 2103 2684', undefined, undefined],
  ['US-RC1-76-07839', 'isrc', undefined],
  ['602557631722', undefined, undefined],
] as const)('explains %s, asked for as %s, with the topic %s', (text, expect_, id) => {
  const check = checkIdentifier(text, { ...rules, expect: expect_ });
  expect(topicForCheck(check, expect_)?.id).toBe(id);
});
