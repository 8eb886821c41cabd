import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { locales, nearestLocale } from '../../src/text/locale.ts';
import { ROOT } from '../support/sources.ts';

it.each([
  ['en', 'en'],
  ['en-US', 'en'],
  ['en-GB', 'en'],
  ['en_GB', 'en'],
  ['EN-us', 'en'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['zh-Hant-TW', 'zh-Hant'],
  ['zh_TW', 'zh-Hant'],
  ['zh', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-Hans', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-Hant-CN', 'zh-Hant'],
  ['ZH-tw', 'zh-Hant'],
  ['de-DE', null],
  ['ja-JP', 'ja'],
  ['ko', 'ko'],
  ['pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['es-419', 'es'],
  ['es-ES', 'es'],
  ['ru_RU.UTF-8', 'ru'],
  ['tr', 'tr'],
  ['id', 'id'],
  ['in_ID', 'id'],
  ['ar-EG', 'ar'],
  ['eng', null],
  ['zhuang', null],
  ['C', null],
  ['', null],
  [null, null],
  [undefined, null],
])('answers %s in %s', (tag, locale) => {
  expect(nearestLocale(tag)).toBe(locale);
});

it('has a folder of words for every language but English', () => {
  const folders = globSync('src/text/*/', { cwd: ROOT }).map((path) => basename(path));
  expect(folders.toSorted()).toEqual(locales.filter((locale) => locale !== 'en').toSorted());
});

it('reads back the name of each language as that language', () => {
  for (const locale of locales) expect(nearestLocale(locale)).toBe(locale);
});
