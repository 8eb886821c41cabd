import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLE_IDS, roleTable } from '../../../src/core/data/roles.ts';
import { LAYERS } from '../../../src/core/ledger/entry-types.ts';
import { type RoleId, roleOf } from '../../../src/core/roles.ts';
import { checkContent } from '../../../src/core/sheet/check.ts';
import type { LayerLine, SheetContent } from '../../../src/core/sheet/content.ts';
import { explainProblem } from '../../../src/text/explain-problem.ts';
import { line, nightBus, party } from './night-bus.ts';

const found = (content: Partial<SheetContent>) =>
  checkContent({ ...nightBus, ...content }).map(({ code, details }) => ({ code, ...details }));
const composed = (...lines: readonly LayerLine[]) => found({ layers: { composition: lines } });

it('has nothing to say of a sheet that holds', () => {
  expect(checkContent(nightBus)).toEqual([]);
});

describe('must fields', () => {
  it.each([
    ['a title', { title: '' }, { code: 'sheet.text-missing', field: 'title' }],
    ['a title that can be seen', { title: ' \u200b\u3164' }, { code: 'sheet.text-missing', field: 'title' }],
    ['a layer', { layers: {} }, { code: 'sheet.layers-missing' }],
    [
      'somebody in each layer',
      { layers: { ...nightBus.layers, performer: [] } },
      { code: 'sheet.layer-empty', layer: 'performer' },
    ],
    [
      'a name for each party',
      { parties: [...nightBus.parties, party('p_dee', '')] },
      { code: 'sheet.text-missing', field: 'name' },
    ],
    [
      'a name of whoever is acted for',
      { parties: [...nightBus.parties, party('p_dee', 'Dee', { actsFor: { kind: 'artist', name: ' ' } })] },
      { code: 'sheet.text-missing', field: 'actsFor' },
    ],
    [
      'a title for each sample',
      { samples: [{ title: '', owner: 'X', cleared: 'yes' }] },
      { code: 'sheet.text-missing', field: 'sample' },
    ],
  ] as const)('asks for %s', (_what, content, problem) => {
    expect(found(content)).toEqual([problem]);
  });

  it('asks for a role of everybody, in each layer', () => {
    expect(composed(line('p_ana', '1/2'), line('p_bo', '1/2', { roles: [] }))).toEqual([
      { code: 'sheet.role-missing', name: 'Bo', layer: 'composition' },
    ]);
  });

  it('does not ask for what should be there', () => {
    const more = { language: '', iswc: '', recordings: '', finished: '', licensing: '', registers: '' };
    expect(found({ more })).toEqual([]);
  });
});

