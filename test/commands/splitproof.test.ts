import { expect, it } from 'vitest';
import splitproof from '../../commands/splitproof.ts';
import type { Context } from '../../src/bot/command.ts';
import { locales } from '../../src/text/locale.ts';
import { openStory } from '../flows/story.ts';
import { contextIn, endingIn, linesOf } from './rights-context.ts';

it('opens its form on what somebody has chosen, and on nothing that merely applies', async () => {
  const { tell } = await openStory();
  await tell(`
    › bo: /splitproof settings
    …
    Language (may be left empty):
    One of: …As the platform says / English / 繁體中文 / 简体中文 / 日本語 / …
    ›
    Time zone (may be left empty):
    For example Asia/Taipei or Europe/Berlin; auto is as the platform says
    › kolkata
    …
    Now: For you. An empty line keeps it.
    ›
    → bo
    ✅ Saved
    For you: Asia/Kolkata
    For the team: not set
    › bo: /splitproof settings
    …
    Language (may be left empty):
    One of: …As the platform says / English / 繁體中文 / 简体中文 / 日本語 / …
    ›
    Time zone (may be left empty):
    …
    Now: Asia/Kolkata. An empty line keeps it.
    › auto
    …
    ›
    → bo
    ✅ Saved
    For you: not set
    For the team: not set
  `);
});

it('gives the team nothing of what an admin has chosen for themselves', async () => {
  const { tell } = await openStory();
  await tell(`
    › /splitproof settings language: English timezone: Asia/Taipei
    ✅ Saved
    …
    › /splitproof settings
    …
    ›
    …
    › utc
    …
    › For the team
    ✅ Saved
    For you: English · Asia/Taipei
    For the team: UTC
  `);
});

it('answers in the language that was just chosen, and takes a choice back', async () => {
  const { tell } = await openStory();
  await tell(`
    › /splitproof settings language: zh-Hant
    ✅ 已儲存
    只給自己：繁體中文
    給整個團隊：未設定
    › /splitproof settings language: auto
    ✅ 已儲存
    只給自己：未設定
    給整個團隊：未設定
    › /splitproof settings language: zh-Hant for: team
    ✅ Saved
    For you: not set
    For the team: 繁體中文
    › /splitproof settings language: auto timezone: auto for: team
    ✅ Saved
    For you: not set
    For the team: not set
  `);
});

it('knows time zones by the names of today, in any case and by the city', async () => {
  const { tell } = await openStory();
  await tell(`
    › /splitproof settings timezone: us/pacific
    ✅ Saved
    For you: America/Los_Angeles
    …
    › /splitproof settings timezone: europe/kyiv
    ✅ Saved
    For you: Europe/Kyiv
    …
    › /splitproof settings timezone: Tapei
    ❌ There is no time zone called Tapei
    Perhaps one of these: Asia/Taipei…
    …
  `);
});

it('offers time zones while somebody types, and the way back', async () => {
  const suggest = splitproof.subcommands.settings?.options.timezone?.suggest;
  const offered = async (typed: string) => (await suggest?.(typed, contextIn('zh-Hant'))) ?? [];
  expect((await offered(''))[0]).toEqual({ value: 'auto', label: '跟著平台' });
  expect(await offered('')).toHaveLength(25);
  expect(await offered('kiev')).toEqual([{ value: 'Europe/Kyiv', label: 'Europe/Kyiv' }]);
});

it('shows how a word is used by every command that has it, and none for what every object has', async () => {
  const { tell } = await openStory();
  await tell(`
    › /splitproof help check
    Commands that have check
    • /id check: …
    …
    • /isrc check: …
    …
    • /territory check: …
    …
    › /splitproof help constructor
    ❌ There is no command constructor
    …
    › /splitproof help __proto__
    ❌ There is no command __proto__
    …
  `);
});

it.each(locales)('ends its help with the education line of all answers, in %s', async (locale) => {
  const house = { commands: [splitproof], version: '1.2.3' } as unknown as Context['house'];
  const reply = await splitproof.subcommands.help?.handle({}, { ...contextIn(locale), house });
  expect(reply && linesOf(reply)).toEqual(expect.arrayContaining([...endingIn(locale), 'Splitproof 1.2.3']));
});
