import { expect, it } from 'vitest';
import command from '../../commands/rights.ts';
import { type Reply, readPress } from '../../src/bot/reply.ts';
import { quickAnswers } from '../../src/core/data/quick-answers.ts';
import { sourcesOf, topicById } from '../../src/core/quick-answers.ts';
import { styled } from '../../src/rights/styled.ts';
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

async function ask(topic: string | undefined, locale: Locale = 'en'): Promise<Reply> {
  return await command.subcommands.about!.handle({ topic }, contextIn(locale));
}

async function press(made: string, locale: Locale = 'en'): Promise<Reply> {
  const { button, value } = readPress(made);
  return await pressed(command.buttons?.[button], value, locale);
}

const topic = (id: string) => `rights:topic:${id}`;

it.each([undefined, '', '  '])('lists the topics when nothing is asked (%j)', async (topic) => {
  const reply = await ask(topic);
  expect(labelsOf(reply)).toHaveLength(10);
  expect(labelsOf(reply)[0]).toBe('What is an ISRC?');
  expect(labelsOf(reply).at(-1)).toBe('Questions asked often');
});

it('answers with the verdict first, then the facts, the sources and the education line', async () => {
  expect(linesOf(await ask('isrc'))).toEqual([
    'An ISRC names one recording',
    'A 12-character code for one recording, like a serial number for a master. It is not the song (that is the ISWC), not the release (UPC/EAN), not the file. Instrumental, vocal version, remix and live take each have their own.',
    'Sources, read by 22 Nov 2026: isrc.ifpi.org/isrc-standard/structure · isrc.ifpi.org/en/using-isrc/when-to-assign',
    'Education for producers, not legal advice. For a signed deal, a dispute, a takedown or high-value sync, ask a qualified music lawyer in the territory concerned.',
  ]);
});

it('keeps steps in their order and numbers them', async () => {
  const lines = linesOf(await ask('how to get one'));
  expect(lines.slice(1, 6).map((line) => line.slice(0, 9))).toEqual([
    '1. Check ',
    '2. Throug',
    '3. From a',
    '4. Your o',
    'Then keep',
  ]);
});

it('shows the table of costs with a source in each row', async () => {
  const { table } = await ask('費用', 'zh-Hant');
  expect(table?.columns.map(plain)).toEqual(['途徑', '費用', '備註', '來源']);
  expect(table?.rows[1]?.map(plain)).toEqual([
    '美國前綴（RIAA 的機構）',
    '95 美元，一次付清',
    '每年最多 100,000 組，終身有效',
    'usisrc.org/applications/types.html and faqs.html',
  ]);
});

it('shows what little is certain as such', async () => {
  expect(linesOf(await ask('DistroKid'))).toContain(
    'Sources, read by 22 Nov 2026: audiobyray.com, copy of a DistroKid FAQ (please check)',
  );
});

it('counts the sources where they are many, and lists them behind a button, each once', async () => {
  const reply = await ask('distributors');
  const count = sourcesOf(topicById('distributors')!).length;
  expect(linesOf(reply).at(-2)).toMatch(/^\d+ sources, read by 22 Nov 2026: press Sources$/);
  expect(labelsOf(reply).at(-1)).toBe('Sources');
  const sources = await press(reply.buttons!.at(-1)!.press);
  expect(linesOf(sources)[0]).toBe('Sources of “How do distributors handle ISRCs?”');
  expect(linesOf(sources)).toContain('kb.ddex.net, "Handling immersive audio" · well founded');
  expect(new Set(sources.list!.map(({ text }) => plain(text))).size).toBe(count);
  expect(linesOf(sources).at(-1)).toBe('Read by 22 Nov 2026. Pages change: look again before you quote one.');
  expect(labelsOf(sources)).toEqual(['How do distributors handle ISRCs?']);
  expect(linesOf(await press('rights:sources:cost', 'zh-Hant'))).toContain(
    '2026 年 11 月 22 日前查閱。網頁會改，引用前請再看一次。',
  );
});

