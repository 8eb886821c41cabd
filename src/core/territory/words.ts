/** Words that part the items of a list, folded. */
export const CONJUNCTIONS: ReadonlySet<string> = new Set(
  'and or plus und oder et ou y e o ve dan atau en и или و او 和 與 与 及 跟 或 と や 및 또는 vs'.split(' '),
);

/**
 * Codes that are words, or mean something else where music is talked about (DJ, MV, VA, PR). They are read as an
 * item of a list, never inside running text.
 */
export const WORD_CODES: ReadonlySet<string> = new Set(
  (
    'ad ai am ar as at be by cd cf cv dj do gg ge hr id im in io is it la ls ma mc me ms mu mv my na no pa pm pn pr ps ' +
    're sc se so st tm to tv va vc and are ben can che cod com cub dom est fin gin gum iot jam lie mac mar mus nor pan ' +
    'per pol sea gas row sur ton vat'
  ).split(' '),
);

/** Names that are everyday words in some language: read as an item of a list only. */
export const ITEM_ONLY: ReadonlySet<string> = new Set(
  (
    'island world global universe mundo mundial monde dünya dunya gulf inde fas figi gana gine turki somali stateside chili ' +
    'international emirates nordic baltic balkan latin everywhere latam salvador granada maurice 世 界'
  )
    .split(' ')
    .concat(['世 界', '大 陸', '大 陆', '內 地', '内 地', '世 界 中', '港', '中 非']),
);

/** What may stand around a place in a sentence without being one itself, folded. */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    'a an the in on at for to of from into about with our my your their his her its all any only also then than both ' +
    'release releases released releasing out album single song songs track tour show sync rights territory territories ' +
    'country countries market markets region regions area areas next this last month week year day today tomorrow soon ' +
    'later please check what which is are was be we i you it they will would want plan planning going sell sold sale ' +
    'distribution distribute distributed available launch drop dropping digital physical streaming etc here there new ' +
    'spring summer autumn fall winter january february march april may june july august september october november ' +
    'december flag republic me us'
  ).split(' '),
);

/** Words that stand before a place and say nothing else of it. */
export const ARTICLES: ReadonlySet<string> = new Set(
  'whole entire complete member members state states including incl as well le la les los las el il lo gli der die das den dem del des du'.split(
    ' ',
  ),
);

/** Small words that say the opposite when they stand beside a place: "no Germany", "US out". */
export const TURNING: ReadonlySet<string> = new Set(['no', 'out']);

/** After the last of these in a part of a sentence, the place begins. */
export const PREPOSITIONS: ReadonlySet<string> = new Set(
  'in for to into from about within across im fur nach aus pour dans para por em na no di ke в на для 在 到 於 于 從 对 對'.split(
    ' ',
  ),
);

/** The same for Chinese, where words are not spaced. */
export const HAN_FILLER =
  /下個月|下个月|這個月|上個月|下月|本月|今年|明年|今天|明天|月底|月初|發行|发行|發片|上架|推出|預計|預定|計畫|我們|準備|地區|地区|區域|國家|国家|市場|市场|查詢|查一下|一下|請問|請|還有|以及|等地|等國|等等|可以|嗎|呢|的|在|於|到|從|對|要|想|都|也|會|有|我|查|等|以|個|月|日|年|は|が|を|に|で|の|へ|も|から|まで/gu;

/** `before`: what follows is left out. `after`: what stands before is left out, or 除… is closed. `end`: only closes it. */
export type Exception = 'before' | 'after' | 'end';

/** How people say "except", by the words folded. */
export const EXCEPTIONS: ReadonlyMap<string, Exception> = new Map([
  ...list(
    'before',
    'except,except for,with the exception of,excepting,excluding,excl,exclude,excludes,without,minus,but not,other than,apart from,not including,outside,outside of,ex,excepto,salvo,sin,sauf,hors,excepte,ausser,ohne,ausgenommen,exceto,menos,кроме,kecuali,除 了,除,不 含,不 包 括,不 包 含,不 包,扣 除,扣 掉,排 除,但 不 含,但 不 包 括',
  ),
  ...list('after', '除 外,以 外,之 外,を 除 く,を 除 い た,haric,제외,은 제외,excluded,excepted'),
  ...list('end', '外'),
]);

function list(kind: Exception, words: string): [string, Exception][] {
  return words.split(',').map((word) => [word, kind]);
}
