import type { ProblemCode } from '../../core/problem.ts';
import { problemWords } from '../problems.ts';

/** What is said of codes and prefix lists; the rest of the refusals stands with the part that refuses. */
type IdentifierProblem = Extract<
  ProblemCode,
  `${'code' | 'isrc' | 'iswc' | 'gtin' | 'ipi' | 'ipi-base' | 'isni' | 'grid' | 'dpid' | 'ismn' | 'line' | 'prefixes'}.${string}`
>;

const listDate = '{listYear} 年 {listMonth} 月 {listDay} 日';
const kind = (value: 'first' | 'second'): string =>
  `{${value}, select, isrc {ISRC} iswc {ISWC} gtin {UPC 或 EAN} ipi {IPI 名稱號碼} ipiBase {IPI 基本號碼} isni {ISNI} grid {GRid} dpid {DPID} other {ISMN}}`;

const chinese: Readonly<Record<IdentifierProblem, string>> = {
  'code.empty': '這裡沒有編碼。請輸入或貼上一組，例如 <code>US-RC1-76-07839</code>。',
  'code.too-long':
    '這段文字有 {length, number} 個字元，沒有讀取；一組編碼的上限是 {limit, number} 個字元。請只送出編碼；編碼很多時，請用清單或檔案。',
  'code.several': '這裡有 {count, number} 組編碼：{codes}。一個欄位只放一組編碼，請留下屬於這裡的那一組。',
  'code.look-alike':
    '第 {position, number} 個字元是{script, select, cyrillic {西里爾字母} greek {希臘字母} other {字母}} <code>{character}</code>（{codePoint}），只是看起來像 <code>{plain}</code>。請改用一般的拉丁字母重新輸入。',
  'code.foreign-digit':
    '第 {position, number} 個字元是 <code>{character}</code>（{codePoint}），屬於其他文字的數字。請改打 <code>{plain}</code>。',
  'code.foreign-character':
    '第 {position, number} 個字元是 <code>{character}</code>（{codePoint}），任何編碼都不會有：編碼只由字母 A 到 Z 和數字 0 到 9 組成。請刪除或更正。',
  'code.scientific':
    '<code>{text}</code> 是被試算表四捨五入的數字，原來的數字已經遺失，無法復原。請把欄位設為文字格式，再從原始來源重新複製編碼。',
  'code.decimal': '<code>{text}</code> 是試算表裡的數值。請把欄位設為文字格式；開頭的 0 可能也已經不見。',
  'code.words-around': '編碼 <code>{code}</code> 的前後還有其他文字。請只送出編碼，它的欄位裡不放別的內容。',
  'code.unknown':
    '這段文字有 {length, number} 個字元，不符合這裡檢查的任何一種編碼格式。請對照原始來源；目錄編號或曲名請放在各自的欄位。',
  'code.looks-like':
    '{other, select, isan {這看起來是 ISAN，標示的是影片或節目} eidr {這看起來是 EIDR，標示的是影片或節目} labelCode {這看起來是 Label Code，供廣播電台辨認廠牌} jasracWork {這看起來是 JASRAC 的作品編號，不是 ISWC} recordingNotice {這是錄音標示（℗）：年份與權利人} other {這是著作權標示（©）：年份與權利人}}。這裡不檢查，請放在專屬的欄位。',
  'code.other-kind':
    '這是{found, select, isrc { ISRC，標示的是一個錄音} iswc { ISWC，標示的是詞曲} upc { UPC，標示的是發行產品} ean { EAN，標示的是發行產品} gtin { GTIN，標示的是商品} book {書籍的號碼} ipi { IPI 名稱號碼，標示的是作者或出版商} ipiBase { IPI 基本號碼，標示的是作者或出版商} isni { ISNI，標示的是個人或團體的公開身分} orcid { ORCID iD，標示的是研究人員} grid { GRid，標示的是數位發行} dpid { DPID，標示的是 DDEX 訊息裡的公司} other { ISMN，標示的是樂譜}}，不是 {expected, select, isrc {ISRC。每一個錄音都要有自己的 ISRC} iswc {ISWC。ISWC 在作品登記時由集管團體核發} gtin {UPC 或 EAN。UPC 由上架的發行商提供} ipi {IPI 名稱號碼。請向作者或出版商所屬的集管團體查詢} ipiBase {IPI 基本號碼。請向作者或出版商所屬的集管團體查詢} isni {ISNI。請到 isni.org 查詢} grid {GRid} dpid {DPID。各公司可在 ddex.net 查到自己的 DPID} other {ISMN。請向樂譜出版商查詢}}。',
  'code.several-kinds': `這可以讀成 ${kind('first')}，也可以讀成 ${kind('second')}。前者比較可能；如果是後者，請說明。`,

  'isrc.length':
    'ISRC 有 12 個字元，這裡有 {length, number} 個：<code>{groups}</code>。請對照原始來源，再輸入一次。',
  'isrc.group-length':
    'ISRC 有 12 個字元，這裡有 {length, number} 個：<code>{groups}</code>。{group, select, letters {第一組要有兩個字母} registrant {第二組要有三個字母或數字} year {第三組要有兩個數字} other {最後一組要有五個數字}}，這裡有 {has, number} 個。',
  'isrc.letter-expected':
    '第 {position, number} 個字元必須是字母，這裡是 <code>{found}</code>。ISRC 的前兩個字元都是字母。',
  'isrc.digit-expected':
    '第 {position, number} 個字元必須是數字，這裡是 <code>{found}</code>。ISRC 從第六個字元起只有數字。',
  'isrc.character': '第 {position, number} 個字元是 <code>{found}</code>，必須是字母 A 到 Z 或數字。',
  'isrc.grouping':
    '字元數是 12 個，但分成 {grouping}。正確的分組是 2-3-2-5：<code>{code}</code>。請確認沒有漏掉或移動字元。',
  'isrc.label-read-as-code':
    '這裡讀成編碼 <code>{code}</code>。如果開頭的 <code>ISRC</code> 只是標示，編碼就少了四個字元。',
  'isrc.documentation': '這是說明文件裡的範例，不是核發的編碼。請使用核發給這個錄音的編碼。',
  'isrc.prefix-unlisted': `格式正確，但前綴 <code>{prefix}</code> 不在 ${listDate}的名單上。請檢查有沒有打錯；新的前綴確實會出現。`,
  'isrc.prefix-part-number': `格式正確，但前綴 <code>{prefix}</code> 不在 ${listDate}的名單上；有一家商店的商品編號也是這種格式。請向發行商詢問 ISRC。`,
  'isrc.prefix-retired': `前綴 <code>{prefix}</code> 在 ${listDate}的名單上屬於歷史前綴：舊錄音可以沿用，新錄音不能用。`,
  'isrc.year-ahead': '年份是 {year}，也就是明年；編碼帶的是編碼當年的年份。請檢查有沒有打錯。',
  'isrc.year-unusual': '年份是 {year}：不常見，多半是註冊人自己的編號方式，不是需要修正的錯誤。',
  'isrc.designation-zero': '序號是 00000：規則允許，但有些軟體不接受。請照核發的編碼保留。',

  'iswc.length':
    'ISWC 有 11 個字元：T 加上十個數字；這裡有 {length, number} 個。請對照原始來源，再輸入一次。',
  'iswc.letter': 'ISWC 以字母 T 開頭，這裡的開頭是 <code>{found}</code>。',
  'iswc.letter-missing': 'ISWC 以字母 T 開頭，這裡只有數字。完整的寫法是 <code>{code}</code>。',
  'iswc.digit-expected':
    '第 {position, number} 個字元必須是數字，這裡是 <code>{found}</code>。ISWC 在 T 後面有十個數字。',
  'iswc.template':
    '字母 <code>{found}</code> 出現在檢查碼的位置：這是範本。這些數字的檢查碼是 {expected}。請向集管團體詢問作品的編碼。',
  'iswc.published-example':
    '這是 CISAC 官方網頁上的範例，它的檢查碼在那裡就是錯的：寫的是 {found}，算出來是 {expected}。它不是任何作品的編碼。',
  'iswc.sample': '這是編造的範例：數字依序排列，檢查碼應該是 {expected}。請向集管團體詢問作品的編碼。',
  'iswc.check-digit': '檢查碼是 {found}，依這些數字應該是 {expected}。請對照原始來源的每一個數字。',
  'iswc.zero': '九個數字全是 0；作品從 000000001 開始編號。登記之前沒有 ISWC 很正常：請向集管團體登記作品。',

  'gtin.length':
    'UPC 或 EAN 有 12 或 13 個數字（也有 8 和 14 個的），這裡有 {length, number} 個。請對照條碼。',
  'gtin.digit-expected':
    '第 {position, number} 個字元必須是數字，這裡是 <code>{found}</code>。UPC 和 EAN 只有數字。',
  'gtin.check-digit':
    '檢查碼是 {found}，依這些數字應該是 {expected}。請對照條碼；如果真的印成這樣，可以由人確認照印刷收錄。',
  'gtin.zeros': '全部都是 0：這是佔位用的，不是條碼。請向發行商詢問 UPC。',
  'gtin.check-digit-missing':
    '這裡有 {length, number} 個數字，看起來是少了檢查碼的 UPC 或 EAN。補上以後是 <code>{code}</code>。請對照條碼。',
  'gtin.leading-zero-lost':
    '這裡有 {length, number} 個數字，看起來是開頭的 0 被試算表去掉的 UPC 或 EAN。補上以後是 <code>{code}</code>。請對照條碼。',
  'gtin.eleven-digits':
    '這裡有 11 個數字：可能少了開頭的 0（<code>{padded}</code>），也可能少了檢查碼（<code>{completed}</code>）。看條碼就知道是哪一種。',
  'gtin.add-on':
    '這裡有 {length, number} 個數字，看起來把條碼旁的附加碼 <code>{addOn}</code> 也打進來了。去掉以後是 <code>{code}</code>。',
  'gtin.upc-e': '這是縮短的 UPC（UPC-E），完整寫法是 <code>{code}</code>；請使用完整寫法。',
  'gtin.upc-e-or-ean-8':
    '這組數字既符合 EAN-8，也符合縮短的 UPC（UPC-E）。如果是後者，完整寫法是 <code>{code}</code>。看條碼就知道：EAN-8 的中央有一組分隔線。',
  'gtin.packaging-level':
    '14 個數字的第一個是 {level}：這是裝有多件商品的外箱，不是單一發行產品。請詢問發行產品的 UPC 或 EAN。',
  'gtin.variable-measure':
    '14 個數字的第一個是 9：這是依重量或長度計價的商品，不是發行產品。請詢問發行產品的 UPC 或 EAN。',
  'gtin.in-store': '開頭是 {prefix} 的號碼只在單一店內使用，在別處沒有意義。請詢問發行產品的 UPC 或 EAN。',
  'gtin.book': '開頭是 978 或 979 的號碼標示書籍（ISBN），不是發行產品。請確認號碼沒有拿錯。',
  'gtin.printed-music': '開頭是 979-0 的號碼標示樂譜（ISMN），不是發行產品。請確認號碼沒有拿錯。',

  'ipi.length':
    'IPI 名稱號碼有 11 個數字，省略開頭的 0 時會少一些；這裡有 {length, number} 個。請向集管團體查詢。',
  'ipi.digit-expected':
    '第 {position, number} 個字元必須是數字，這裡是 <code>{found}</code>。IPI 名稱號碼只有數字。',
  'ipi.check-digit': '最後兩個數字是 {found}，這個號碼應該是 {expected}。請對照原始來源，或向集管團體查詢。',
  'ipi.zeros': '全部都是 0，在檔案裡代表「不詳」。每位作者都要有 IPI，作品才能取得 ISWC；請向集管團體查詢。',
  'ipi-base.length': 'IPI 基本號碼有 11 個字元：I 加上十個數字；這裡有 {length, number} 個。請對照原始來源。',
  'ipi-base.letter': 'IPI 基本號碼以字母 I 開頭，這裡的開頭是 <code>{found}</code>。',
  'ipi-base.digit-expected':
    '第 {position, number} 個字元必須是數字，這裡是 <code>{found}</code>。IPI 基本號碼在 I 後面有十個數字。',
  'ipi-base.check-digit': '檢查碼是 {found}，依這些數字應該是 {expected}。請對照原始來源。',
  'ipi-base.zeros': '九個數字全是 0：這是佔位用的。請向集管團體查詢。',
  'ipi-base.ask-name-number':
    '基本號碼大多不公開；登記時要填的是 IPI 名稱號碼，共 11 個數字。請向集管團體索取名稱號碼。',

  'isni.length': 'ISNI 有 16 個字元，分成四組、每組四個；這裡有 {length, number} 個。請對照 isni.org。',
  'isni.digit-expected':
    '第 {position, number} 個字元必須是數字，這裡是 <code>{found}</code>。ISNI 只有最後一個字元可以是 X。',
  'isni.check-digit': '檢查碼是 {found}，依這些數字應該是 {expected}。請對照 isni.org。',
  'isni.zeros': '全部都是 0：這是佔位用的。請到 isni.org 查詢名字。',
  'isni.orcid':
    '這是從 ORCID 連結來的。ORCID iD 的格式和 ISNI 相同，但標示的是研究人員；請到 isni.org 查詢藝人。',

  'grid.length': 'GRid 有 18 個字元：A1、發行者五個、發行編號十個、檢查碼一個；這裡有 {length, number} 個。',
  'grid.prefix': 'GRid 以 A1 開頭，這裡的開頭是 <code>{found}</code>。',
  'grid.character': '第 {position, number} 個字元是 <code>{found}</code>，必須是字母 A 到 Z 或數字。',
  'grid.check-character':
    '檢查碼是 <code>{found}</code>，依這組編碼應該是 <code>{expected}</code>。請對照原始來源的每一個字元。',
  'dpid.length':
    'DPID 有 18 個字元：PADPIDA、十個數字、檢查碼一個；這裡有 {length, number} 個。各公司可在 ddex.net 查到自己的 DPID。',
  'dpid.prefix': 'DPID 以 PADPIDA 開頭，這裡的開頭是 <code>{found}</code>。',
  'dpid.character': '第 {position, number} 個字元是 <code>{found}</code>，必須是字母 A 到 Z 或數字。',
  'dpid.letter':
    '第 {position, number} 個字元是字母 <code>{found}</code>；我們見過的 DPID，中間十個字元都是數字。請對照原始來源。',
  'dpid.check-character':
    '檢查碼是 <code>{found}</code>，依這組編碼應該是 <code>{expected}</code>。測試檔案裡常有編造的 DPID；各公司可在 ddex.net 查到自己的 DPID。',

  'ismn.length': 'ISMN 有 13 個數字，以 9790 開頭；舊式寫法是 M 加上九個數字。這裡有 {length, number} 個。',
  'ismn.prefix': 'ISMN 以 979-0（舊式為 M）開頭，這裡的開頭是 <code>{found}</code>。',
  'ismn.digit-expected':
    '第 {position, number} 個字元必須是數字，這裡是 <code>{found}</code>。ISMN 只有數字，舊式寫法的 M 除外。',
  'ismn.check-digit': '檢查碼是 {found}，依這些數字應該是 {expected}。請對照樂譜上的印刷。',
  'ismn.old-form': '這是以 M 開頭的舊式寫法；2008 年起，同一個號碼寫成 <code>{code}</code>。',

  'line.json':
    '第 {line, number} 行不是 JSON。使用 --jsonl 時，每一行都是一個 JSON 字串，例如加上引號的 "US-RC1-76-07839"；不使用時，每一行就是編碼本身。',
  'line.not-text':
    '第 {line, number} 行是{found, select, number {數值} boolean {布林值} null { null} list {陣列} other {物件}}，不是字串。請替編碼加上引號；數值會失去開頭的 0。',

  'prefixes.json': '前綴名單不是 JSON：{reason}。請檢查檔案；可以從內建名單複製一份開始。',
  'prefixes.file':
    '前綴名單是 JSON，但不是前綴的名單：它必須是含有 asOf 和 prefixes 的物件。可以從內建名單複製一份開始。',
  'prefixes.entry':
    '前綴名單無法使用：{place} 必須是{needs, select, object {物件} list {陣列} date {像 2025-11-04 這樣的日期} letters {兩個大寫字母} text {文字或 null} other { assigned 或 retired}}。請更正後重新啟動。',
  'prefixes.twice': '前綴名單無法使用：<code>{letters}</code> 出現在兩列。請刪除一列後重新啟動。',
};

/** By their English, as every language is looked up. */
export const problems: Readonly<Record<string, string>> = Object.fromEntries(
  (Object.keys(chinese) as IdentifierProblem[]).map((code) => [problemWords[code], chinese[code]]),
);
