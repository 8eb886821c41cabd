import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInPrefixes, parsePrefixList } from '../../../src/core/identifiers/prefixes.ts';
import { checkIdentifier } from '../../../src/core/identifiers/recognize.ts';

const FILE = new URL('../../../src/core/data/isrc-prefixes.json', import.meta.url);

const row = (code: string, more: object = {}) => ({
  code,
  agency: 'A',
  territory: 'T',
  status: 'assigned',
  ...more,
});
const list = (more: object = {}) => JSON.stringify({ asOf: '2026-03-01', prefixes: [row('US')], ...more });

describe('the list that came with the release', () => {
  it('is the edition of 4 November 2025 with 219 assigned and 4 retired prefixes', () => {
    expect(builtInPrefixes).toMatchObject({ asOf: '2025-11-04', listYear: 2025, listMonth: 11, listDay: 4 });
    const prefixes = [...builtInPrefixes.byLetters.values()];
    const count = (status: string) => prefixes.filter((prefix) => prefix.status === status).length;
    expect([count('assigned'), count('retired'), count('part-number')]).toEqual([219, 4, 1]);
  });

  it.each([
    ['US', 'RIAA'],
    ['QM', 'RIAA'],
    ['QZ', 'RIAA'],
    ['QT', 'RIAA'],
    ['GB', 'PPL UK'],
    ['GX', 'PPL UK'],
    ['TC', 'TuneCore'],
    ['ZZ', 'International ISRC Registration Authority'],
  ])('has %s from %s', (letters, agency) => {
    expect(builtInPrefixes.byLetters.get(letters)).toMatchObject({ letters, agency, status: 'assigned' });
  });

  it('does not have what was only seen', () => {
    expect(builtInPrefixes.byLetters.has('RD')).toBe(false);
    expect(builtInPrefixes.byLetters.get('PX')).toEqual({
      letters: 'PX',
      agency: null,
      territory: null,
      status: 'part-number',
    });
  });

  it('reads its own file back', () => {
    expect(parsePrefixList(readFileSync(FILE, 'utf8'))).toEqual({ ok: true, value: builtInPrefixes });
  });
});

describe('a list that an operator puts in its place', () => {
  it('decides what is listed, and gives its own date', () => {
    const parsed = parsePrefixList(
      `\uFEFF${list({ prefixes: [row('RD', { agency: null, territory: null })] })}`,
    );
    if (!parsed.ok) throw new Error(parsed.problem.code);
    const rules = { prefixes: parsed.value, year: 2026 };
    expect(checkIdentifier('RDRAY2200003', rules).verdict).toBe('ok');
    expect(checkIdentifier('USRC17607839', rules).problems[0]).toEqual({
      code: 'isrc.prefix-unlisted',
      severity: 'warning',
      details: { prefix: 'US', listYear: 2026, listMonth: 3, listDay: 1 },
    });
  });

  it('keeps every character of its texts, as it takes off only the mark in front', () => {
    const parsed = parsePrefixList(list({ prefixes: [row('US', { territory: 'A\uFEFFB' })] }));
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok && parsed.value.byLetters.get('US')?.territory).toBe('A\uFEFFB');
  });

  it('keeps an assigned prefix that is also listed as a look-alike', () => {
    const parsed = parsePrefixList(
      list({
        prefixes: [row('PX')],
        notAssigned: [
          { code: 'PX', kind: 'look-alike' },
          { code: 'PY' },
          { code: 'Pz', kind: 'look-alike' },
          null,
        ],
      }),
    );
    expect(parsed.ok && [...parsed.value.byLetters.values()].map(({ status }) => status)).toEqual([
      'assigned',
    ]);
  });

  it.each([
    ['', 'Unexpected end of JSON input'],
    ['{', 'in JSON at position 1'],
  ])('is refused where it is %j, with the reason: %s', (json, reason) => {
    expect(parsePrefixList(json)).toMatchObject({
      ok: false,
      problem: { code: 'prefixes.json', details: { reason: expect.stringContaining(reason) } },
    });
  });

  it.each([
    ['[]', 'prefixes.file'],
    ['null', 'prefixes.file'],
    ['"US"', 'prefixes.file'],
    ['5', 'prefixes.file'],
  ])('is refused where it is %j: %s', (json, code) => {
    expect(parsePrefixList(json)).toMatchObject({ ok: false, problem: { code } });
  });

  it.each([
    [list({ asOf: undefined }), 'asOf', 'date'],
    [list({ asOf: 20260301 }), 'asOf', 'date'],
    [list({ asOf: ['2026-03-01'] }), 'asOf', 'date'],
    [list({ asOf: { toString: 1, valueOf: 1 } }), 'asOf', 'date'],
    [list({ asOf: '2026-02-30' }), 'asOf', 'date'],
    [list({ asOf: '2026-13-01' }), 'asOf', 'date'],
    [list({ asOf: '2026-00-10' }), 'asOf', 'date'],
    [list({ asOf: '2026-3-1' }), 'asOf', 'date'],
    [list({ asOf: 'x2026-03-01' }), 'asOf', 'date'],
    [list({ asOf: '2026-03-01T00:00' }), 'asOf', 'date'],
    [list({ prefixes: undefined }), 'prefixes', 'list'],
    [list({ prefixes: [] }), 'prefixes', 'list'],
    [list({ prefixes: {} }), 'prefixes', 'list'],
    [list({ notAssigned: {} }), 'notAssigned', 'list'],
    [list({ prefixes: [row('US'), null] }), 'prefixes[1]', 'object'],
    [list({ prefixes: [row('US', { code: ['US'] })] }), 'prefixes[0].code', 'letters'],
    [list({ prefixes: [row('US'), 'GB'] }), 'prefixes[1]', 'object'],
    [list({ prefixes: [row('US'), ['GB']] }), 'prefixes[1]', 'object'],
    [list({ prefixes: [row('us')] }), 'prefixes[0].code', 'letters'],
    [list({ prefixes: [row('USA')] }), 'prefixes[0].code', 'letters'],
    [list({ prefixes: [row('U')] }), 'prefixes[0].code', 'letters'],
    [list({ prefixes: [row('US', { code: 5 })] }), 'prefixes[0].code', 'letters'],
    [list({ prefixes: [row('US', { agency: undefined })] }), 'prefixes[0].agency', 'text'],
    [list({ prefixes: [row('US', { agency: 5 })] }), 'prefixes[0].agency', 'text'],
    [list({ prefixes: [row('US', { territory: true })] }), 'prefixes[0].territory', 'text'],
    [list({ prefixes: [row('US', { status: 'gone' })] }), 'prefixes[0].status', 'status'],
    [list({ prefixes: [row('US', { status: 'part-number' })] }), 'prefixes[0].status', 'status'],
  ])('is refused as a whole: %s (%s needs a %s)', (json, place, needs) => {
    expect(parsePrefixList(json)).toEqual({
      ok: false,
      problem: { code: 'prefixes.entry', severity: 'error', details: { place, needs } },
    });
  });

  it('is refused where two rows have the same letters', () => {
    expect(parsePrefixList(list({ prefixes: [row('US'), row('GB'), row('US')] }))).toMatchObject({
      problem: { code: 'prefixes.twice', details: { letters: 'US' } },
    });
  });

  it('takes a retired prefix', () => {
    const parsed = parsePrefixList(list({ prefixes: [row('YU', { status: 'retired' })] }));
    expect(parsed.ok && parsed.value.byLetters.get('YU')?.status).toBe('retired');
  });
});