it('shows few sources at once, without a button', async () => {
  for (const { id } of quickAnswers().topics) {
    const reply = await press(topic(id));
    const inline = linesOf(reply).some((line) => line.startsWith('Sources, read by '));
    const counted = linesOf(reply).some((line) => line.endsWith(': press Sources'));
    expect(labelsOf(reply).includes('Sources'), id).toBe(counted);
    expect(inline || counted, id).toBe(sourcesOf(topicById(id)!).length > 0);
  }
});

it('leads from the distributors to each company', async () => {
  const [companies] = (await ask('distributors')).buttons!.filter(
    ({ label }) => plain(label) === 'Company by company',
  );
  const list = await press(companies!.press);
  expect(labelsOf(list)).toHaveLength(13);
  expect(labelsOf(list)[0]).toBe('How does CD Baby handle ISRCs?');
});

it('says so when the answers are older than a year', async () => {
  const old = 'The oldest entry here is from 22 Nov 2026, over a year ago: check it before you rely on it.';
  const asked = async (now: string) =>
    linesOf(await command.subcommands.about!.handle({ topic: 'upc' }, contextIn('en', new Date(now))));
  expect(await asked('2027-11-22T12:00:00Z')).not.toContain(old);
  expect(await asked('2027-11-23T12:00:00Z')).toContain(old);
});

it('offers the nearest topics for what it has no answer to', async () => {
  const reply = await ask('iswk');
  expect(linesOf(reply)[0]).toBe('There is no quick answer about “iswk”');
  expect(labelsOf(reply)).toHaveLength(4);
  expect(labelsOf(await press(reply.buttons!.at(-1)!.press))).toEqual(labelsOf(await ask('')));
  expect(linesOf(await ask('x'.repeat(500)))[0]).toHaveLength(94);
});

it('gives every topic in every language, with its sources, and buttons that lead on', async () => {
  for (const locale of locales) {
    for (const { id } of quickAnswers().topics) {
      const reply = await press(topic(id), locale);
      expect(linesOf(reply).slice(-endingIn(locale).length), id).toEqual(endingIn(locale));
      expect(linesOf(reply).join(' '), id).not.toMatch(/\*\*|`|\[\d/);
      for (const { press: made } of reply.buttons ?? [])
        expect(linesOf(await press(made, locale)).length).toBeGreaterThan(1);
    }
  }
});

it.each(locales.filter(isTranslated))(
  'has the English of every answer behind a button, in %s',
  async (locale) => {
    for (const { id } of quickAnswers().topics) {
      const english = englishPressIn(await press(topic(id), locale));
      expect(linesOf(await press(english!, locale)), id).toEqual(linesOf(await press(topic(id))));
    }
  },
);

it('lists the questions asked often, by name and by button', async () => {
  expect(labelsOf(await ask('faq'))).toHaveLength(8);
  expect(labelsOf(await press(topic('faq'), 'zh-Hant'))[0]).toBe('上傳 Spotify 前要先有 ISRC 嗎？');
});

it('shows the list for a button of an older version', async () => {
  expect(labelsOf(await press(topic('gone')))).toHaveLength(10);
  expect(labelsOf(await press('rights:sources:gone'))).toHaveLength(10);
});

it('suggests topics while somebody types', async () => {
  const suggest = command.subcommands.about!.options.topic!.suggest!;
  expect(await suggest('', contextIn('en'))).toHaveLength(25);
  expect((await suggest('cost', contextIn('en')))[0]).toEqual({
    value: 'cost',
    label: 'What does an ISRC cost?',
  });
  expect((await suggest('條碼', contextIn('zh-Hant')))[0]).toEqual({
    value: 'upc',
    label: 'UPC、EAN 是什麼？怎麼取得？',
  });
});

it.each([
  ['plain', [{ text: 'plain' }]],
  [
    'a `code` and **strong** words',
    [
      { text: 'a ' },
      { text: 'code', style: 'code' },
      { text: ' and ' },
      { text: 'strong', style: 'strong' },
      { text: ' words' },
    ],
  ],
  ['2 * 3 * 4', [{ text: '2 * 3 * 4' }]],
])('draws %s', (words, expected) => {
  expect(styled(words)).toEqual(expected);
});
