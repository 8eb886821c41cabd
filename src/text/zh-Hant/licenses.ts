import type { LicenseProblemDetails } from '../../core/license-problems.ts';
import { licenseProblemWords } from '../license-problems.ts';

const kind = (which: 'found' | 'named') =>
  `{${which}, select, pdf { PDF} png { PNG 圖檔} jpeg { JPEG 圖檔} webp { WebP 圖檔} gif { GIF 圖檔} heic { HEIC 圖檔} tiff { TIFF 圖檔} text {純文字} email {電子郵件} mp3 { MP3} mp4 { MP4 錄影或錄音} wav { WAV} ogg { Ogg 錄音} windowsProgram { Windows 程式} linuxProgram { Linux 程式} macProgram { Mac 程式} script {會被電腦執行的指令檔} webPage {能執行內容的網頁或向量圖} word { Word 文件} excel { Excel 活頁簿} openDocument { OpenDocument 檔案} oldOffice {舊版 Word 或 Excel 檔案} richText { RTF 文件} archive {壓縮檔} other {其他檔案}}`;
const unit =
  '{of, select, copies {份數} downloads {下載次數} streams {串流次數} views {觀看次數} other {演出場次}}';

const chinese: Readonly<Record<keyof LicenseProblemDetails, string>> = {
  'license.day': '<code>{typed}</code> 不是能判讀的日期。請從年份開始輸入，例如 <code>2026-12-11</code>。',
  'license.use':
    '{near, select, none {<code>{found}</code> 不是這裡認得的用途。請從這些當中選：重製、散布、公開演出、向公眾傳播、公開播送、公開傳輸、影像同步、取樣、混音、機械重製} other {<code>{found}</code> 不是這裡認得的用途。你指的是 <code>{near}</code> 嗎？}}',
  'license.caps':
    '<code>{found}</code> 不是能判讀的上限。請輸入數字和計算單位，例如 <code>10000 份；50000 次串流</code>（份、下載、串流、觀看、場），沒有上限就填 <code>無</code>。',
  'license.caps-twice': `${unit}有兩個上限。請只留授權裡寫的那一個。`,
  'license.made': '<code>{found}</code> 不是能判讀的數量。請輸入目前總共多少，例如 <code>8200 份</code>。',
  'license.party':
    '授權有一方沒有名稱。授權人填在 <code>from:</code> 後面，被授權人填在 <code>to:</code> 後面。',
  'license.no-caps': `授權 <code>{id}</code> 沒有限制${unit}，不需要計數。內容請看 <code>/license show {id}</code>。`,
  'license.asset-one':
    '請指出授權的標的，只能一個：<code>recording</code>、<code>work</code>、<code>sample</code> 或 <code>artwork</code>。',
  'license.asset-unknown':
    '沒有任何授權、筆記或目錄項目叫做「{typed}」。請連種類一起輸入，例如 <code>取樣 {typed}</code>，或用 <code>/catalog list</code> 查詢。',
  'license.asset-fixed':
    '授權 <code>{id}</code> 的標的是 <b>{title}</b>，不能更換。其他標的請另外記一份；這份如果記錯了，請終止它。',
  'license.nothing-new': '沒有任何更動：輸入的內容和授權 <code>{id}</code> 現有的一樣。',
  'license.unknown': '沒有叫做 <code>{typed}</code> 的授權。<code>/license list</code> 會列出現有的授權。',
  'license.near':
    '沒有授權的名稱正好是 <code>{typed}</code>。相近的是 <b>{title}</b>。沒有任何更動；請改用它的編號 <code>{id}</code>。',
  'license.several':
    '符合 <code>{typed}</code> 的授權不只一份：{ids}。請改用編號，例如 <code>l_7k2m…</code>。',
  'license.which': '授權不只一份：{ids}。請用編號指出是哪一份。',
  'license.none-yet': '還沒有任何授權。請用 <code>/license add</code> 記錄。',
  'license.not-yours': '只有記錄授權 <code>{id}</code> 的 {name} 或管理員可以更改或終止它。',
  'license.ended-already':
    '授權 <code>{id}</code> 已經終止，最後一天是 <code>{on}</code>，不能再更改。請用 <code>/license add</code> 另記一份。',
  'license.ask-gone': '這個問題已經失效。請重新輸入指令。',
  'note.nothing': '沒有可以保存的內容：請填 <code>text:</code>，或附上檔案。',
  'note.unknown': '沒有筆記 <code>{typed}</code>。<code>/evidence notes</code> 會列出現有的筆記。',
  'file.keep-too-large':
    '<b>{name}</b> 超過可保存的 {limitMegabytes, number} MB，完全沒有存入。請降低掃描解析度，或只附上重要的頁面。',
  'file.keep-kind': `<b>{name}</b> 是${kind('found')}，這裡不保存這類檔案。請附上 PDF、圖片、文字檔或電子郵件。`,
  'file.keep-not-what-named': `<b>{name}</b> 其實是${kind('found')}，不是${kind('named')}，完全沒有存入。請附上正確的檔案。`,
  'file.keep-many':
    '<b>{name}</b> 超出上限：一則訊息最多保存前 {limit, number} 個檔案，總共 {limitMegabytes, number} MB。請用 <code>/evidence save</code> 單獨保存。',
  'file.keep-cut': '<b>{name}</b> 還沒傳完就中斷，完全沒有存入。請重新附上。',
};

