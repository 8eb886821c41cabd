/** What is said of territories. */
export const territory: Readonly<Record<string, string>> = {
  'What to look at in a country or region, and whom to ask there': '各國或地區要注意什麼、該找誰問',
  'Cautions for countries, regions or a sentence that names them': '查國家、地區，或一句提到它們的話',
  'As in Japan, BR, EU, or: world except US': '例如：日本、BR、歐盟，或「全球，美國除外」',
  'Check territories': '查詢地區',
  'Look up': '查詢',
  Territories: '地區',
  'Countries, codes or regions, in any language: Japan, BR, EU, world except US':
    '國名、代碼或區域，任何語言都可以：日本、BR、歐盟、全球除美國外',

  '{place}: the caution for {rows}': '{place}：適用「{rows}」的注意事項',
  '{place}: two cautions apply, {rows}': '{place}：適用兩項注意事項，{rows}',
  '{place} has no caution of its own; the general one applies': '{place}沒有專屬的注意事項，適用一般原則',
  '{place}: {cautions, plural, one {one caution} other {# cautions, the strictest first}}':
    '{place}：{cautions, plural, =1 {一項注意事項} other {# 項注意事項，最嚴的在前}}',
  '{place}: {countries, plural, one {# territory} other {# territories}}, {cautions, plural, one {one caution} other {# cautions, the strictest first}}':
    '{place}：{countries, number} 個地區，{cautions, plural, =1 {一項注意事項} other {# 項注意事項，最嚴的在前}}',
  '{place} without {left}': '{place}（不含{left}）',
  'The world without {left}': '全球（不含{left}）',
  '{place}: which countries?': '{place}：是哪些國家？',
  'None of these {count, number} names is a territory known here':
    '這 {count, number} 個名稱都不是這裡認得的地區',
  'There is no territory in this': '這裡面沒有地區',
  'Name countries, codes or regions, as in <code>/territory check Japan, BR, EU</code>, or a sentence that has them.':
    '請輸入國名、代碼或區域，例如 <code>/territory check 日本、BR、歐盟</code>，也可以是一句提到它們的話。',
  '{row} ({places})': '{row}（{places}）',
  '{row} ({places, plural, one {# territory} other {# territories}})': '{row}（{places, number} 個地區）',
  '{row}, for what could not be placed': '{row}（無法判讀的部分）',
  '<code>{input}</code> was read as the code of {place}.': '<code>{input}</code> 讀作{place}的代碼。',
  '{input}: {remark}': '{input}：{remark}',
  'Counted here: {members}.': '這裡算的是：{members}。',
  '“Worldwide” is a clause of a license. What has to be checked differs from row to row.':
    '「全球」是授權條款的寫法；要查證的事，每一列都不一樣。',
  'Left out: {places}. Exceptions belong in the territory clause of the license, each by name.':
    '不含：{places}。例外要逐一寫進授權合約的地域條款。',
  'For readers in Taiwan, Hong Kong and Macau: {caution}': '在地提醒：{caution}',
  '“{input}”: {words} Which countries does the contract mean?':
    '「{input}」：{words}請問合約指的是哪些國家？',
  '“{input}”: {words}': '「{input}」：{words}',
  '“{input}” was not in it, so leaving it out changes nothing. Name it first if it is to be added.':
    '「{input}」本來就不在裡面，排除它沒有差別。如果是要加進來，請寫在例外的前面。',
  'Only exceptions were named, so this was read as the world without {inputs}. Write what is in as well.':
    '只寫了例外，所以讀作全球，不含「{inputs}」。請把包含的地區也寫出來。',
  'Leaving out {place} leaves these in: {stillIn}. The license should say whether they are meant too.':
    '排除{place}之後，這些地區還在裡面：{stillIn}。授權合約要寫明是否一起排除。',
  '“{input}” is no territory known here. Perhaps {names}?': '「{input}」不是這裡認得的地區。也許是{names}？',
  '“{input}” is no territory known here. Check the spelling, or name the country.':
    '「{input}」不是這裡認得的地區。請檢查拼字，或寫出國名。',

  ISRC: 'ISRC',
  Songs: '詞曲',
  Recordings: '錄音',
  'In writing': '白紙黑字',
  'each country by name, its exceptions too; language, term and territory':
    '逐一寫出國名，例外也一樣；語言、期間、地域',
  '; ': '；',
  '{count, plural, one {one more} other {# more}}': '另外 {count, number} 個',
  '{name} ({details})': '{name}（{details}）',
  '{bodies}': '{bodies}',
  '{right, select, isrc {no agency is on the list, so ask the international authority} authors {no society for performance was found} mechanical {no society for mechanicals was found} other {no body was found}}':
    '{right, select, isrc {名單上沒有當地機構，請找國際管理機構} authors {沒有查到管公開演出的團體} mechanical {沒有查到管機械重製的團體} other {沒有查到相關團體}}',
  'International ISRC authority': '國際 ISRC 管理機構',
  '{right, select, authors {performance} mechanical {mechanicals} neighboring {recordings} other {codes}}, {date}':
    '{right, select, authors {公開演出} mechanical {機械重製} neighboring {錄音} other {核發編碼}}，{date}',
  undated: '無日期',
  'undated, {year} or later': '無日期，{year} 年或之後',
  'undated, {year} or earlier': '無日期，{year} 年或之前',
  '{date} and undated': '{date}，另有無日期的頁面',
  '{day, date, medium}': '{day, date, medium}',
  '{day, date, ::yyyyMMM}': '{day, date, ::yyyyMMM}',
  '{year}': '{year} 年',
  'please check': '請再查證',
  'provisional at CISAC': 'CISAC 暫准會員',
  'Which societies collect here was not looked into. Ask your own society for its partner there.':
    '當地由哪些團體收取，這裡還沒有查過。請向你自己的集管團體詢問它在當地的合作單位。',
  'Sources disagree. {words}': '來源說法不一。{words}',
  'Everyone to ask: {place}': '可以問的單位：{place}',
  '{place}: everyone to ask, with source and date': '{place}：可以問的單位，附來源與日期',
  '{confidence, select, high {well founded} medium {one good source or provisional} other {please check}}':
    '{confidence, select, high {根據充分} medium {單一可靠來源或暫定} other {請再查證}}',
  'First of all: {words}': '先做：{words}',
  '<b>{name}</b> · {details} · {source}': '<b>{name}</b> · {details} · {source}',
  'Whom to ask: {place}': '該找誰問：{place}',

  'The attached file has every territory with its cautions and whom to ask there.':
    '附件列出每個地區的注意事項，以及該找誰問。',
  territory: '地區',
  code: '代碼',
  cautions: '注意事項',
  'what to look at': '要注意什麼',
  'in writing': '白紙黑字',
  'ISRC agency': 'ISRC 機構',
  'songs: performance': '詞曲：公開演出',
  'songs: mechanicals': '詞曲：機械重製',
  recordings: '錄音',
  'where sources disagree': '來源說法不一之處',
  sources: '來源',
};
