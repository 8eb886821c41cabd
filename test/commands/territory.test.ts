import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import command from '../../commands/territory.ts';
import { type Reply, readPress } from '../../src/bot/reply.ts';
import { inLanguage } from '../../src/core/data/localized.ts';
import { territoryTable } from '../../src/core/data/territories.ts';
import { say } from '../../src/rights/say.ts';
import { type Locale, locales } from '../../src/text/locale.ts';
import { plain } from '../../src/text/spans.ts';
import {
  contextIn,
  endingIn,
  englishPressIn,
  isTranslated,
  labelsOf,
  linesOf,
  pressed,
} from './rights-context.ts';

async function check(places: string, locale: Locale = 'en'): Promise<Reply> {
  return await command.subcommands.check!.handle({ places }, contextIn(locale));
}

async function press(button: string, value: string, locale: Locale = 'en'): Promise<Reply> {
  return await pressed(command.buttons?.[button], value, locale);
}

describe('one country', () => {
  it('gets its caution, whom to ask with dates, what to have in writing, sources and the education line', async () => {
    const reply = await check('Japan');
    expect(reply.tone).toBe('caution');
    expect(linesOf(reply)).toEqual([
      'Japan: the caution for Japan/Korea',
      'Japan/Korea: JASRAC, NexTone, KOMCA and the local neighboring-rights bodies are exact about splits, covers and sync. Wrong or missing metadata costs money here.',
      'ISRC: RIAJ (4 Nov 2025)',
      'Songs: JASRAC (performance, 6 Jul 2026; mechanicals, Oct 2016) and NexTone (performance, 6 Jul 2026)',
      'Recordings: CPRA (performers; undated, 2025 or earlier) and RIAJ (producers; 4 Nov 2025)',
      'In writing: the splits exactly as they are registered, and the permission for each cover and each sync; language, term and territory',
      'The oldest entry here is from Oct 2016, over 9 years ago: check it before you rely on it.',
      expect.stringMatching(/^Sources: Splitproof territory table \(22 Nov 2026\) · IFPI prefix list/),
      'Education for producers, not legal advice. For a signed deal, a dispute, a takedown or high-value sync, ask a qualified music lawyer in the territory concerned.',
    ]);
    expect(labelsOf(reply)).toEqual(['Everyone to ask: Japan']);
  });

  it('gets the same in Traditional Chinese, with the note for readers there', async () => {
    expect(linesOf(await check('巴西', 'zh-Hant')).slice(0, 3)).toEqual([
      '巴西：適用「巴西」的注意事項',
      '巴西: ECAD 與當地的詞曲代理會影響公開演出與鄰接權的收取。合約可能需要葡萄牙文版本。',
      'ISRC: Pro-música Brazil（2025 年 11 月 4 日）',
    ]);
    expect(linesOf(await check('巴西', 'zh-Hant'))).toContainEqual(
      expect.stringMatching(/^在地提醒：台灣、香港、澳門/),
    );
    expect(linesOf(await check('巴西', 'en')).join()).not.toMatch(/Hong Kong/);
  });

  it('shows the note for Taiwan, Hong Kong and Macau once, as their own caution', async () => {
    for (const place of ['Taiwan', 'Hong Kong', 'Macau']) {
      const lines = linesOf(await check(place, 'zh-Hant')).filter((line) =>
        line.includes('台灣、香港、澳門的使用者'),
      );
      expect(lines).toHaveLength(1);
    }
  });

  it('in two rows shows both', async () => {
    const lines = linesOf(await check('Spain'));
    expect(lines[0]).toBe('Spain: two cautions apply, EU/EEA and Spanish multi-region');
    expect(lines.filter((line) => /^(EU\/EEA|Spanish multi-region): /.test(line))).toHaveLength(2);
  });

  it('without a row of its own gets the general caution and is told so', async () => {
    expect(linesOf(await check('Canada'))[0]).toBe(
      'Canada has no caution of its own; the general one applies',
    );
  });

  it('shows a conflict as a conflict, and an entry that is hardly certain as one to check', async () => {
    expect(linesOf(await check('Taiwan'))).toContainEqual(
      expect.stringMatching(/^Sources disagree\. ISRC: the IFPI list names RIT.*National Central Library/),
    );
    expect(linesOf(await check('Russia'))).toContainEqual(
      expect.stringMatching(/RAO \(.*mechanicals, undated; please check\)/),
    );
  });

  it('says what was not found, and what was not looked into', async () => {
    expect(linesOf(await check('Taiwan'))).toContainEqual(
      expect.stringMatching(/no society for mechanicals was found/),
    );
    const barbados = await check('Barbados');
    expect(linesOf(barbados)).toContainEqual(expect.stringMatching(/was not looked into/));
    expect(labelsOf(barbados)).toEqual([]);
  });

  it('says how a code was read that is a word as well', async () => {
    expect(linesOf(await check('IN'))).toContain('IN was read as the code of India.');
  });

  it('offers the other meaning of a name', async () => {
    const reply = await check('Georgia');
    expect(linesOf(reply)).toContainEqual(expect.stringMatching(/^“Georgia”: read as the country Georgia/));
    expect(labelsOf(reply)).toEqual(['Everyone to ask: Georgia', 'United States']);
  });
});