const parts: Readonly<Record<string, string>> = {
  recording: '錄音',
  work: '作品',
  sample: '取樣',
  artwork: '美術圖像',
  'who gives it': '授權人',
  'who gets it': '被授權人',
  'where it holds': '地域',
  'when it begins and ends': '起訖日期',
  'what may be done': '用途',
  'whether it is exclusive': '是否專屬',
  'what is paid': '報酬',
  'its limits': '上限',
  'the proof file': '證明檔案',
  reproduction: '重製',
  distribution: '散布',
  'public performance': '公開演出',
  'communication to the public': '向公眾傳播',
  broadcasting: '公開播送',
  'making available on demand': '公開傳輸',
  synchronization: '影像同步',
  sampling: '取樣',
  'mechanical reproduction': '機械重製',
  '{count, plural, one {# copy} other {# copies}}': '{count, number} 份',
  '{count, plural, one {# download} other {# downloads}}': '{count, number} 次下載',
  '{count, plural, one {# stream} other {# streams}}': '{count, number} 次串流',
  '{count, plural, one {# view} other {# views}}': '{count, number} 次觀看',
  '{count, plural, one {# performance} other {# performances}}': '{count, number} 場演出',
  yes: '是',
  no: '否',

  Licensor: '授權人',
  Licensee: '被授權人',
  Where: '地域',
  Term: '期間',
  Uses: '用途',
  Exclusive: '專屬',
  Payment: '報酬',
  Limits: '上限',
  'Proof file': '證明檔案',
  'To be renewed by': '續約期限',
  Remark: '備註',
  'Ledger entries': '紀錄編號',
  Recorded: '記錄時間',
  missing: '未填',
  '{places} ({countries, plural, one {# country} other {# countries}})':
    '{places}（{countries, number} 個國家或地區）',
  '{places} without {left}': '{places}（不含{left}）',
  '{from, date, medium} to {to, date, medium}': '{from, date, medium}至 {to, date, medium}',
  'from {from, date, medium} on, without an end': '{from, date, medium}起，無期限',
  'from {from, date, medium}; its end is missing': '{from, date, medium}起，結束日未填',
  'until {to, date, medium}; its beginning is missing': '至 {to, date, medium}，開始日未填',
  '{span}; ended with {on, date, medium}': '{span}；於 {on, date, medium}終止',
  '{items}': '{items}',
  '{limit} ({made, number} so far)': '{limit}（目前 {made, number}）',
  '{name}, SHA-256 <code>{hash}</code>': '{name}，SHA-256 <code>{hash}</code>',
};

