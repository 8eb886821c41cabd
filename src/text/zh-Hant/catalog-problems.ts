import type { CatalogProblemDetails } from '../../core/catalog-problems.ts';
import { catalogProblemWords } from '../catalog-problems.ts';

const first = '{first}（<code>{firstId}</code>）';
const second = '{second}（<code>{secondId}</code>）';
const meeting =
  '{to, select, none {從 <code>{from}</code> 起} other {從 <code>{from}</code> 到 <code>{to}</code>}}，有 {countries, plural, other {# 個}}國家或地區重疊';

/** What is said of what stands against a license, and against giving out a code. */
const chinese: Readonly<Record<keyof CatalogProblemDetails, string>> = {
  'license.term-order': '授權在 <code>{to}</code> 結束，早於開始的 <code>{from}</code>。請修改其中一個日期。',
  'license.cap':
    '{of, select, copies {份數} downloads {下載次數} streams {串流次數} views {觀看次數} other {演出場次}}的上限要是大於 0 的整數。請用數字輸入；沒有上限就不要填。',
  'license.both-exclusive': `${first}與${second}會取得相同的專屬授權：${meeting}。請修改其中一份的地區、期間或用途。`,
  'license.one-exclusive': `${first}與${second}會取得相同的授權，其中一份是專屬授權：${meeting}。請確認哪一份在先。`,
  'license.passed-on': `${first}與${second}的授權：${meeting}，其中一方的權利來自另一方。請確認可以再授權。`,
  'license.other-licensor': `${first}與${second}的授權：${meeting}，授權人不同。請確認雙方都只授權了自己的部分。`,
};

/** By their English, as every language is looked up. */
export const catalogProblems: Readonly<Record<string, string>> = Object.fromEntries(
  (Object.keys(chinese) as (keyof CatalogProblemDetails)[]).map((code) => [
    catalogProblemWords[code],
    chinese[code],
  ]),
);