describe('several places', () => {
  it('show each caution once, strictest first, with a button for each country', async () => {
    const reply = await check('US, UK and 日本');
    expect(linesOf(reply).slice(0, 4)).toEqual([
      'United States, United Kingdom and Japan: 3 cautions, the strictest first',
      expect.stringMatching(/^Japan\/Korea \(Japan\): /),
      expect.stringMatching(/^UK \(United Kingdom\): /),
      expect.stringMatching(/^US \(United States\): /),
    ]);
    expect(labelsOf(reply)).toEqual([
      'Whom to ask: United Kingdom',
      'Whom to ask: Japan',
      'Whom to ask: United States',
    ]);
    expect(reply.files).toBeUndefined();
  });

  it('of a region are named, and asked about where contracts differ', async () => {
    const lines = linesOf(await check('Europe'));
    expect(lines[0]).toBe('Europe: 32 territories, 4 cautions, the strictest first');
    expect(lines).toContainEqual(expect.stringMatching(/Which countries does the contract mean\?$/));
    expect(lines).toContainEqual(expect.stringMatching(/^Counted here: Austria, .* and Slovakia\.$/));
  });

  it('beyond five come with a file that has them all, in the language of the reader', async () => {
    const austria = territoryTable().countries.find(({ iso }) => iso === 'AT')!.name;
    for (const locale of locales) {
      const [file] = (await check('EU', locale)).files ?? [];
      const rows: string[][] = parse(Buffer.from(file!.bytes), { bom: true });
      expect(rows).toHaveLength(28);
      expect(rows.every((row) => row.length === 11)).toBe(true);
      expect(rows[1]).toContain(inLanguage(austria, locale));
    }
  });

  it('without some are counted without them', async () => {
    const lines = linesOf(await check('EU except Germany'));
    expect(lines[0]).toBe('European Union without Germany: 26 territories, 2 cautions, the strictest first');
    expect(lines).toContainEqual(
      expect.stringMatching(/^Left out: Germany\. Exceptions belong in the territory clause/),
    );
    expect(lines.find((line) => line.startsWith('Counted here'))).not.toMatch(/Germany/);
  });

  it('of the whole world show every row', async () => {
    const reply = await check('worldwide');
    expect(linesOf(reply)[0]).toBe('Worldwide: 250 territories, 12 cautions, the strictest first');
    expect(reply.facts).toHaveLength(13);
  });
});