const recording: Readonly<Record<string, string>> = {
  'License <code>{id}</code> of <b>{title}</b> is recorded': '已記錄 <b>{title}</b> 的授權 <code>{id}</code>',
  'License <code>{id}</code> of <b>{title}</b> is recorded, and meets {count, plural, one {another one} other {# others}}':
    '已記錄 <b>{title}</b> 的授權 <code>{id}</code>，但與另外 {count, number} 份重疊',
  'License <code>{id}</code> of <b>{title}</b> is complete now':
    '<b>{title}</b> 的授權 <code>{id}</code> 現在完整了',
  'License <code>{id}</code> of <b>{title}</b> is complete now, and meets {count, plural, one {another one} other {# others}}':
    '<b>{title}</b> 的授權 <code>{id}</code> 現在完整了，但與另外 {count, number} 份重疊',
  'License <code>{id}</code> of <b>{title}</b> is changed': '已更改 <b>{title}</b> 的授權 <code>{id}</code>',
  'License <code>{id}</code> of <b>{title}</b> is changed, and meets {count, plural, one {another one} other {# others}}':
    '已更改 <b>{title}</b> 的授權 <code>{id}</code>，但與另外 {count, number} 份重疊',
  'License <code>{id}</code> of <b>{title}</b> is kept as a draft: {count, plural, one {one part is} other {# parts are}} missing':
    '<b>{title}</b> 的授權 <code>{id}</code> 先存為草稿：還缺 {count, number} 項',
  'Missing: {parts}. Until they are there, it satisfies no check.':
    '還缺：{parts}。補齊之前，任何查驗都不算通過。',
  'Add them with {command}, or press the button.': '請用 {command} 補上，或按下面的按鈕。',
  'Add them with {command} and the file attached, or press the button.':
    '請用 {command} 補上並附上檔案，或按下面的按鈕。',
  'Add what is missing': '補上缺的項目',
  'Ask what it covers: {command}': '查驗涵蓋範圍：{command}',
  '{licensor} → {licensee}': '{licensor} → {licensee}',
  '{licensor} → {licensee}; {places}; {term}; {uses}': '{licensor} → {licensee}；{places}；{term}；{uses}',
  '{places}; {term}; {uses}': '{places}；{term}；{uses}',
  '{first} and {second} would both hold the same exclusively; nothing was recorded':
    '{first} 和 {second} 會取得相同的專屬授權，所以沒有記錄',
  'Recorded, <code>{id}</code>: {line}': '已記錄的 <code>{id}</code>：{line}',
  'Both: {meeting}': '兩者重疊：{meeting}',
  'Refused: {line}': '這次不記錄的：{line}',
  'Change where, when or for what it holds and send it again, or end the other one with {command}.':
    '請修改地域、期間或用途後再送出，或用 {command} 終止另一份。',
  '{count, plural, one {One more caution} other {# more cautions}}: {command}':
    '另有 {count, number} 項注意事項：{command}',

  '“{typed}” counts {countries, plural, one {# country} other {# countries}} here. Is that what it says?':
    '「{typed}」在這裡算作 {countries, number} 個國家或地區。授權寫的是這些嗎？',
  '“{input}”: no list of these countries is agreed; {count, plural, one {one is} other {# are}} counted here.':
    '「{input}」沒有公認的名單；這裡算 {count, number} 個。',
  '“{input}” is only a part of {country}. Whole countries are counted here.':
    '「{input}」只是{country}的一部分，這裡以整個國家計算。',
  'Counted: {members}.': '包含：{members}。',
  'If not, name the countries. Nothing is kept before you say so.':
    '如果不是，請逐一寫出國名。確認之前不會保存任何內容。',
  'Yes, {countries, plural, one {this one country} other {these # countries}}':
    '是，就是這 {countries, number} 個',
  'Not all of “{typed}” can be read as places': '「{typed}」有些部分無法判讀為地區',
  'Type the countries by name, as in <code>Japan, BR, EU except Germany</code>.':
    '請寫出國名，例如 <code>日本、BR、歐盟除德國外</code>。',
};

