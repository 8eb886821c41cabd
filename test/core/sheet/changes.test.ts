import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLE_IDS } from '../../../src/core/data/roles.ts';
import { changes } from '../../../src/core/sheet/changes.ts';
import {
  AI_USES,
  inOrder,
  layerShares,
  type SheetContent,
  VERSION_KINDS,
} from '../../../src/core/sheet/content.ts';
import { line, nightBus, party } from './night-bus.ts';

const since = (after: Partial<SheetContent>) => changes(nightBus, { ...nightBus, ...after });
const composition = nightBus.layers.composition ?? [];

describe('changes', () => {
  it('says nothing where nothing changed', () => {
    expect(changes(nightBus, structuredClone(nightBus))).toEqual([]);
  });

  it.each([
    ['the title', { title: 'Night Train' }, [{ what: 'title', from: 'Night Bus', to: 'Night Train' }]],
    ['the kind', { versionKind: 'live' }, [{ what: 'version-kind', from: 'original', to: 'live' }]],
    ['the use of AI', { ai: 'partly' }, [{ what: 'ai', from: 'none', to: 'partly' }]],
    [
      'a text',
      { more: { language: 'zh', iswc: '' } },
      [{ what: 'more', field: 'language', from: '', to: 'zh' }],
    ],
    [
      'samples',
      { samples: [{ title: 'Rain', owner: null, cleared: 'no' }] },
      [{ what: 'samples', from: 'none', to: [{ title: 'Rain', owner: null, cleared: 'no' }] }],
    ],
    [
      'a name, and whom somebody acts for',
      {
        parties: [
          party('p_ana', 'Anna', { actsFor: { kind: 'company', name: 'Ana Ltd' } }),
          ...nightBus.parties.slice(1),
        ],
      },
      [
        { what: 'renamed', person: 'p_ana', name: 'Anna', from: 'Ana', to: 'Anna' },
        {
          what: 'acts-for',
          person: 'p_ana',
          name: 'Anna',
          from: { kind: 'self' },
          to: { kind: 'company', name: 'Ana Ltd' },
        },
      ],
    ],
  ] as const)('says %s', (_what, after, expected) => {
    expect(since(after)).toEqual(expected);
  });

  it('says a share in its layer', () => {
    const layers = { ...nightBus.layers, composition: [line('p_ana', '1/1'), ...composition.slice(1)] };
    expect(since({ layers })).toEqual([
      { what: 'share', layer: 'composition', person: 'p_ana', name: 'Ana', from: '1/2', to: '1/1' },
      {
        what: 'roles',
        layer: 'composition',
        person: 'p_ana',
        name: 'Ana',
        from: ['composer', 'lyricist'],
        to: ['composer'],
      },
    ]);
  });

  it('says who came with what, and who went', () => {
    const publisher = { name: 'Night Music', share: '1/8' };
    const parties = [...nightBus.parties.slice(0, 2), party('p_dee', 'Dee')];
    const layers = {
      ...nightBus.layers,
      composition: [...composition.slice(0, 2), line('p_dee', '1/6', { publisher })],
    };
    const where = { layer: 'composition', person: 'p_dee', name: 'Dee' };
    expect(since({ parties, layers })).toEqual([
      { what: 'party-removed', person: 'p_chen', name: 'Chen' },
      { what: 'party-added', person: 'p_dee', name: 'Dee' },
      { what: 'share', layer: 'composition', person: 'p_chen', name: 'Chen', from: '1/6', to: null },
      { what: 'share', ...where, from: null, to: '1/6' },
      { what: 'roles', ...where, from: [], to: ['composer'] },
      { what: 'publisher', ...where, from: null, to: publisher },
    ]);
  });

  it('says a layer that came or went, with its shares', () => {
    const { composition: kept } = nightBus.layers;
    const performer = [line('p_bo', '1/1', { roles: ['vocalist'] })];
    expect(since({ layers: { composition: kept ?? [], performer } })).toMatchObject([
      { what: 'layer-removed', layer: 'master' },
      { what: 'share', layer: 'master', name: 'Ana', from: '1/1', to: null },
      { what: 'layer-added', layer: 'performer' },
      { what: 'share', layer: 'performer', name: 'Bo', from: null, to: '1/1' },
      { what: 'roles', layer: 'performer', name: 'Bo', from: [], to: ['vocalist'] },
    ]);
  });
});