describe('what could not be placed', () => {
  it('is given back with three near names and the general caution', async () => {
    const reply = await check('Wakanda');
    expect(reply.tone).toBe('bad');
    expect(linesOf(reply)[0]).toBe('“Wakanda” is no territory known here. Perhaps Rwanda, Canada or Uganda?');
    expect(linesOf(reply)[1]).toMatch(/^Other territories, for what could not be placed: /);
    expect(labelsOf(reply)).toEqual(['Rwanda', 'Canada', 'Uganda']);
  });

  it('is asked about when it means two things', async () => {
    const reply = await check('NA');
    expect(linesOf(reply)[0]).toBe('“NA”: Namibia, North America, or "not applicable"?');
    expect(labelsOf(reply)).toEqual(['Namibia', 'North America']);
  });

  it('does not hide what could', async () => {
    const lines = linesOf(await check('Germany, Wakanda'));
    expect(lines[0]).toBe('Germany: one caution');
    expect(lines).toContainEqual(expect.stringMatching(/^“Wakanda” is no territory known here/));
  });

  it('is asked about beside the place that could', async () => {
    const reply = await check('Japan, NA');
    expect(linesOf(reply)[0]).toBe('Japan: one caution');
    expect(labelsOf(reply)).toEqual(['Whom to ask: Japan', 'Namibia', 'North America']);
  });

  it('of a text without words is said plainly', async () => {
    expect((await check('!!!')).tone).toBe('bad');
  });
});

describe('buttons', () => {
  it('lead from every offered choice to an answer, in every language', async () => {
    for (const locale of locales) {
      for (const text of ['NA', 'Georgia', 'Wakanda', 'US, UK', 'Japan', 'Congo']) {
        for (const { press: made } of (await check(text, locale)).buttons ?? []) {
          const { command: name, button, value } = readPress(made);
          if (name === 'rights') continue;
          expect(name).toBe('territory');
          const reply = await press(button, value, locale);
          expect(linesOf(reply).slice(-endingIn(locale).length)).toEqual(endingIn(locale));
        }
      }
    }
  });

  it('show everybody to ask, each with its source, date and certainty', async () => {
    const lines = linesOf(await press('everyone', 'IT'));
    expect(lines[0]).toBe('Italy: everyone to ask, with source and date');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^GetSound · recordings, 13 Jun 2025; producers; one good source or provisional · AGCOM/,
      ),
    );
    expect(lines.filter((line) => line.includes('recordings, '))).toHaveLength(9);
  });

  it('of an older version that name nothing known are read as text', async () => {
    expect(linesOf(await press('place', 'atlantis'))[0]).toMatch(/^“atlantis” is no territory known here/);
    expect(linesOf(await press('everyone', 'eu'))[0]).toMatch(/^“eu”|European Union/);
  });
});

it('answers for every country in every language, with the education line and the English', async () => {
  for (const locale of locales) {
    const { t } = contextIn(locale);
    const rights = [say.codes, say.songs, say.recordings].map((right) => plain(t(right)));
    for (const { iso } of territoryTable().countries) {
      const reply = await press('place', iso, locale);
      const lines = linesOf(reply);
      expect(lines.slice(-endingIn(locale).length), iso).toEqual(endingIn(locale));
      expect(englishPressIn(reply), iso).toBe(
        isTranslated(locale) ? `rights:english:place.${iso}` : undefined,
      );
      expect(
        lines.filter((line) => rights.some((right) => line.startsWith(`${right}: `))).length,
        iso,
      ).toBeLessThanOrEqual(3);
    }
  }
});

it('completes the last item of a list while somebody types', async () => {
  const suggest = command.subcommands.check!.options.places!.suggest!;
  expect(await suggest('ger', contextIn('en'))).toContainEqual({ value: 'Germany', label: 'Germany' });
  expect((await suggest('US, bra', contextIn('en')))[0]).toEqual({
    value: 'US, Brazil',
    label: 'US, Brazil',
  });
  expect((await suggest('日', contextIn('zh-Hant')))[0]).toEqual({ value: '日本', label: '日本' });
  expect(await suggest('', contextIn('en'))).toEqual([]);
  expect((await suggest('a', contextIn('en'))).length).toBeLessThanOrEqual(25);
});