const showing: Readonly<Record<string, string>> = {
  'License <code>{id}</code> of <b>{title}</b> ({kind}): {state}':
    '<b>{title}</b>（{kind}）的授權 <code>{id}</code>：{state}',
  '{when, date, medium} by {name}': '{when, date, medium}，{name}',
  'Ended because: {reason}': '終止原因：{reason}',
  '{name} is not here any more: it was erased. Its hash and its entry stand.':
    '{name} 已經刪除，不在這裡了；雜湊與紀錄仍然有效。',
  'The newest entry with its receipt: {command}': '最新一筆紀錄與收據：{command}',
  'a draft that was dropped': '已放棄的草稿',
  '{count, plural, one {one part is} other {# parts are}} missing': '還缺 {count, number} 項',
  'over since {on, date, medium}': '已於 {on, date, medium}到期',
  'begins on {from, date, medium}': '{from, date, medium}開始',
  'stands, without an end': '有效，無期限',
  'stands until {on, date, medium}': '有效至 {on, date, medium}',
  '{count, plural, one {# license} other {# licenses}}': '{count, number} 份授權',
  'Licenses {from, number} to {to, number}, newest first':
    '第 {from, number} 到 {to, number} 份授權，由新到舊',
  '{title}: {parties}; {state} · <code>{id}</code>': '{title}：{parties}；{state} · <code>{id}</code>',
  'There is no such license here': '這裡沒有這樣的授權',
  'Record one with {command}.': '請用 {command} 記錄。',
  'One in full, with its proof file: {command}': '查看完整內容與證明檔案：{command}',
  More: '更多',
  all: '全部',
  'those that stand': '有效的',
  'drafts, with what is missing': '草稿與缺的項目',
  'those that are over': '已到期或終止的',
  'License <code>{id}</code> of <b>{title}</b> is ended; its last day is {on, date, medium}':
    '已終止 <b>{title}</b> 的授權 <code>{id}</code>，最後一天是 {on, date, medium}',
  'The draft <code>{id}</code> of <b>{title}</b> is dropped':
    '已放棄 <b>{title}</b> 的草稿 <code>{id}</code>',
  'After that day it covers nothing. If it goes on, record a new one: {command}':
    '那天之後就不涵蓋任何用途。如果要繼續，請記錄一份新的授權：{command}',
  'After that day it covers nothing. Its entries and its proof file are kept.':
    '那天之後就不再涵蓋任何使用。紀錄與證明檔案會保留。',
  'License <code>{id}</code> of <b>{title}</b>: {made} so far':
    '<b>{title}</b> 的授權 <code>{id}</code>：目前 {made}',
  '{made, number} of {limit}: {left, number} left': '{limit}中已用 {made, number}，還剩 {left, number}',
  '{made, number} of {limit}: the limit is reached{left, plural, =0 {} other {, by # more}}':
    '{limit}中已用 {made, number}，已達上限{left, plural, =0 {} other {，超出 #}}',
};

const checking: Readonly<Record<string, string>> = {
  'Is it covered?': '查驗授權',
  Ask: '查驗',
  'What is to be done': '要做什麼',
  When: '日期',
  '2026-12-11; today when left empty': '2026-12-11；不填就是今天',
  'Yes, for {licensee}: license <code>{id}</code> covers {use} of <b>{title}</b> in {places} on {date, date, medium}':
    '{licensee} 可以：授權 <code>{id}</code> 涵蓋 <b>{title}</b> 於 {date, date, medium}在{places}的{use}',
  'Yes, for {licensee}: {ids} together cover {use} of <b>{title}</b> in {places} on {date, date, medium}':
    '{licensee} 可以：{ids} 合起來涵蓋 <b>{title}</b> 於 {date, date, medium}在{places}的{use}',
  '<code>{id}</code> ({parties}): {places}': '<code>{id}</code>（{parties}）：{places}',
  'No: no license covers {use} of <b>{title}</b> in {places} on {date, date, medium}':
    '不可以：沒有授權涵蓋 <b>{title}</b> 於 {date, date, medium}在{places}的{use}',
  'Cannot say whether {use} of <b>{title}</b> is covered in {places} on {date, date, medium}':
    '無法判斷 <b>{title}</b> 於 {date, date, medium}在{places}的{use}有沒有授權',
  '<code>{id}</code> ({parties}): {why}': '<code>{id}</code>（{parties}）：{why}',
  'No license of it is recorded here.': '這裡沒有記錄它的任何授權。',
  '{count, plural, one {One note is} other {# notes are}} kept about it ({ids}). A note is no license and never satisfies a check.':
    '另有 {count, number} 則筆記（{ids}）。筆記不是授權，任何查驗都不算通過。',
  'If there is a license that covers it: {command}': '如果有涵蓋它的授權：{command}',
  'Add what is missing: {command}': '補上缺的項目：{command}',
  'Ask which of the two holds. The exclusive one: {command}': '請問清楚以哪一份為準。專屬的那一份：{command}',
  'Say how much there is: {command}': '填入目前的數量：{command}',
  'where: it does not hold in {places}': '地域：不包含{places}',
  'when: it begins on {from, date, medium}': '期間：{from, date, medium}才開始',
  'when: its last day was {to, date, medium}': '期間：最後一天是 {to, date, medium}',
  'what: it allows {uses}, not {use}': '用途：允許{uses}，不包含{use}',
  'limits: its {limit} are reached': '上限：{limit}已用完',
  'what: it allows {near}, which some contracts take for {use}. Read that clause, or ask the licensor':
    '用途：寫的是{near}，有些合約把它當作{use}。請看該條款，或詢問授權人',
  'limits: it allows {limit}, and nobody has said how much there is':
    '上限：允許 {limit}，但沒有人填過目前的數量',
  'it covers this, but <code>{id}</code> gives the same to {name} alone':
    '本身涵蓋這項使用，但 <code>{id}</code> 把同樣的權利專屬授權給 {name}',
  'missing: {part}': '還缺：{part}',
  'a note is no license': '筆記不是授權',
};