describe('rule 2: exact totals', () => {
  it.each([
    [['1/2', '1/4', '1/6'], { sum: '11/12', off: '1/12', percent: '8.33', side: 'missing' }],
    [['1/2', '1/2', '1/4'], { sum: '5/4', off: '1/4', percent: '25', side: 'over' }],
    [['1/1', '1/1', '1/1'], { sum: '3', off: '2', percent: '200', side: 'over' }],
    [['3333/10000', '3333/10000', '3333/10000'], { sum: '9999/10000', off: '1/10000', percent: '0.01' }],
    [['1/3', '1/3', '333333/1000000'], { off: '1/3000000', percent: '<0.01', side: 'missing' }],
    [['1/3', '1/3', '1000001/3000000'], { off: '1/3000000', side: 'over' }],
  ] as const)('%j is refused, and by how much', ([a, b, c], details) => {
    const problems = composed(line('p_ana', a), line('p_bo', b), line('p_chen', c));
    expect(problems).toMatchObject([{ code: 'sheet.total', layer: 'composition', ...details }]);
  });

  it('says who has what, and what to do', () => {
    const layers = { composition: [line('p_ana', '1/2'), line('p_bo', '1/4'), line('p_chen', '1/6')] };
    const [problem] = checkContent({ ...nightBus, layers });
    expect(problem && explainProblem(problem)).toBe(
      'Composition adds up to 11/12, not 1: 1/12 (8.33 %) is missing. Now it has Ana 1/2, Bo 1/4 and Chen 1/6. It adds up with one of these: Ana 7/12, Bo 1/3 and Chen 1/4. Change a line and send again; nothing has been posted.',
    );
  });

  it.each([
    [
      ['3/4', '1/2', '1/12'],
      ['p_ana 5/12', 'p_bo 1/6'],
    ],
    [['1/1', '1/1', '1/1'], []],
    [
      ['1/3', '1/3', '333333/1000000'],
      ['p_ana 1000001/3000000', 'p_bo 1000001/3000000', 'p_chen 1/3'],
    ],
  ] as const)('says with what %j would add up', ([a, b, c], mended) => {
    const layers = { composition: [line('p_ana', a), line('p_bo', b), line('p_chen', c)] };
    const [problem] = checkContent({ ...nightBus, layers });
    expect(problem).toMatchObject({ code: 'sheet.total', details: { ways: mended.length } });
    const ids = new Map(nightBus.parties.map(({ person, name }) => [name, person]));
    const said = problem?.code === 'sheet.total' ? problem.details.mended : [];
    expect(said.map((text) => text.replace(/^\S+/, (name) => ids.get(name) ?? name))).toEqual(mended);
  });

  it('holds for each layer by itself', () => {
    const layers = {
      master: [line('p_ana', '1/2')],
      performer: [line('p_bo', '1/1'), line('p_chen', '1/3')],
    };
    const totals = found({ layers }).filter(({ code }) => code === 'sheet.total');
    expect(totals).toMatchObject([
      { layer: 'master', sum: '1/2', shares: ['Ana 1/2'] },
      { layer: 'performer', sum: '4/3', shares: ['Bo 1', 'Chen 1/3'] },
    ]);
  });

  it('lets a list pass exactly when it adds up, whatever the fractions', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: -3, max: 3 }), (parts, off) => {
        const all = parts.reduce((sum, part) => sum + part, 0) + off;
        fc.pre(parts.every((part) => part <= all));
        const parties = parts.map((_part, index) => party(`p_${index}`, `P${index}`));
        const layers = {
          composition: parts.map((part, index) => line(`p_${index}`, lowest(part, all))),
        };
        const codes = checkContent({ ...nightBus, parties, layers }).map(({ code }) => code);
        expect(codes).toEqual(off === 0 ? [] : ['sheet.total']);
      }),
    );
  });

  it('does not add up what is no sheet', () => {
    const many = Array.from({ length: 101 }, (_, index) => party(`p_${index}`, `P${index}`));
    const lines = many.map(({ person }) => line(person, '1/101'));
    expect(found({ parties: many, layers: { composition: lines } })).toEqual([
      { code: 'sheet.too-many', count: 101, limit: 100 },
      { code: 'sheet.too-many', count: 101, limit: 100 },
    ]);
  });
});

function lowest(numerator: number, denominator: number): string {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const common = divisor(numerator, denominator);
  return `${numerator / common}/${denominator / common}`;
}

describe('people', () => {
  it('are on the list once, and in a layer once', () => {
    expect(found({ parties: [...nightBus.parties, party('p_bo', 'Bob')] })).toEqual([
      { code: 'sheet.person-twice', name: 'Bob' },
    ]);
    expect(composed(line('p_bo', '1/2'), line('p_bo', '1/2'))).toEqual([
      { code: 'sheet.line-twice', name: 'Bo', layer: 'composition' },
    ]);
  });

  it('are on the list when they have a share, and may be without one', () => {
    expect(composed(line('p_eve', '1/1'))).toEqual([
      { code: 'sheet.stranger', person: 'p_eve', layer: 'composition' },
    ]);
    expect(found({ parties: [...nightBus.parties, party('p_dee', 'Dee')] })).toEqual([]);
  });
});

describe('publishers', () => {
  const publisher = { name: 'Night Music', share: '1/2' };

  it('hold a part of the share that they stand beside', () => {
    expect(composed(line('p_ana', '1/2', { publisher }), line('p_bo', '1/2'))).toEqual([]);
    expect(composed(line('p_ana', '1/3', { publisher }), line('p_bo', '2/3'))).toEqual([
      { code: 'sheet.publisher-more', name: 'Ana', publisher: 'Night Music' },
    ]);
  });

  it('are in the composition alone', () => {
    const master = [line('p_ana', '1/1', { roles: ['producer'], publisher })];
    expect(found({ layers: { master } })).toEqual([
      { code: 'sheet.publisher-layer', name: 'Ana', layer: 'master' },
    ]);
  });
});

