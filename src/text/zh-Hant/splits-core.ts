import type { SplitProblemDetails } from '../../core/sheet/problems.ts';
import { splitProblemWords } from '../split-problems.ts';

const layer = '{layer, select, composition {詞曲} master {母帶} other {表演}}';
const field =
  '{field, select, title {歌名} name {姓名} publisher {出版商名稱} actsFor {被代表者的名稱} sample {取樣曲名} owner {取樣的權利人} language {語言} iswc { ISWC } recordings {錄音清單} finished {完成地點與日期} licensing {授權人說明} other {登記人說明}}';
const line = '第 {line, number} 行';
const place = `${line}第 {position, number} 個字元`;

/** What is said of shares as they are typed, and of what a split sheet says. */
const chinese: Readonly<Record<keyof SplitProblemDetails, string>> = {
  'share.none': '這裡沒有比例。請一行輸入一個人，例如 <code>@ana 1/2 作曲</code>。',
  'share.too-long':
    '比例的內容有 {length, number} 個字元，上限是 {limit, number} 個。請只留下姓名、比例和職務。',
  'share.too-many': '這一層有 {count, number} 個人，上限是 {limit, number} 個。請把其中幾位合併到一家公司。',
  'share.character': `${place}看不見，或會讓文字反向（<code>{codePoint}</code>）。請刪除後重新輸入這一行。`,
  'share.quote-open': `${line}：<code>{found}</code> 的引號沒有結尾。請在名稱後面補上。`,
  'share.quote-needed': `${line}：{after, select, for {<code>for</code> 後面少了加引號的名稱。請寫成 <code>for "Ana Music Ltd"</code> 或 <code>for artist "Dee"</code>} other {<code>publisher</code> 後面少了加引號的名稱。請寫成 <code>publisher "Night Music" 1/4</code>}}。`,
  'share.name-missing': `${place}：<code>{found}</code> 這裡少了名稱。請先寫名稱，例如 <code>@ana 1/2 作曲</code> 或 <code>"Cy Ltd" 25% 出版商</code>。`,
  'share.name-too-long': `${line}：名稱有 {length, number} 個字元，上限是 {limit, number} 個。請縮短。`,
  'share.name-or-role': `${line}：{role} 是職務，還是名稱的一部分？請寫成 <code>"{name}" {role}</code> 或 <code>"{name} {role}"</code>。`,
  'share.missing': `${line}：{name} 沒有比例。請補上，例如 <code>1/3</code> 或 <code>33.34%</code>。`,
  'share.second': `${place}：<code>{first}</code> 之後又有一個比例 <code>{found}</code>。請一人一行；名稱裡有數字時請加引號。`,
  'share.ambiguous': `${place}：<code>{found}</code> 可以是 {percent}，也可以是 {whole}。請寫清楚是哪一個。`,
  'share.number': `${place}：<code>{found}</code> 讀不成比例。請寫成 <code>1/3</code> 或 <code>33.34%</code>。`,
  'share.fraction-percent': `${place}：<code>{found}</code> 是百分之幾的分數。如果分數就是比例，請去掉百分號。`,
  'share.range': `${place}：<code>{found}</code> 不能當比例。比例要大於 0，最多 100%。`,
  'share.too-fine': `${place}：<code>{found}</code> 的位數太多，無法精確保存。請寫成分數，例如 <code>1/3</code>。`,
  'share.role-unknown': `${place}：這裡沒有 <code>{found}</code> 這個職務。{near, select, none {請用作曲、作詞、製作人之類的職務。} other {是不是 <code>{near}</code>？}}`,
  'share.stray': `${place}：<code>{found}</code> 不該出現在這裡。請一人一行。`,
  'share.part-twice': `${line}：{part, select, for {<code>for</code> 出現了兩次} other {<code>publisher</code> 出現了兩次}}。請留下一個。`,
  'share.publisher-share': `${line}：出版商 {name} 沒有比例。請寫在名稱後面，例如 <code>publisher "{name}" 1/4</code>；這個比例包含在作者的比例之內。`,
  'share.publisher-more': `${place}：出版商的 {found} 超過它所屬的 {share}。最多只能是 {share}。`,
  'share.publisher-layer': `${line}：只有詞曲才有出版商，這一層是${layer}。請拿掉出版商。`,
  'share.twice': `${line}：{name} 已經在第 {first, number} 行。請一人只留一行，把比例加在一起。`,

  'sheet.text-missing': `少了${field}。請補上。`,
  'sheet.text-too-long': `${field}有 {length, number} 個字元，上限是 {limit, number} 個。請縮短。`,
  'sheet.text-character': `${field}裡有換行，或看不見的字元。請在一行內重新輸入。`,
  'sheet.layers-missing': '拆分表上沒有任何比例。請至少填寫一層：詞曲、母帶或表演。',
  'sheet.layer-empty': `${layer}沒有任何比例。請填寫，或不要使用這一層。`,
  'sheet.too-many':
    '拆分表上有 {count, number} 個人，上限是 {limit, number} 個。請把其中幾位合併到一家公司。',
  'sheet.total': `${layer}加起來是 {sum}，不是 1：{side, select, missing {還少} other {多了}} {off}（{percent}%）。目前是 {shares}。{ways, plural, =0 {} other {其中一項改成這樣就會剛好：{mended}。}}請改一行後再送出，目前什麼都沒有貼出。`,
  'sheet.person-twice': '{name} 在名單上出現兩次。請留下一個。',
  'sheet.line-twice': `{name} 在${layer}有兩個比例。請一人只留一行，把比例加在一起。`,
  'sheet.stranger': `${layer}裡的 <code>{person}</code> 不在名單上。請把這個人加進名單。`,
  'sheet.role-missing': `{name} 在${layer}沒有職務。請補上做了什麼，例如{layer, select, composition {作曲或作詞} master {製作人或唱片公司} other {演唱或演奏}}。`,
  'sheet.publisher-more':
    '出版商 {publisher} 的比例超過 {name}，但它只是 {name} 比例的一部分。請調低前者或調高後者。',
  'sheet.publisher-layer': `只有詞曲才有出版商。請拿掉 {name} 在${layer}的出版商。`,
  'sheet.no-writer': '沒有人是作曲、作詞或詞曲創作；少了這個，集管團體不會收這首作品。請替創作者補上職務。',
  'sheet.role-layer': `{name} 的職務都不屬於${layer}這一層，登記時會略過這個比例。請補上 {name} 做了什麼。`,
  'sheet.role-also':
    '{name} 的職務是{role, select, topliner { Topline 創作} beatmaker { Beat 製作} producer {製作人} other {饒舌}}，集管團體沒有對應的代碼。如果 {name} 參與創作，請補上作曲、作詞或詞曲創作；否則這個比例無法登記。',
  'sheet.role-existing-work':
    '{name} 的職務是{role, select, arranger {編曲} adapter {改詞} translator {譯詞} subArranger {次編曲} other {次作詞}}，用在既有作品的新版本，原作者也要在表上。請確認這首是不是新版本。',
  'sheet.sample-owner': '取樣 {title} 沒有寫權利人。請補上要向誰取得授權。',
  'sheet.sample-cleared':
    '{cleared, select, no {取樣 {title} 還沒有取得授權} other {不清楚取樣 {title} 是否已取得授權}}。請在發行前取得授權。',
};

/** By their English, as every language is looked up. */
export const splitProblems: Readonly<Record<string, string>> = Object.fromEntries(
  (Object.keys(chinese) as (keyof SplitProblemDetails)[]).map((code) => [
    splitProblemWords[code],
    chinese[code],
  ]),
);
