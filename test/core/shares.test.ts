import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/core/ledger/entry-types.ts';
import { parseShares, type ShareLine } from '../../src/core/shares.ts';

const read = (text: string, layer: Layer = 'composition'): readonly ShareLine[] | string => {
  const parsed = parseShares(text, layer);
  return parsed.ok ? parsed.value : JSON.stringify(parsed.problem);
};
const one = (text: string, layer: Layer = 'composition'): ShareLine | string => {
  const lines = read(text, layer);
  return typeof lines === 'string' ? lines : (lines[0] ?? 'nothing');
};
/** `name` short for what it says of somebody; a handle as `@ana`, an account as `<U1|ana>`. */
const whoOf = (text: string): string => {
  const line = one(text);
  if (typeof line === 'string') return line;
  const { who } = line;
  if (who.kind === 'account') return `<${who.account}|${who.name ?? ''}>`;
  return who.kind === 'handle' ? `@${who.name}` : who.name;
};
const shareOf = (text: string): string => {
  const line = one(`@ana ${text}`);
  return typeof line === 'string' ? line : line.share;
};

describe('a line', () => {
  it('says who, how much, as what', () => {
    expect(one('@ana 1/3 composer lyricist')).toEqual({
      who: { kind: 'handle', name: 'ana' },
      share: '1/3',
      roles: ['composer', 'lyricist'],
      publisher: null,
      actsFor: { kind: 'self' },
      line: 1,
    });
  });

  it.each([
    ['@ana 1/2', '@ana'],
    ['＠ana 1/2', '@ana'],
    ['@ana: 1/2', '@ana'],
    ['@ana composer 1/2', '@ana'],
    ['@ana — composer, lyricist — 1/2', '@ana'],
    ['@Ana Lin 1/2 composer', '@Ana Lin'],
    ['"@Ana Lin" 1/2', '@Ana Lin'],
    ['<@U123|ana> 1/2', '<U123|ana>'],
    ['<@123456789012345678> 50%', '<123456789012345678|>'],
    ['<@!123>50 %', '<123|>'],
    ['<@U1|> 50%', '<U1|>'],
    ['"Cy Ltd" 25 publisher', 'Cy Ltd'],
    ["'Cy Ltd' 25", 'Cy Ltd'],
    ['“Cy Ltd” 25', 'Cy Ltd'],
    ['„Cy Ltd“ 25', 'Cy Ltd'],
    ['”Cy Ltd” 25', 'Cy Ltd'],
    ['‘Cy Ltd’ 25', 'Cy Ltd'],
    ['«Cy Ltd» 25', 'Cy Ltd'],
    ['「夜樂」25%', '夜樂'],
    ['『夜樂』 25%', '夜樂'],
    ['《夜樂》 25%', '夜樂'],
    ['＂夜樂＂ 25%', '夜樂'],
    ['"  Cy   Ltd " 25', 'Cy Ltd'],
    ['"Smith; Jones, Co" 25', 'Smith; Jones, Co'],
    ['"24" 25', '24'],
    ['Ana Lin 1/2 composer', 'Ana Lin'],
    ['Ana 1/2', 'Ana'],
    ['- Ana: 1/2', 'Ana'],
    ['• Ana — 1/2', 'Ana'],
    ['Ana = 50%', 'Ana'],
    ['陳小明 50%', '陳小明'],
    ['陳小明50%作曲', '陳小明'],
    ['陳小明：1/2', '陳小明'],
    ["O'Brien 1/2", "O'Brien"],
    ['O’Brien 1/2', 'O’Brien'],
    ["Rock 'n' Roll Ltd 1/2", "Rock 'n' Roll Ltd"],
    ['Weird "Al" Yankovic 1/2', 'Weird "Al" Yankovic'],
    ['Smith, Jones & Co 1/2', 'Smith, Jones & Co'],
    ['Ana (AKA Bee) 1/2', 'Ana (AKA Bee)'],
    ['50 Cent 25%', '50 Cent'],
    ['2Pac 1/2', '2Pac'],
    ['Blink-182 1/2', 'Blink-182'],
    ['!!! 1/2', '!!!'],
    ['Sony Music Publishing 25 publisher', 'Sony Music Publishing'],
    ['Grand Conductor 1/2 composer', 'Grand Conductor'],
    ['Music for Pleasure 1/2', 'Music for Pleasure'],
    ['Ana Lin for "Ana Ltd" 1/2', 'Ana Lin'],
    ['Ana Lin publisher "X" 1/4 1/2', 'Ana Lin'],
    // Isolates around a name that was copied from our own message, and other things that cannot be seen.
    ['\u2068دينا\u2069 1/2', 'دينا'],
    ['\ufeffAn\u200ba\u2060 1/2', 'Ana'],
    ['Zoe\u0308 1/2', 'Zoë'],
    [`${'👍'.repeat(100)} 1/2`, '👍'.repeat(100)],
    ['👩\u200d🎤 1/2', '👩\u200d🎤'],
  ])('%j names %s', (text, who) => {
    expect(whoOf(text)).toBe(who);
  });

  it.each([
    ['1/3', '1/3'],
    ['2/6', '1/3'],
    ['1 / 3', '1/3'],
    ['1/1', '1/1'],
    ['１/３', '1/3'],
    ['１／３', '1/3'],
    ['1⁄3', '1/3'],
    ['⅓', '1/3'],
    ['½', '1/2'],
    ['50%', '1/2'],
    ['50 %', '1/2'],
    ['%50', '1/2'],
    ['５０％', '1/2'],
    ['50٪', '1/2'],
    ['50 percent', '1/2'],
    ['50 per cent', '1/2'],
    ['100%', '1/1'],
    ['33.34%', '1667/5000'],
    ['33,34 %', '1667/5000'],
    ['33．34％', '1667/5000'],
    ['33 1/3 %', '1/3'],
    ['33⅓%', '1/3'],
    ['33 ⅓ %', '1/3'],
    ['0.5%', '1/200'],
    ['.5%', '1/200'],
    ['1%', '1/100'],
    ['25', '1/4'],
    ['33.34', '1667/5000'],
    ['33,34', '1667/5000'],
    ['100', '1/1'],
    ['1.5', '3/200'],
    ['1/9007199254740991', '1/9007199254740991'],
    ['33.3333333333333%', '333333333333333/1000000000000000'],
  ])('a share typed as %j is exactly %s', (text, share) => {
    expect(shareOf(text)).toBe(share);
  });

  it.each([
    ['1/3 composer lyricist', ['composer', 'lyricist']],
    ['composer lyricist 1/3', ['composer', 'lyricist']],
    ['1/3 lyricist, composer', ['composer', 'lyricist']],
    ['1/3 composer/lyricist', ['composer', 'lyricist']],
    ['1/3 producer/rapper', ['producer', 'rapper']],
    ['1/3 producer and rapper', ['producer', 'rapper']],
    ['1/3 作曲、作詞', ['composer', 'lyricist']],
    ['1/3 作詞 和 編曲', ['lyricist', 'arranger']],
    ['1/3 (composer)', ['composer']],
    ['1/3 Lead Vocals', ['lead-vocalist']],
    ['1/3 co producer mixing engineer', ['co-producer', 'mixing-engineer']],
    ['1/3 composer composer', ['composer']],
    ['1/3 publisher', ['publisher']],
    ['1/3', []],
  ])('reads the roles of %j', (text, roles) => {
    expect(one(`@ana ${text}`)).toMatchObject({ roles });
  });

  it.each([
    ['1/2 composer publisher "Night Music" 1/4', { publisher: { name: 'Night Music', share: '1/4' } }],
    ['publisher "Night Music" 1/4 composer 1/2', { publisher: { name: 'Night Music', share: '1/4' } }],
    ['1/2 publisher “Night Music” (25%)', { publisher: { name: 'Night Music', share: '1/4' } }],
    ['1/2 publisher "Night Music" 1/2', { publisher: { name: 'Night Music', share: '1/2' } }],
    ['1/2 作曲 出版商「夜樂」1/4', { publisher: { name: '夜樂', share: '1/4' }, roles: ['composer'] }],
    ['1/2 for "Ana Ltd"', { actsFor: { kind: 'company', name: 'Ana Ltd' } }],
    ['1/2 for company "Ana Ltd" composer', { actsFor: { kind: 'company', name: 'Ana Ltd' } }],
    ['1/2 for artist "Dee" composer', { actsFor: { kind: 'artist', name: 'Dee' }, roles: ['composer'] }],
    ['for artist "Dee" 1/2', { actsFor: { kind: 'artist', name: 'Dee' }, share: '1/2' }],
    ['1/2 代表「夜樂」', { actsFor: { kind: 'company', name: '夜樂' } }],
    ['1/2 代表藝人「Dee」作曲', { actsFor: { kind: 'artist', name: 'Dee' }, roles: ['composer'] }],
  ])('reads the parts of %j', (text, parts) => {
    expect(one(`@ana ${text}`)).toMatchObject(parts);
  });

  it('reads a word by the layer that it is typed in', () => {
    expect(one('@ana 1/2 arranger')).toMatchObject({ roles: ['arranger'] });
    expect(one('@ana 1/2 arranger', 'master')).toMatchObject({ roles: ['music-arranger'] });
  });
});

