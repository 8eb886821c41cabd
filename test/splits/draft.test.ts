import { describe, expect, it } from 'vitest';
import { readSamples, writeSamples } from '../../src/catalog/samples.ts';
import { UserError } from '../../src/core/problem.ts';
import type { SheetContent } from '../../src/core/sheet/content.ts';
import { readDraft, writeContent } from '../../src/splits/draft.ts';
import { locales } from '../../src/text/locale.ts';
import { line, nightBus, party } from '../core/sheet/night-bus.ts';

const before: SheetContent = {
  ...nightBus,
  parties: [
    party('p_ana', 'Ana'),
    party('p_bo', 'Bo', { actsFor: { kind: 'company', name: 'Bo "B" Ltd' } }),
    party('p_chen', 'Chen'),
  ],
  layers: {
    composition: [
      line('p_ana', '1/2', { roles: ['composer', 'lyricist'] }),
      line('p_bo', '1/3', { publisher: { name: 'Night Music', share: '1/6' } }),
      line('p_chen', '1/6'),
    ],
    master: [line('p_ana', '1/1', { roles: ['producer'] })],
  },
  samples: [{ title: 'Rain', owner: 'Cy Ltd', cleared: 'no' }],
  ai: 'partly',
  more: { iswc: 'T-034.524.680-1' },
};

describe('a draft over what was there', () => {
  it('is what was there when nothing is said', () => {
    const draft = readDraft({}, before);
    expect(draft).toMatchObject({
      title: 'Night Bus',
      ai: 'partly',
      samples: before.samples,
      more: before.more,
    });
    expect(draft.layers.composition?.map(({ who, share }) => [who, share])).toEqual([
      [{ kind: 'person', person: 'p_ana', name: 'Ana' }, '1/2'],
      [{ kind: 'person', person: 'p_bo', name: 'Bo' }, '1/3'],
      [{ kind: 'person', person: 'p_chen', name: 'Chen' }, '1/6'],
    ]);
  });

  it.each(locales)('is the same when a form comes back as it was filled, in %s', (locale) => {
    const filled = writeContent(before, locale);
    const { iswc, ...said } = filled;
    expect(iswc).toBe('T-034.524.680-1');
    expect(readDraft(said, before)).toEqual(readDraft({}, before));
    const carried = { ...said, composition: said.composition?.replaceAll('\n', '\r\n') };
    expect(readDraft(carried, before)).toEqual(readDraft({}, before));
  });

  it.each(locales)('can be read again after one line of a form was changed, in %s', (locale) => {
    const { composition = '' } = writeContent(before, locale);
    const draft = readDraft(
      { composition: composition.replace('1/2', '1/4').replace(/ 1\/6(?= [\p{L}\p{M} ]+$)/mu, ' 5/12') },
      before,
    );
    expect(draft.layers.composition?.map(({ share, roles }) => [share, roles])).toEqual([
      ['1/4', ['composer', 'lyricist']],
      ['1/3', ['composer']],
      ['5/12', ['composer']],
    ]);
    expect(draft.layers.composition?.[1]).toMatchObject({
      publisher: { name: 'Night Music', share: '1/6' },
      actsFor: { kind: 'company' },
    });
  });

  it.each(['none', '-', '無', '沒有', ' None '])('leaves a layer out for "%s"', (typed) => {
    expect(readDraft({ master: typed }, before).layers).not.toHaveProperty('master');
    expect(readDraft({ iswc: typed }, before).more).toEqual({});
  });

  it('says where a share cannot be read', () => {
    expect(() => readDraft({ composition: '@ana 1/2 composer\n@bo 0% composer' }, null)).toThrow(UserError);
  });
});

describe('samples', () => {
  it.each([
    ['none', 'none'],
    ['無', 'none'],
    ['', 'none'],
    ['Rain', [{ title: 'Rain', owner: null, cleared: 'unknown' }]],
    ['Rain | Cy Ltd', [{ title: 'Rain', owner: 'Cy Ltd', cleared: 'unknown' }]],
    ['Rain | cleared', [{ title: 'Rain', owner: null, cleared: 'yes' }]],
    ['雨｜周氏公司｜未授權', [{ title: '雨', owner: '周氏公司', cleared: 'no' }]],
    [
      'Rain | Cy Ltd | yes; Snow | no\n | x',
      [
        { title: 'Rain', owner: 'Cy Ltd', cleared: 'yes' },
        { title: 'Snow', owner: null, cleared: 'no' },
      ],
    ],
  ] as const)('%j are read', (typed, samples) => {
    expect(readSamples(typed)).toEqual(samples);
    for (const locale of locales) expect(readSamples(writeSamples(samples, locale))).toEqual(samples);
  });
});
