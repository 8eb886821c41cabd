import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../src/core/data/localized.ts';
import { ROLE_IDS, roleTable } from '../../src/core/data/roles.ts';
import { LAYERS } from '../../src/core/ledger/entry-types.ts';
import { findRole, MOST_WORDS, nearestRoleWord, roleKey, roleOf, sortRoles } from '../../src/core/roles.ts';
import { parseShares } from '../../src/core/shares.ts';
import { locales } from '../../src/text/locale.ts';

describe('the table', () => {
  it('has the roles that the code knows, in the same order', () => {
    expect(roleTable().map(({ id }) => id)).toEqual(ROLE_IDS);
  });

  it('names a source, a date and both languages that stand in it for each', () => {
    const bare = roleTable().filter(
      ({ source, asOf, name }) => !source || !/^\d{4}-\d\d-\d\d/.test(asOf) || !name.en || !name['zh-Hant'],
    );
    expect(bare).toEqual([]);
  });

  it('has no word for two roles of one layer', () => {
    const doubled = LAYERS.flatMap((layer) => {
      const words = roleTable()
        .filter(({ layers }) => layers.includes(layer))
        .flatMap(({ id, name, aliases }) => [
          ...new Set([id, ...Object.values(name), ...aliases].map(roleKey)),
        ]);
      return words.filter((word, index) => words.indexOf(word) !== index);
    });
    expect(doubled).toEqual([]);
  });

  it('offers only roles that exist', () => {
    const offered = roleTable().flatMap(({ alsoAsk }) => alsoAsk);
    expect(offered.filter((id) => !ROLE_IDS.includes(id))).toEqual([]);
    expect(offered.length).toBeGreaterThan(0);
  });
});

it.each([
  // CISAC CWR08-3615R1, table Writer Designation and Publisher Type; DDEX ContributorRole.
  ['composer', 'C', ['Composer']],
  ['lyricist', 'A', ['Lyricist']],
  ['songwriter', 'CA', ['ComposerLyricist']],
  ['arranger', 'AR', ['Arranger']],
  ['publisher', 'E', ['OriginalPublisher']],
  ['producer', null, ['StudioProducer']],
  ['topliner', null, []],
] as const)('%s is %s for CISAC and %j for DDEX', (id, cwr, ddex) => {
  expect(roleOf(id)).toMatchObject({ id, cwr, ddex });
});

it.each([
  ['Composer', 'composition', 'composer'],
  ['composed by', 'composition', 'composer'],
  ['LYRICS', 'composition', 'lyricist'],
  ['co-producer', 'master', 'co-producer'],
  ['Co Producer', 'master', 'co-producer'],
  ['coproducer', 'master', 'co-producer'],
  ['lead vocals', 'performer', 'lead-vocalist'],
  ['mixed by', 'master', 'mixing-engineer'],
  ['作曲', 'composition', 'composer'],
  ['作詞', 'composition', 'lyricist'],
  ['詞曲', 'composition', 'songwriter'],
  ['製作人', 'master', 'producer'],
  ['配唱製作人', 'master', 'vocal-producer'],
  ['演唱', 'performer', 'vocalist'],
  ['ＤＪ', 'performer', 'dj'],
  // The same word, another role in another layer.
  ['arranger', 'composition', 'arranger'],
  ['arranger', 'master', 'music-arranger'],
  ['編曲', 'composition', 'arranger'],
  ['編曲', 'master', 'music-arranger'],
  // Known in another layer only: found all the same, and remarked upon later.
  ['producer', 'composition', 'producer'],
  ['guitarist', 'composition', 'musician'],
  ['compser', 'composition', null],
  ['', 'composition', null],
  ['-', 'composition', null],
] as const)('finds %j in the %s layer as %s', (text, layer, role) => {
  expect(findRole(text, layer)).toBe(role);
});

it('finds every role by its id, its names and its words, in each of its layers', () => {
  const lost = roleTable().flatMap(({ id, name, aliases, layers }) =>
    layers.flatMap((layer) =>
      [id, ...Object.values(name), ...aliases].filter((word) => findRole(word, layer) !== id),
    ),
  );
  expect(lost).toEqual([]);
});

describe.each(locales)('the names in %s', (locale) => {
  it('are found, each as its role, and are no longer than a role can be', () => {
    const wrong = roleTable().flatMap(({ id, name, layers }) => {
      const word = inLanguage(name, locale);
      const isLong = word.split(/\s+/).length > MOST_WORDS;
      return isLong || layers.some((layer) => findRole(word, layer) !== id) ? [word] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('are read as they stand in a line of a sheet', () => {
    const wrong = roleTable().flatMap(({ id, name, layers }) => {
      const line = `@ana 1/1 ${inLanguage(name, locale)}`;
      return layers.flatMap((layer) => {
        const read = parseShares(line, layer);
        return read.ok && read.value[0]?.roles.join() === id ? [] : [`${layer}: ${line}`];
      });
    });
    expect(wrong).toEqual([]);
  });
});

it.each([
  ['compsoer', 'composer'],
  ['компазитор', 'композитор'],
  ['lyricsist', 'lyricist'],
  ['prodcer', 'producer'],
  ['作由', '作曲'],
  ['banana split', null],
  ['電話', null],
  ['', null],
])('suggests for %j the word %s', (typed, word) => {
  expect(nearestRoleWord(typed)).toBe(word);
});

it('puts roles in one order, none twice', () => {
  expect(sortRoles(['producer', 'composer', 'producer', 'lyricist'])).toEqual([
    'composer',
    'lyricist',
    'producer',
  ]);
});