const reminding: Readonly<Record<string, string>> = {
  'License <code>{id}</code> of <b>{title}</b> {left, plural, =0 {ends today} =1 {ends tomorrow} other {ends in # days}}: {day, date, medium}':
    '<b>{title}</b> 的授權 <code>{id}</code> {left, plural, =0 {今天到期} =1 {明天到期} other {還有 # 天到期}}：{day, date, medium}',
  'License <code>{id}</code> of <b>{title}</b> ended on {day, date, medium}':
    '<b>{title}</b> 的授權 <code>{id}</code> 已於 {day, date, medium}到期',
  'After that day it covers nothing. If it goes on: {command}':
    '那天之後就不再涵蓋任何使用。如果續約：{command}',
  'License <code>{id}</code> of <b>{title}</b> has to be renewed {left, plural, =0 {today} =1 {by tomorrow} other {in # days}}: {day, date, medium}':
    '<b>{title}</b> 的授權 <code>{id}</code> {left, plural, =0 {今天要續約} =1 {明天前要續約} other {# 天內要續約}}：{day, date, medium}',
  'License <code>{id}</code> of <b>{title}</b> was to be renewed by {day, date, medium}':
    '<b>{title}</b> 的授權 <code>{id}</code> 的續約期限是 {day, date, medium}，已經過了',
  'Once it is settled, type the next day, or none: {command}':
    '處理好之後，請填下一個期限，或填「無」：{command}',
  'Late: this was due on {due, date, medium}, {due, time, short}; the bot was away until {now, date, medium}, {now, time, short}.':
    '遲到的提醒：原定 {due, date, medium} {due, time, short}，機器人到 {now, date, medium} {now, time, short}才恢復。',
  'License <code>{id}</code> of <b>{title}</b> has reached 80 % of a limit':
    '<b>{title}</b> 的授權 <code>{id}</code> 已用到上限的 80%',
  'License <code>{id}</code> of <b>{title}</b> has reached a limit':
    '<b>{title}</b> 的授權 <code>{id}</code> 已達上限',
  'What it allows: {command}': '授權內容：{command}',
};

