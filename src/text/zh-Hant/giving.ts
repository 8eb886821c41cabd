const given =
  '{given, plural, =0 {還沒有核發} other {已核發 # 組}}{burnt, plural, =0 {} other {，其中 # 組作廢}}';

/** What is said of prefixes and pools, and of the codes that are given from them. */
export const giving: Readonly<Record<string, string>> = {
  // The commands.
  'Recording codes: check them, give them out, register those from elsewhere':
    '錄音編碼：檢查、核發，以及登記別處核發的編碼',
  'list them': '列出',
  'add one, or a further range': '新增，或加上新的號段',
  'close one': '停用',
  'open one again': '重新啟用',
  'yes, all of them': '是，全部都是',
  'Give recordings the next codes of the team’s prefix (admins)':
    '用團隊的前綴替錄音核發下一組編碼（管理員）',
  'Title or id of the recording; several with a semicolon between': '錄音的名稱或編號；有好幾個時用分號隔開',
  'Which prefix, where the team has more than one': '團隊有不只一個前綴時，要用哪一個',
  'You have looked at the rules: each of them is a new recording': '已經看過規則：每一個都是新的錄音',
  'Write down a code that somebody else gave to a recording': '登記別人核發給錄音的編碼',
  'Title or id of the recording': '錄音的名稱或編號',
  'The ISRC, in any form': 'ISRC，任何寫法都可以',
  'Who gave it, such as the distributor': '由誰核發，例如發行商',
  'Why it stands although something is odd about it': '看起來不尋常但仍然成立的原因',
  'What codes are given from: the team’s prefixes and their ranges (changes: admins)':
    '用什麼核發編碼：團隊的前綴與號段（更動限管理員）',
  'What to do': '要做什麼',
  'The prefix as it was allocated, five characters, as in QZ-ABC': '核發給你的前綴，五個字元，例如 QZ-ABC',
  'Numbers that are yours, as in 00001-00500; all of them without':
    '可以使用的號碼，例如 00001-00500；不填就是全部',
  'A recording of the catalog: what is known of it is not asked': '目錄裡的錄音：已經知道的就不再問',

  // What codes are given from.
  '<code>{series}</code> is ready: codes can be given from it': '<code>{series}</code> 可以開始核發編碼',
  '<code>{series}</code> has {count, plural, one {one range} other {# ranges}} now':
    '<code>{series}</code> 現在有 {count, number} 個號段',
  '<code>{series}</code> is here already; nothing was changed':
    '<code>{series}</code> 已經在這裡，沒有任何更動',
  '<code>{series}</code> is closed: nothing more is given from it': '<code>{series}</code> 已停用，不再核發',
  '<code>{series}</code> is open again': '<code>{series}</code> 已重新啟用',
  '<code>{series}</code> was closed already': '<code>{series}</code> 先前就已停用',
  '<code>{series}</code> was open already': '<code>{series}</code> 原本就在使用',
  'Use only what an agency allocated to you, everywhere the music comes out: codes from a made-up prefix name other people’s recordings.':
    '請只使用 ISRC 機構核發給你的前綴，不論音樂在哪裡發行；用編造的前綴，標示的會是別人的錄音。',
  'If codes were given from it elsewhere this year, write them down first with <code>/isrc register</code>, or give a range behind them: what is registered is passed over.':
    '如果今年已經在別處用這個前綴發過編碼，請先用 <code>/isrc register</code> 登記，或改給後面的號段；登記過的號碼會跳過。',
  Range: '號段',
  'Ranges, in the order of use': '號段（依使用順序）',
  'Next in line': '下一組',
  'none is left': '已經用完',
  Left: '剩餘',
  '{left, number} in {year, number, ::group-off}': '{year, number, ::group-off} 年還有 {left, number} 組',
  '{left, number}': '{left, number} 組',
  '{count, plural, =0 {There is no ISRC prefix yet} one {The ISRC prefix of this team} other {The # ISRC prefixes of this team}}':
    '{count, plural, =0 {還沒有 ISRC 前綴} =1 {團隊的 ISRC 前綴} other {團隊的 # 個 ISRC 前綴}}',
  'An admin adds one with <code>/isrc prefix add</code>. It is allocated by the national ISRC agency; without one, the distributor gives the codes.':
    '管理員可以用 <code>/isrc prefix add</code> 新增。前綴由各國的 ISRC 機構核發；沒有前綴的話，編碼由發行商提供。',
  '<code>{series}</code> · {year, number, ::group-off}: {given, plural, =0 {none given} one {# given} other {# given}}{burnt, plural, =0 {} one {, # of them burnt} other {, # of them burnt}} · {left, number} left': `<code>{series}</code> · {year, number, ::group-off} 年${given} · 剩 {left, number} 組`,
  '{line} · closed': '{line} · 已停用',
  '{line} · next <code>{next}</code>': '{line} · 下一組 <code>{next}</code>',

  // Giving them.
  '<b>{title}</b> has the ISRC <code>{code}</code>': '<b>{title}</b> 的 ISRC 是 <code>{code}</code>',
  Given: '核發時間',
  '{when, date, medium}, {when, time, short} ({zone})': '{when, date, medium} {when, time, short}（{zone}）',
  '{when, date, medium}, {when, time, short} ({zone}), by {name}':
    '{when, date, medium} {when, time, short}（{zone}），由 {name} 核發',
  From: '前綴',
  '<code>{series}</code>, {left, number} left in {year, number, ::group-off}':
    '<code>{series}</code>，{year, number, ::group-off} 年還剩 {left, number} 組',
  'In the ledger': '紀錄',
  'entry {seq, number, ::group-off}': '第 {seq, number, ::group-off} 筆',
  'A recording keeps its code for life, wherever and by whomever it is released. Files and deliveries take it without the hyphens.':
    '編碼跟著錄音一輩子，不論在哪裡、由誰發行。寫進檔案或交付給平台時，不加連字號。',
  '<b>{title}</b> bears <code>{code}</code> already, and gets no other':
    '<b>{title}</b> 已經有 <code>{code}</code>，不會再核發',
  '<b>{title}</b> bears {codes} already, and gets no other': '<b>{title}</b> 已經有 {codes}，不會再核發',
  'One recording keeps one code for life.': '一個錄音一輩子只有一組編碼。',
  'registered, from {source}': '登記的編碼，來自 {source}',
  'registered; nobody said from whom it is': '登記的編碼，沒有人說明來源',
  'Where it is from': '來源',
  '{given, plural, =0 {No ISRC was given} one {# ISRC given} other {# ISRCs given}}{had, plural, =0 {} one { · # recording had one} other { · # recordings had one}}{open, plural, =0 {} one { · # has to be looked at} other { · # have to be looked at}}':
    '{given, plural, =0 {沒有核發任何 ISRC} other {核發了 # 組 ISRC}}{had, plural, =0 {} other { · # 個錄音原本就有}}{open, plural, =0 {} other { · # 個要再看一下}}',
  '<code>{code}</code> · {title}': '<code>{code}</code> · {title}',
  '<code>{code}</code> · {title}: borne already': '<code>{code}</code> · {title}：原本就有',
  '{title}: is it a new recording? → <code>/isrc assign {recording}</code>':
    '{title}：是新的錄音嗎？→ <code>/isrc assign {recording}</code>',
  'If all of these are new recordings: <code>{command}</code>':
    '如果這些都是新的錄音：<code>{command}</code>',

  // Whether it is a new recording.
  Recording: '錄音',
  'Version of': '原錄音',
  '{title}, which bears <code>{code}</code>': '{title}，編碼 <code>{code}</code>',
  'No code was given yet: the rules have to be asked first, since a code cannot be taken back.':
    '還沒有核發編碼：編碼一旦核發就收不回來，所以要先確認規則。',
  'It is a new recording: give a code': '是新的錄音，核發編碼',
  'Keep {code}': '沿用 {code}',
  'For an admin to type: <code>{command}</code>': '管理員可以輸入：<code>{command}</code>',
  'To keep its code: <code>{command}</code>': '沿用原來的編碼：<code>{command}</code>',
  'the recording that it is a version of': '原錄音',
  'same recording': '同一個錄音',
  '<b>{title}</b> keeps <code>{code}</code>, and gets no code of its own':
    '<b>{title}</b> 沿用 <code>{code}</code>，不另外核發',
  'by the rules the same recording as {title}': '依規則與 {title} 是同一個錄音',
  'It is written down on both, with the reason.': '兩邊都已記下，並附上原因。',

  // Codes from elsewhere.
  '<b>{title}</b> bears <code>{code}</code>, given by somebody else':
    '<b>{title}</b> 的 ISRC 是 <code>{code}</code>，由別處核發',
  Accepted: '接受原因',
  'It begins with a prefix of this team: when codes are given from it, this one is passed over.':
    '這組編碼用的是團隊的前綴：之後核發時會跳過它。',
  'It stays with the recording for life. Nothing here can tell whether it was issued to it.':
    '編碼跟著錄音一輩子。這裡看不出它是否真的核發給這個錄音。',
  // Pools.
  '{count, plural, =0 {There is no pool of barcodes or catalog numbers yet} one {The pool of this team} other {The # pools of this team}}':
    '{count, plural, =0 {還沒有條碼或目錄編號的號碼組} =1 {團隊的號碼組} other {團隊的 # 個號碼組}}',
  'An admin adds one with <code>/id pool add</code>.': '管理員可以用 <code>/id pool add</code> 新增。',
  '<code>{series}</code> · {kind, select, upc {UPC} ean {EAN} other {catalog numbers}} · {given, plural, =0 {none given} one {# given} other {# given}}{burnt, plural, =0 {} one {, # of them burnt} other {, # of them burnt}} · {left, number} left': `<code>{series}</code> · {kind, select, upc {UPC} ean {EAN} other {目錄編號}} · ${given} · 剩 {left, number} 組`,
  '<b>{title}</b> has the {kind, select, upc {UPC} ean {EAN} other {catalog number}} <code>{code}</code>':
    '<b>{title}</b> 的{kind, select, upc { UPC } ean { EAN } other {目錄編號}}是 <code>{code}</code>',
  Pool: '號碼組',
  '<code>{series}</code>, {left, number} left': '<code>{series}</code>，還剩 {left, number} 組',
  'It stays with this release, and is never used for another one.':
    '號碼跟著這個發行產品，不會再用在別的地方。',
  '<b>{title}</b> has the {kind, select, upc {UPC} ean {EAN} other {catalog number}} <code>{code}</code> already; nothing was given':
    '<b>{title}</b> 已經有{kind, select, upc { UPC} ean { EAN} other {目錄編號}} <code>{code}</code>，沒有再核發',
  'For another product, such as the vinyl beside the download, say so in the words: each is sold by itself and has its own.':
    '如果是另一項商品，例如數位版以外的黑膠，請在文字裡寫明：分開銷售的各有自己的號碼。',
  '<code>{code}</code> is burnt: {title} does not use it, and nothing else ever does':
    '<code>{code}</code> 已作廢：{title} 不用它，也不會再給別的東西用',
  '<code>{code}</code> was burnt already': '<code>{code}</code> 先前就已作廢',
  'It stays in the list. The same words may get another code.':
    '它會留在清單上。同樣的文字可以再核發另一組。',

  // Everything that was given.
  '{count, plural, =0 {No ISRC was given in {year, number, ::group-off}} one {# ISRC given in {year, number, ::group-off}} other {# ISRCs given in {year, number, ::group-off}}}':
    '{year, number, ::group-off} 年{count, plural, =0 {沒有核發任何 ISRC} other {核發了 # 組 ISRC}}',
  '{count, plural, =0 {No code was given from the pools} one {# code given} other {# codes given}}':
    '{count, plural, =0 {號碼組還沒有核發任何號碼} other {號碼組核發了 # 組號碼}}',
  '{given, number} in use{burnt, plural, =0 {} other { · # burnt}}{registered, plural, =0 {} other { · # registered from elsewhere}}{dropped, plural, =0 {} other { · # registered once, on no recording now}}{unfinished, plural, =0 {} one { · # gap of an attempt that was not finished} other { · # gaps of attempts that were not finished}}{unexplained, plural, =0 {} one { · # gap that nothing explains} other { · # gaps that nothing explains}}':
    '{given, number} 組使用中{burnt, plural, =0 {} other { · # 組作廢}}{registered, plural, =0 {} other { · # 組由別處核發}}{dropped, plural, =0 {} other { · # 組登記過，目前不屬於任何錄音}}{unfinished, plural, =0 {} other { · # 處因核發中斷而跳過}}{unexplained, plural, =0 {} other { · # 處原因不明}}',
  '<code>{code}</code> · {title}{has, select, yes { · {state}} other {}}':
    '<code>{code}</code> · {title}{has, select, yes { · {state}} other {}}',
  '<code>{code}</code> · {state}': '<code>{code}</code> · {state}',
  '{count, plural, one {One more stands} other {# more stand}} in the file, with version, artist, duration, date and who gave it.':
    '另外 {count, number} 組在檔案裡，附版本、藝人、長度、日期與核發的人。',
  'Numbers were left out and nothing says why. The database was changed from outside; compare it with a backup before more codes are given.':
    '有號碼被跳過，而且查不出原因，表示有人從外部改過資料庫。請先對照備份，再繼續核發。',
  'in use': '使用中',
  'burnt: what it was given for was taken out': '作廢：原本的對象已移除',
  'registered, given elsewhere': '由別處核發',
  'registered once, on no recording now': '登記過，目前不屬於任何錄音',
  'left out: an attempt took it and was not finished': '跳過：核發到一半中斷',
  'left out: nothing says why': '跳過：原因不明',
  ISRC: 'ISRC',
  number: '號碼',
  title: '曲名',
  for: '對象',
  version: '版本',
  artist: '藝人',
  duration: '長度',
  date: '日期',
  'given by': '核發者',
  state: '狀態',
  'Every code that was given, for you or for an agency, with a file':
    '核發過的所有編碼，附檔案，可交給 ISRC 機構',
  'Only this prefix': '只看這個前綴',
  'The year of the codes; this one without': '編碼的年份；不填就是今年',
  'Identifiers: check any kind, and give out barcodes and catalog numbers':
    '識別碼：檢查任何一種，也核發條碼與目錄編號',
  'UPC, 12 digits': 'UPC，12 個數字',
  'EAN, 13 digits': 'EAN，13 個數字',
  'catalog numbers': '目錄編號',
  'What barcodes and catalog numbers are given from (changes: admins)':
    '用什麼核發條碼與目錄編號（更動限管理員）',
  'A company prefix of GS1, or a pattern such as BUS-###': 'GS1 廠商代碼，或像 BUS-### 的格式',
  'Numbers that are yours, as in 000-499; all of them without': '可以使用的號碼，例如 000-499；不填就是全部',
  'What is given from it, when one is added': '新增時：用它核發什麼',
  'Give a release the next barcode or catalog number of a pool (admins)':
    '從號碼組替發行產品核發下一組條碼或目錄編號（管理員）',
  'What it is for, as in Night Bus single; the same words get the same code':
    '給什麼用，例如「夜車單曲」；同樣的文字得到同一組',
  'Which pool, where there is more than one': '有不只一個號碼組時，要用哪一個',
  'A code of a pool that is not used after all: nothing else ever gets it (admins)':
    '核發後沒有使用的號碼：作廢，不再給別的東西用（管理員）',
  'The barcode or catalog number': '條碼或目錄編號',
  'Every barcode and catalog number that was given, with a file': '核發過的所有條碼與目錄編號，附檔案',
  'Only this pool': '只看這個號碼組',
};