describe('texts', () => {
  const everywhere = (text: string): Partial<SheetContent> => ({
    title: text,
    parties: nightBus.parties.map((one) => ({
      ...one,
      name: text,
      actsFor: { kind: 'company', name: text },
    })),
    layers: { composition: [line('p_ana', '1/1', { publisher: { name: text, share: '1/2' } })] },
    samples: [{ title: text, owner: text, cleared: 'yes' }],
    more: { language: text, recordings: text, finished: text, licensing: text, registers: text },
  });
  const fields = [
    ['title', 'name', 'name', 'name', 'actsFor', 'actsFor', 'actsFor', 'publisher', 'sample', 'owner'],
    ['language', 'recordings', 'finished', 'licensing', 'registers'],
  ].flat();

  it.each(['\n', '\r', '\u0085', '\u2028', '\u2029', '\u0000', '\u001b', '\u202e', '\ud83d'])(
    'have no %j in any field, which would begin a line or hide one',
    (character) => {
      expect(found(everywhere(`a${character}b`))).toEqual(
        fields.map((field) => ({ code: 'sheet.text-character', field })),
      );
    },
  );

  it('may have everything else', () => {
    for (const text of ['夜車', 'دينا', '*<!channel>*', '{title}', "'; --", '👩\u200d🎤', '<b>', '=1+1']) {
      expect(found(everywhere(text))).toEqual([]);
    }
  });

  it('end where a line ends', () => {
    expect(found({ title: '夜'.repeat(200) })).toEqual([]);
    expect(found({ title: '👍'.repeat(201) })).toEqual([
      { code: 'sheet.text-too-long', field: 'title', length: 201, limit: 200 },
    ]);
    const long = found(everywhere('x'.repeat(201)));
    expect(long.map((problem) => 'field' in problem && problem.field)).toEqual(fields);
  });

  it('hold as an ISWC where they are one', () => {
    expect(found({ more: { iswc: 'T-034.524.680-1' } })).toEqual([]);
    expect(found({ more: { iswc: 'T-034.524.680-2' } })).toMatchObject([{ code: 'iswc.check-digit' }]);
  });
});

describe('what is worth a look', () => {
  const remark = (
    roles: readonly RoleId[],
    layer: 'composition' | 'master' | 'performer' = 'composition',
  ) => {
    const writer = layer === 'composition' ? [line('p_bo', '1/2')] : [line('p_bo', '1/2', { roles })];
    const all = checkContent({
      ...nightBus,
      layers: { [layer]: [line('p_ana', '1/2', { roles }), ...writer] },
    });
    expect(all.every(({ severity }) => severity === 'warning')).toBe(true);
    return all.filter(({ details }) => !('name' in details) || details.name === 'Ana');
  };

  it('is a composition that nobody wrote', () => {
    const roles: readonly RoleId[] = ['arranger', 'publisher', 'producer'];
    const codes = composed(line('p_ana', '1/1', { roles })).map(({ code }) => code);
    expect(codes).toContain('sheet.no-writer');
    expect(composed(line('p_ana', '1/1', { roles: ['lyricist'] }))).toEqual([]);
  });

  it.each(['topliner', 'beatmaker', 'producer', 'rapper'] as const)(
    'is a %s who perhaps wrote, too: societies have no code for it',
    (role) => {
      expect(remark([role])).toMatchObject([{ code: 'sheet.role-also', details: { name: 'Ana', role } }]);
      expect(remark([role, 'composer'])).toEqual([]);
    },
  );

  it('asks of all roles that the table says people confuse with writing', () => {
    const confused = roleTable().filter(
      ({ alsoAsk, cwr }) =>
        cwr === null &&
        ['composer', 'lyricist', 'songwriter'].some((role) => alsoAsk.includes(role as RoleId)),
    );
    for (const { id } of confused) expect(remark([id])).toMatchObject([{ code: 'sheet.role-also' }]);
    expect(confused).toHaveLength(4);
  });

  it('is every role of another layer that stands alone', () => {
    for (const layer of LAYERS) {
      const strange = ROLE_IDS.filter((id) => !roleOf(id).layers.includes(layer));
      expect(strange.length).toBeGreaterThan(10);
      for (const id of strange) expect(remark([id], layer)).toHaveLength(1);
    }
  });

  it('is a role for a version of an existing work', () => {
    for (const role of ROLE_IDS) {
      const codes = remark([role, 'composer']).map(({ code }) => code);
      const changes = ['AR', 'AD', 'TR', 'SR', 'SA'].includes(roleOf(role).cwr ?? '');
      expect(codes).toEqual(changes ? ['sheet.role-existing-work'] : []);
    }
  });

  it('is a sample that is not cleared, or whose owner nobody names', () => {
    const samples = [
      { title: 'Rain', owner: null, cleared: 'yes' },
      { title: 'Sun', owner: 'Dee', cleared: 'no' },
      { title: 'Fog', owner: 'Dee', cleared: 'unknown' },
      { title: 'Air', owner: 'Dee', cleared: 'yes' },
      { title: 'Ice', owner: ' ', cleared: 'yes' },
    ] as const;
    expect(found({ samples })).toEqual([
      { code: 'sheet.sample-owner', title: 'Rain' },
      { code: 'sheet.sample-cleared', title: 'Sun', cleared: 'no' },
      { code: 'sheet.sample-cleared', title: 'Fog', cleared: 'unknown' },
      { code: 'sheet.sample-owner', title: 'Ice' },
    ]);
  });
});