const forms: Readonly<Record<string, string>> = {
  'Record a license': '記錄授權',
  'Complete the license': '補齊授權',
  Record: '記錄',
  'What it is about': '標的',
  'recording, work, sample or artwork, and its name: recording Night Bus':
    '種類（錄音、作品、取樣、美術）加名稱：錄音 夜車',
  'Who gives it': '授權人',
  'Who gets it': '被授權人',
  '@name for somebody here, else the name as it is signed': '這裡的人用 @名稱，其他人照簽名寫',
  'Where it holds': '地域',
  'Countries or regions in any language: EU, world except US': '任何語言的國名或區域：歐盟、全球除美國外',
  'What may be done': '用途',
  'reproduction, distribution, public performance, synchronization, sampling, remix …':
    '重製、散布、公開演出、公開傳輸、影像同步、取樣、混音、機械重製',
  'First day': '開始日',
  'Last day': '結束日',
  '2027-12-31, or none': '2027-12-31，無期限就填「無」',
  'Exclusive?': '是否專屬',
  'What is paid': '報酬',
  'As it is agreed: 500 EUR once, or none': '照約定寫：一次 500 歐元；沒有就填「無」',
  '10000 copies; 50000 streams, or none': '10000 份；50000 次串流；沒有就填「無」',
  'The signed paper: PDF, picture or text, at most 20 MB': '簽署的文件：PDF、圖片或文字檔，最多 20 MB',

  'Permissions to use things: what they cover, what is missing, when they end':
    '使用授權：涵蓋什麼、缺什麼、何時到期',
  'Record a license, or complete one; what is missing is named': '記錄或補齊授權；會指出還缺什麼',
  'All that a license says, with its proof file': '授權的全部內容與證明檔案',
  'The team’s licenses, newest first': '團隊的授權，由新到舊',
  'Is this use covered there and then? Yes, no or cannot say, with the clause':
    '這樣使用有沒有授權？可以、不可以或無法判斷，並附條款',
  'End a license; it is kept, and covers nothing after its last day':
    '終止授權；紀錄保留，最後一天之後不再涵蓋任何使用',
  'How much has been made under a license, for its limits': '填入授權已用的數量，供上限計算',
  'What it is about: a title, or its kind and name: sample Rain Song':
    '標的：名稱，或種類加名稱，例如：取樣 雨之歌',
  'A recording, by title, id or ISRC': '錄音的名稱、編號或 ISRC',
  'A work, by title, id or ISWC': '作品的名稱、編號或 ISWC',
  'A sample, by its name': '取樣的名稱',
  'A picture, by its name': '美術圖像的名稱',
  'Who gives it: @name, or the name as it is signed': '授權人：@名稱，或簽名上的名稱',
  'Who gets it: @name, or the name as it is signed': '被授權人：@名稱，或簽名上的名稱',
  'Where it holds: EU, Japan, world except US': '地域：歐盟、日本、全球除美國外',
  'Its first day, as in 2026-01-01': '開始日，例如 2026-01-01',
  'Its last day, as in 2027-12-31, or none': '結束日，例如 2027-12-31；無期限填「無」',
  'What may be done: reproduction, distribution, synchronization, remix …':
    '用途：重製、散布、影像同步、混音等',
  'Whether nobody else may do the same': '是否排除其他人做同樣的事',
  'What is paid, as it is agreed, or none': '報酬，照約定寫；沒有就填「無」',
  'Limits: 10000 copies; 50000 streams, or none': '上限：10000 份；50000 次串流；沒有就填「無」',
  'Last day to renew it or to give notice, or none': '續約或通知的最後一天；沒有就填「無」',
  'Anything else worth keeping': '其他值得記下的事',
  'One that is there: completes or corrects it': '已有的授權：補齊或更正',
  'Id of the license, or a word of what it is about': '授權編號，或標的名稱裡的字',
  'Where: Germany, or EU, or world': '地域：德國、歐盟或全球',
  'When, as in 2026-12-11; today when left out': '日期，例如 2026-12-11；不填就是今天',
  'Only those about this': '只列出這個標的的',
  'All, those that stand, drafts, or those that are over': '全部、有效的、草稿，或已到期終止的',
  'Its last day, as in 2026-12-11; today when left out': '最後一天，例如 2026-12-11；不填就是今天',
  'Why it ends': '終止原因',
  'In all, as in 8200 copies; 40000 streams': '目前總數，例如 8200 份；40000 次串流',
};

/** What is said of licenses, and of what stands in their way. */
export const licenses: Readonly<Record<string, string>> = {
  ...parts,
  ...recording,
  ...showing,
  ...checking,
  ...reminding,
  ...forms,
  ...Object.fromEntries(
    (Object.keys(chinese) as (keyof LicenseProblemDetails)[]).map((code) => [
      licenseProblemWords[code],
      chinese[code],
    ]),
  ),
};