describe('several parties', () => {
  it.each([
    ['one on a line', '@ana 1/2\n@bo 1/4\n"Cy Ltd" 25'],
    ['any line end, empty lines between', '\r\n@ana 1/2\r\n\r\n@bo 1/4\u2028"Cy Ltd" 25\n'],
    ['semicolons', '@ana 1/2; @bo 1/4;"Cy Ltd" 25;'],
    ['full-width semicolons', '@ana 1/2；@bo 1/4；「Cy Ltd」25'],
    ['a comma before a mention or a quotation mark', '@ana 1/2, @bo 1/4, "Cy Ltd" 25'],
    ['a comma that ends a list of roles', '@ana 1/2 composer, lyricist, @bo 25,"Cy Ltd" 25'],
    ['all of it', '- @ana 1/2,\n• @bo 1/4; “Cy Ltd” 25'],
  ])('are parted by %s', (_how, text) => {
    const lines = read(text);
    expect(typeof lines === 'string' ? lines : lines.map(({ who }) => who)).toEqual([
      { kind: 'handle', name: 'ana' },
      { kind: 'handle', name: 'bo' },
      { kind: 'name', name: 'Cy Ltd' },
    ]);
  });

  it('keep the number of their line', () => {
    const lines = read('\n@ana 1/2; @bo 1/4\n\nCy 25');
    expect(typeof lines === 'string' ? lines : lines.map(({ line }) => line)).toEqual([2, 2, 4]);
  });

  it('may be a hundred', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => `@p${index} 1/100`);
    expect(read(hundred.join('\n'))).toHaveLength(100);
    expect(read([...hundred, '@one-more 1/100'].join('\n'))).toContain('"count":101,"limit":100');
  });

  it('are two when one is an account and the other a name, until somebody finds out', () => {
    expect(read('<@ana> 1/2\nana 1/4\n@ana 1/4')).toHaveLength(3);
  });
});
