import type { CatalogProblemDetails } from '../../core/catalog-problems.ts';
import { catalogProblemWords } from '../catalog-problems.ts';

const first = '{first}（<code>{firstId}</code>）';
const second = '{second}（<code>{secondId}</code>）';
const meeting =
  '{to, select, none {從 <code>{from}</code> 起} other {從 <code>{from}</code> 到 <code>{to}</code>}}，有 {countries, plural, other {# 個}}國家或地區重疊';

const span = '<code>{from, number, ::group-off}–{to, number, ::group-off}</code>';

/** What is said of what stands against a license, and against giving out a code. */
const chinese: Readonly<Record<keyof CatalogProblemDetails, string>> = {
  'license.term-order': '授權在 <code>{to}</code> 結束，早於開始的 <code>{from}</code>。請修改其中一個日期。',
  'license.cap':
    '{of, select, copies {份數} downloads {下載次數} streams {串流次數} views {觀看次數} other {演出場次}}的上限要是大於 0 的整數。請用數字輸入；沒有上限就不要填。',
  'license.both-exclusive': `${first}與${second}會取得相同的專屬授權：${meeting}。請修改其中一份的地區、期間或用途。`,
  'license.one-exclusive': `${first}與${second}會取得相同的授權，其中一份是專屬授權：${meeting}。請確認哪一份在先。`,
  'license.passed-on': `${first}與${second}的授權：${meeting}，其中一方的權利來自另一方。請確認可以再授權。`,
  'license.other-licensor': `${first}與${second}的授權：${meeting}，授權人不同。請確認雙方都只授權了自己的部分。`,

  'catalog.duration': '「{typed}」不是播放時間。請輸入分與秒，中間用冒號，例如 <code>3:41</code>。',

  'catalog.unknown':
    '目錄裡沒有{kind, select, work {作品} person {人} item {錄音、作品或人} other {錄音}}「{typed}」。請用 <code>/catalog list</code> 查詢，或用 <code>{kind, select, work {/catalog add what: work title: …} person {/catalog add what: person title: …} other {/catalog add title: …}}</code> 新增。',
  'catalog.near':
    '沒有{kind, select, work {作品} person {人} other {錄音}}的名稱正好是「{typed}」。相近的有：{near}。請輸入完整名稱，或括號裡的編號。',
  'catalog.several':
    '「{typed}」符合不只一個{kind, select, work {作品} person {人} item {項目} other {錄音}}：{titles}。請改用括號裡的編號。',
  'catalog.code-elsewhere':
    '<code>{code}</code> 已經屬於另一個項目：{title}（<code>{item}</code>）。一組編碼只標示一樣東西。請比對兩者；如果真的兩邊都是這組編碼，請用 <code>accept:</code> 說明原因。',
  'catalog.code-given':
    '<code>{code}</code> 已在這裡核發給{title}，核發過的編碼不會再用在別處。如果它真的也用在這裡，請用 <code>accept:</code> 說明原因。',
  'catalog.code-assigned':
    '<code>{code}</code> 是在這裡核發的，不能拿掉：一個錄音一生只用一組編碼。移除錄音後，這組編碼就作廢。',
  'catalog.code-not-borne':
    '{code, select, none {這裡沒有可以拿掉的編碼} other {它沒有編碼 <code>{code}</code>}}。請用 <code>/catalog show</code> 查看它的編碼。',
  'catalog.code-which':
    '它有不只一組編碼：{codes}。請指出要拿掉哪一組，前面加上減號，例如 <code>{kind, select, work {iswc: -T-034.524.680-1} other {isrc: -US-RC1-76-07839}}</code>。',
  'catalog.lineage-self': '{title} 不能是自己的版本。請用 <code>of:</code> 指出它所根據的錄音，或不要填。',
  'catalog.lineage-circle':
    '{title} 不能是 {of} 的版本，因為後者出自前者。請先用 <code>of:</code> 修改其中一個。',
  'catalog.has-versions':
    '{title} 不能移除，因為它還有其他版本：{versions}。請先用 <code>/catalog edit</code> 和 <code>of:</code> 說明它們是什麼的版本。',
  'catalog.options-misfit':
    '{kind, select, work {作品} person {人} other {錄音}}沒有這些選項：{options}。請不要填，或用 <code>what:</code> 指出它是什麼。',
  'catalog.title-missing': '一定要有名稱。請輸入它的名稱。',
  'catalog.empty-text': '<code>{option}:</code> 裡沒有看得見的文字。請輸入文字，或不要填。',
  'catalog.too-many': '<code>{option}:</code> 有 {count, number} 項，最多 {limit, number} 項。請去掉一些。',
  'catalog.part-too-long':
    '<code>{option}:</code> 有一項超過 {limit, number} 個字元，開頭是「{part}」。請用 <code>;</code> 分開各項，或縮短。',
  'catalog.changed-meanwhile':
    '你看到 {title} 之後，有人修改了它，因此沒有寫入任何內容。請用 <code>/catalog show</code> 重新查看。',
  'catalog.nothing-said':
    '請說明要改什麼，例如 <code>/catalog edit item: 夜車 duration: 3:41</code>。沒有寫的維持不變，<code>-</code> 表示清空。',
  'catalog.person-account':
    '{name} 在這裡有帳號，資料由本人用 <code>/splitproof me</code> 維護。請與本人聯絡。',
  'catalog.code-needed': '<code>{option}:</code> 說的是編碼，但沒有填編碼。請一併輸入編碼。',
  'catalog.audio': '<code>{name}</code> 不是音檔。請附上 WAV、AIFF、FLAC、MP3 或 M4A 檔。',
  'catalog.import-headings':
    '檔案裡沒有曲名欄，因此沒有讀取。第一列是：{headings}。請在曲名那一欄加上標題 <code>Title</code>；<code>/catalog export</code> 會給出有全部欄位的檔案。',
  'catalog.import-too-many': '檔案超過 {limit, number} 列。請分成幾份，依序匯入。',
  'catalog.import-gone':
    '這個按鈕要匯入的內容已經不在：讀取已超過一天，或已經匯入。請用 <code>/catalog import</code> 重新送出檔案。',
  'catalog.row-kind': '「{typed}」既不是錄音，也不是作品。',
  'catalog.row-id': '沒有編號為 <code>{typed}</code> 的這種項目。要當成新項目就不要填編號。',
  'catalog.row-same': '它和第 {line, number} 行相同。',
  'catalog.row-code-twice': '<code>{code}</code> 已經出現在第 {line, number} 行，一組編碼只標示一樣東西。',
  'catalog.row-codes':
    '一格裡有 {count, number} 組編碼：{codes}。一列只能有一組新的編碼，其他請用 <code>/catalog edit</code> 登記。',
  'catalog.row-iswc': '看不出 <code>{code}</code> 屬於哪個作品。請把 ISWC 放在作品的檔案裡。',
  'catalog.row-of-refused': '它是第 {line, number} 行的版本，而那一行不會匯入。',
  'catalog.row-hash': '「{typed}」不是 SHA-256，應為 64 個 0 到 9、a 到 f 的字元。',
  'catalog.row-alike': '{title} 名稱相同但 ISRC 不同，因此當成另一個錄音。',
  'catalog.row-long': '<code>{duration}</code> 長達數小時，可能是試算表把分鐘當成小時。請對照原始來源。',
  'catalog.code-second':
    '它已經有 <code>{has}</code>，先核發的編碼不變。如果 <code>{code}</code> 也在流通，請用 <code>accept:</code> 說明出處。',

  'assign.code-unknown':
    '<code>{typed}</code> 不是團隊的號碼組核發的。用 <code>/id list</code> 可以看到核發過的。',
  'assign.given-elsewhere':
    '<code>{series}</code> 的下一組 <code>{code}</code> 先前已經核發過，因此不核發。請管理員查明：這個前綴或號碼有兩處在使用。',
  'assign.history-cut':
    '不核發編碼：紀錄簿現在有 {size, number} 筆，但曾經簽署到 {signed, number} 筆，表示還原了舊備份，之後發出的編碼可能會重複。請管理員換回含有全部 {signed, number} 筆的資料庫。',
  'assign.history-forked':
    '不核發編碼：紀錄簿的前 {size, number} 筆不是當初簽署的那些，表示繼續寫下去的是另一個資料庫，那裡發出的編碼可能會重複。請管理員換回正確的資料庫。',
  'assign.history-lost':
    '不核發編碼：這個資料庫只知道 <code>{series}</code> 發到 <code>{known}</code>，但實際上已經發到 <code>{given}</code>，表示還原了舊備份。請管理員換回含有全部編碼的資料庫。',
  'assign.mark':
    '不核發編碼：記錄 <code>{series}</code> 發到哪裡的檔案無法讀取。請管理員找回 EVIDENCE_HEADS 指定的資料夾，或資料庫旁邊的那一個。',
  'assign.minimum':
    '{title} 還缺{lacks, select, artist {主要藝人} duration {播放時間} other {主要藝人和播放時間}}，這是 ISRC 機構對每一組編碼都會問的資料。請用 <code>/catalog edit item: {recording} {lacks, select, artist {artist: …} duration {duration: 3:41} other {artist: … duration: 3:41}}</code> 補上，再試一次。',
  'assign.none':
    '{kind, select, pool {目前沒有條碼或目錄編號的號碼組。請管理員用 <code>/id pool add</code> 新增。} other {目前沒有可以核發編碼的前綴。前綴由各國的 ISRC 機構核發，請管理員用 <code>/isrc prefix add</code> 新增。}}',
  'assign.not-kept':
    '已經核發一組編碼，但資料庫以外的紀錄無法寫入，所以先不顯示。請對同一個錄音再試一次，不會核發第二組。如果一直這樣，請管理員查看紀錄檔。',
  'assign.prefix-elsewhere':
    '這裡無法用 <code>{prefix}</code> 核發編碼。請對照核發給你的前綴；如果確實是你的，請詢問這個機器人的維護者。',
  'assign.prefix-unknown': '這裡沒有 <code>{typed}</code>。現有的是：{known}。請輸入其中一個。',
  'assign.range-text':
    '<code>{typed}</code> 不是號段。請輸入起訖號碼，例如 <code>00001-00500</code>；有好幾段時用分號隔開。',
  'assign.same':
    '依規則，{title} 不是新的錄音，所以沒有自己的編碼。請用 <code>/isrc register</code> 登記它沿用的編碼。',
  'assign.too-many': '一次送了 {count, number} 個，每次最多核發 {most, number} 個。其餘的請稍後再送。',
  'assign.which-prefix': '可以核發編碼的不只一個：{known}。請指定其中一個。',

  'assign.closed': '<code>{series}</code> 已停用，不再核發。請改用另一組，或請管理員新增。',
  'assign.clock':
    '目前時鐘是 <code>{now}</code>，早於 <code>{series}</code> 上次核發的時間（<code>{last}</code>），因此不核發編碼。請管理員校正主機的時鐘。',
  'assign.counter':
    '<code>{series}</code> 上次核發的號碼 <code>{last, number, ::group-off}</code> 不在任何號段內，因此不核發編碼。請管理員補回包含它的號段。',
  'assign.range': `${span} 不是可用的號段：兩端要是 {lowest, number, ::group-off} 到 {highest, number, ::group-off} 的整數，小的在前。請重新輸入。`,
  'assign.range-overlap': `${span} 與已有的 <code>{otherFrom, number, ::group-off}–{otherTo, number, ::group-off}</code> 重疊。請去掉重複的部分。`,
  'assign.range-exhausted':
    '<code>{series}</code> 獲准使用的號碼，{year, number, ::group-off} 年的已經用完。請向 ISRC 機構申請新的號段，或改用另一組前綴。',
  'assign.year-full':
    '<code>{series}</code> 已用到 99999，{year, number, ::group-off} 年的號碼已滿。年底前請改用另一組前綴。',
  'assign.pool-exhausted': '<code>{series}</code> 的號碼已經用完。請管理員新增號段或號碼組。',
  'assign.prefix':
    '<code>{prefix}</code> 不是 ISRC 前綴。前綴有五個字元：兩個英文字母，加上三個英文字母或數字，例如 <code>USRC1</code>。請照核發的內容輸入。',
  'assign.prefix-example': '<code>{prefix}</code> 是文件裡的範例，不屬於任何人。請使用 ISRC 機構核發的前綴。',
  'assign.prefix-retired':
    '前綴 <code>{prefix}</code> 已經停用：舊錄音保留原本的編碼，新錄音要用別的前綴。請向 ISRC 機構申請。',
  'assign.pool-prefix':
    '無法從 <code>{prefix}</code> 核發發行用的條碼。它必須是 GS1 核發的廠商代碼，只含數字，而且不是書籍、秤重商品或單一店家專用的號碼。請對照證書。',
  'assign.pattern':
    '<code>{pattern}</code> 不能當目錄編號的格式。英文字母和數字之間要有一串井字號，例如 <code>BUS-###</code>，產生的編號也不能像 ISRC 或條碼。',
};

/** By their English, as every language is looked up. */
export const catalogProblems: Readonly<Record<string, string>> = Object.fromEntries(
  (Object.keys(chinese) as (keyof CatalogProblemDetails)[]).map((code) => [
    catalogProblemWords[code],
    chinese[code],
  ]),
);