const people = ['p_a', 'p_b', 'p_c', 'p_d'];
const names = fc.constantFrom('Ana', 'Bo', 'دينا', '陳');
const lines = fc.uniqueArray(fc.constantFrom(...people), { minLength: 1 }).chain((chosen) =>
  fc.tuple(
    ...chosen.map((person) =>
      fc.record({
        person: fc.constant(person),
        share: fc.constantFrom('1/2', '1/3', '1/4'),
        roles: fc.uniqueArray(fc.constantFrom(...ROLE_IDS.slice(0, 4)), { maxLength: 3 }),
        publisher: fc.option(fc.record({ name: names, share: fc.constantFrom('1/8', '1/9') })),
      }),
    ),
  ),
);
const contents: fc.Arbitrary<SheetContent> = fc.record({
  title: names,
  versionKind: fc.constantFrom(...VERSION_KINDS),
  parties: fc.shuffledSubarray(people).chain((chosen) =>
    fc.tuple(
      ...chosen.map((person) =>
        fc.record({
          person: fc.constant(person),
          name: names,
          actsFor: fc.constantFrom({ kind: 'self' as const }, { kind: 'artist' as const, name: 'Dee' }),
        }),
      ),
    ),
  ),
  layers: fc.record({ composition: lines, master: lines, performer: lines }, { requiredKeys: [] }),
  samples: fc.constantFrom('none' as const, [], [{ title: 'Rain', owner: null, cleared: 'no' as const }]),
  ai: fc.constantFrom(...AI_USES),
  more: fc.record({ language: names, iswc: fc.constant('') }, { requiredKeys: [] }),
});

describe('of any two sheets', () => {
  it('are none between a sheet and itself in any order', () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(changes(content, content)).toEqual([]);
        expect(changes(content, inOrder(content))).toEqual([]);
        expect(changes(inOrder(content), content)).toEqual([]);
      }),
    );
  });

  it('are none exactly when both say the same', () => {
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const same = JSON.stringify(byName(inOrder(before))) === JSON.stringify(byName(inOrder(after)));
        expect(changes(before, after).length === 0).toBe(same);
      }),
    );
  });

  it('are the same number backwards, but for what somebody new brings along', () => {
    const plain = (list: ReturnType<typeof changes>) =>
      list.filter(({ what }) => what !== 'roles' && what !== 'publisher').length;
    fc.assert(
      fc.property(contents, contents, (a, b) => {
        expect(plain(changes(a, b))).toBe(plain(changes(b, a)));
      }),
    );
  });
});

/** With members by name, so that how they were written makes no difference. */
function byName(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(byName);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, member]) => [name, byName(member)]));
}

describe('in order', () => {
  it('are people by id, layers and roles as they are listed, and no empty text', () => {
    const content = inOrder({
      ...nightBus,
      parties: nightBus.parties.toReversed(),
      layers: { master: nightBus.layers.master ?? [], composition: composition.toReversed() },
      samples: [],
      more: { registers: 'Ana', language: 'zh', iswc: '' },
    });
    expect(content.parties).toEqual(nightBus.parties);
    expect(Object.keys(content.layers)).toEqual(['composition', 'master']);
    expect(content.layers.composition).toEqual(composition);
    expect(content.samples).toBe('none');
    expect(Object.entries(content.more)).toEqual([
      ['language', 'zh'],
      ['registers', 'Ana'],
    ]);
  });

  it('are shares as the entry of a version needs them', () => {
    const layers = { master: nightBus.layers.master ?? [], composition: composition.toReversed() };
    expect(layerShares({ ...nightBus, layers })).toEqual({
      composition: [
        ['p_ana', '1/2'],
        ['p_bo', '1/3'],
        ['p_chen', '1/6'],
      ],
      master: [['p_ana', '1/1']],
    });
  });
});
