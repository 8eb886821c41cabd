/** What `/catalog` says of itself and asks for, in menus and forms. */
const asked: Readonly<Record<string, string>> = {
  'Works, recordings and persons, the codes they bear, and what is missing':
    '作品、錄音與人物，它們的編碼，以及還缺什麼',
  'Add a recording, a work or a person': '新增錄音、作品或人物',
  'Change an item; what you leave out stays, - takes something away':
    '修改項目；沒有寫的維持不變，- 表示清空',
  'Everything about an item: facts, codes, versions, and what is open':
    '項目的所有資料：內容、編碼、版本，以及待補的項目',
  'What there is, the newest first, or what has these words': '列出目錄，最新的在前；也可以搜尋文字',
  'Take a recording or a work out of the catalog (admins)': '把錄音或作品移出目錄（限管理員）',
  'What is missing or contradicts itself, and the command that closes it': '缺漏或矛盾之處，以及補上的指令',

  'Title; of a person, the name': '曲名；人物請填名稱',
  'A new title; of a person, the name': '新的曲名；人物請填新的名稱',
  'A recording, a work or a person; a recording when left out': '錄音、作品或人物；不填就是錄音',
  'Recordings, works or persons; recordings when left out': '錄音、作品或人物；不填就是錄音',
  'The title in Latin letters, where it is in another script': '曲名不是拉丁字母時，填它的拉丁拼寫',
  'Other titles it goes by, with ; between': '其他名稱，用 ; 分開',
  'Which kind of version the recording is': '這個錄音是哪一種版本',
  'What this version is called, as in Radio Edit': '這個版本的名稱，例如 Radio Edit',
  'Main artist, as the cover says it': '主要藝人，照封面寫',
  'Who is heard: @ana; Bo; Cy Ltd': '參與演出的人：@ana; Bo; Cy Ltd',
  'Playing time, as in 3:41': '播放時間，例如 3:41',
  'Works that are heard: title, ISWC or id, with ; between': '錄音裡的作品：曲名、ISWC 或編號，用 ; 分開',
  'The recording it is a remix, edit or live take of': '它是哪個錄音的混音、剪輯或現場版本',
  'none, or with ; between: title | owner | cleared': '無，或用 ; 分開：曲名 | 權利人 | 已授權',
  'ISRC that somebody else gave; -CODE takes one off': '別人核發的 ISRC；-編碼表示拿掉',
  'ISWC of a work; -CODE takes one off': '作品的 ISWC；-編碼表示拿掉',
  'Who gave the code, as in DistroKid': '編碼由誰核發，例如 DistroKid',
  'Why the code stands although something is odd about it': '編碼有疑義但仍要保留的原因',
  'Legal name of a person': '人物的法定姓名',
  'IPI name number of a person': '人物的 IPI 名稱號碼',
  'ISNI of a person': '人物的 ISNI',
  'Society of a person, as in MÜST or BMI': '人物所屬的協會，例如 MÜST 或 BMI',
  'The audio file: its hash, duration and ISRC are read, it is not kept':
    '音檔：只讀取雜湊、長度和 ISRC，不會保存',
  'Title, code or id of the recording, work or person': '錄音、作品或人物的名稱、編碼或編號',
  'What the form showed; refused when somebody has changed it since': '表單顯示的內容；之後有人修改就拒絕',
  'Words that the titles or artists begin with, or a code': '曲名或藝人開頭的文字，或一組編碼',

  'a recording': '錄音',
  'a work': '作品',
  'a person': '人物',
  'New recording': '新的錄音',
  Edit: '修改',
  Add: '新增',
  'Main artist': '主要藝人',
  Version: '版本',
  Duration: '長度',
  'Minutes and seconds, such as 3:41': '分與秒，例如 3:41',
  'Only if somebody gave one already; /isrc assign gives a new one':
    '別人已經核發才填；新的編碼請用 /isrc assign',
  'In Latin letters': '拉丁拼寫',
  'Other titles': '其他名稱',
  'One a line; empty stays as it was, - takes them away': '一行一個；留空就維持不變，- 表示清空',
  'Empty stays as it was; - takes it away': '留空就維持不變；- 表示清空',
};

/** What is missing or in conflict, and the command that closes it. */
const gaps: Readonly<Record<string, string>> = {
  'Its ISRC {codes} is on another recording as well → <code>/catalog edit item: {item} isrc: -{code}</code> where it does not belong; <code>/catalog edit item: {item} isrc: {code} accept: …</code> if it really is on both':
    'ISRC {codes} 也在另一個錄音上 → 不該有的那邊用 <code>/catalog edit item: {item} isrc: -{code}</code> 拿掉；如果真的兩邊都有，請用 <code>/catalog edit item: {item} isrc: {code} accept: …</code> 說明',
  'More than one ISRC, {codes}; the first one issued stays → <code>/catalog edit item: {item} isrc: -{code}</code> for a mistake, <code>/catalog edit item: {item} isrc: {code} accept: …</code> for one in circulation; tell the distributor':
    'ISRC 不只一組：{codes}，以先核發的為準 → 登記錯誤請用 <code>/catalog edit item: {item} isrc: -{code}</code>；已在流通請用 <code>/catalog edit item: {item} isrc: {code} accept: …</code>，並告知發行商',
  'Its ISWC {codes} is on another work as well → <code>/catalog edit item: {item} iswc: -{code}</code> where it does not belong; <code>/catalog edit item: {item} iswc: {code} accept: …</code> if it really is on both':
    'ISWC {codes} 也在另一個作品上 → 不該有的那邊用 <code>/catalog edit item: {item} iswc: -{code}</code> 拿掉；如果真的兩邊都有，請用 <code>/catalog edit item: {item} iswc: {code} accept: …</code> 說明',
  'More than one ISWC, {codes}; the first one issued is the preferred one → <code>/catalog edit item: {item} iswc: {code} accept: …</code> for the archived one, <code>/catalog edit item: {item} iswc: -{code}</code> for a mistake':
    'ISWC 不只一組：{codes}，先核發的是優先碼 → 已封存的請用 <code>/catalog edit item: {item} iswc: {code} accept: …</code>；登記錯誤請用 <code>/catalog edit item: {item} iswc: -{code}</code>',
  'No ISRC → <code>/isrc assign recording: {item}</code>, or <code>/catalog edit item: {item} isrc: …</code> for one that somebody else gave':
    '沒有 ISRC → <code>/isrc assign recording: {item}</code>；別人已核發的請用 <code>/catalog edit item: {item} isrc: …</code>',
  'No ISWC yet → register the work with the society, then <code>/catalog edit item: {item} iswc: …</code>':
    '還沒有 ISWC → 請先向協會登記作品，再用 <code>/catalog edit item: {item} iswc: …</code>',
  'No work → <code>/catalog edit item: {item} works: …</code>':
    '沒有作品 → <code>/catalog edit item: {item} works: …</code>',
  'No main artist → <code>/catalog edit item: {item} artist: …</code>':
    '沒有主要藝人 → <code>/catalog edit item: {item} artist: …</code>',
  'No duration → <code>/catalog edit item: {item} duration: 3:41</code>':
    '沒有長度 → <code>/catalog edit item: {item} duration: 3:41</code>',
  'Nobody has said of which recording it is a version → <code>/catalog edit item: {item} of: …</code>':
    '還沒有說明是哪個錄音的版本 → <code>/catalog edit item: {item} of: …</code>',
  'Its title is not that of its work {work} → <code>/catalog edit item: {workId} also: {title}</code> if the work goes by both, or <code>/catalog edit item: {item} works: …</code>':
    '名稱和作品 {work} 不同 → 作品兩個名稱都用的話，請用 <code>/catalog edit item: {workId} also: {title}</code>，否則請用 <code>/catalog edit item: {item} works: …</code>',
  'Samples that are not cleared: {samples} → <code>/catalog edit item: {item} samples: title | owner | cleared</code> once they are':
    '還沒有取得授權的取樣：{samples} → 取得後請用 <code>/catalog edit item: {item} samples: 曲名 | 權利人 | 已授權</code>',
  'Nobody has said whether there are samples → <code>/catalog edit item: {item} samples: none</code>, or name them':
    '還沒有說明有沒有取樣 → 沒有請用 <code>/catalog edit item: {item} samples: none</code>，有就列出來',

  'Nothing is missing in the catalog, and nothing contradicts itself': '目錄沒有缺漏，也沒有矛盾',
  'There is nothing in the catalog yet': '目錄裡還沒有任何東西',
  'Add a recording with <code>/catalog add</code>, or bring a whole list in with <code>/catalog import</code>.':
    '請用 <code>/catalog add</code> 新增錄音，或用 <code>/catalog import</code> 匯入整份清單。',
  '{count, plural, one {One kind of gap is} other {# kinds of gaps are}} open in the catalog, the most pressing first':
    '目錄有 {count, plural, other {# 種}}待補之處，最要緊的在前',
  '{label}: {gap}': '{label}：{gap}',
  '<b>{gap}</b>: {count, number}': '<b>{gap}</b>：{count, number}',
  '<b>{gap}</b>: more than {count, number}': '<b>{gap}</b>：超過 {count, number}',
  'More: {gap}': '更多：{gap}',
  '{gap}: {from, number} to {to, number}': '{gap}：第 {from, number} 到 {to, number} 項',
  'Closed everywhere: {gap}': '已經全部補上：{gap}',
  'ISRC also on another recording': 'ISRC 也在另一個錄音上',
  'more than one ISRC': 'ISRC 不只一組',
  'ISWC also on another work': 'ISWC 也在另一個作品上',
  'more than one ISWC': 'ISWC 不只一組',
  'no ISRC': '沒有 ISRC',
  'no ISWC': '沒有 ISWC',
  'no work': '沒有作品',
  'no main artist': '沒有主要藝人',
  'no duration': '沒有長度',
  'a version, and nobody has said of what': '沒有說明是誰的版本',
  'title unlike that of the work': '名稱和作品不同',
  'samples that are not cleared': '取樣沒有取得授權',
  'nobody has said whether there are samples': '沒有說明有無取樣',
};

/** What is said about items. */
const said: Readonly<Record<string, string>> = {
  'Also known as': '又名',
  Called: '版本名稱',
  'Version of': '原錄音',
  Works: '作品',
  'SHA-256 of the audio file': '音檔的 SHA-256',
  '{title} ({version})': '{title}（{version}）',
  '{label} (<code>{item}</code>)': '{label}（<code>{item}</code>）',
  '{label}: {from} → {to}': '{label}：{from} → {to}',

  'In the catalog: {label}': '已加入目錄：{label}',
  'In the catalog as a work: {label}': '已加入目錄的作品：{label}',
  'Id: <code>{item}</code>': '編號：<code>{item}</code>',
  'On it, as on what it is a version of: {works}': '作品與原錄音相同：{works}',
  'Something else is called so as well: {others}': '另外也有這樣稱呼的：{others}',
  'Changed: {label}': '已修改：{label}',
  'Nothing would change: {label} is as you say already': '沒有任何變更：〈{label}〉本來就是這樣',
  '<code>{code}</code> is registered; ledger entry {seq}': '<code>{code}</code> 已登記，紀錄簿第 {seq} 筆',
  '<code>{code}</code> is taken off': '<code>{code}</code> 已拿掉',
  'The ISRC <code>{code}</code> stands in the file, so it is registered':
    '音檔裡有 ISRC <code>{code}</code>，已一併登記',
  'The file says <code>{heard}</code>, which is not the ISRC here. Compare both.':
    '音檔裡寫的是 <code>{heard}</code>，和這裡的 ISRC 不同。請比對兩者。',
  'The file holds more than one ISRC, so none was taken: {codes}':
    '音檔裡的 ISRC 不只一組，因此都沒有採用：{codes}',
  'audio file {name}': '音檔 {name}',
  'The file says <code>{heard}</code>, which belongs to another recording, so it was not taken. Compare both.':
    '音檔裡寫的 <code>{heard}</code> 屬於另一個錄音，因此沒有採用。請比對兩者。',
  'The file lasts <code>{heard}</code>, not <code>{typed}</code>. What you typed was kept.':
    '音檔的長度是 <code>{heard}</code>，不是 <code>{typed}</code>。已保留你輸入的長度。',
  'The file itself is not kept.': '音檔本身不會保存。',
  'Add the work “{title}”': '新增作品「{title}」',
  'Join the work “{title}”': '連到作品「{title}」',
  'The work {work} is in the catalog, and on {label}': '作品〈{work}〉已加入目錄，並連到〈{label}〉',
  '{work} is on {label} now': '作品〈{work}〉已連到〈{label}〉',
  '{label} has works already, and nothing was changed': '〈{label}〉已經有作品，沒有任何變更',

  'given out here {when, date, medium}': '{when, date, medium} 在這裡核發',
  'registered {when, date, medium}': '{when, date, medium} 登記',
  'by {name}': '由 {name}',
  'source: {source}': '來源：{source}',
  'accepted: {reason}': '接受理由：{reason}',
  'entry {seq}': '第 {seq} 筆',
  'Versions of it: {names}': '它的版本：{names}',
  'Versions of it, the first {count, number}: {names}': '它的版本，前 {count, number} 個：{names}',
  'Recordings of it: {names}': '它的錄音：{names}',
  'Recordings of it, the first {count, number}: {names}': '它的錄音，前 {count, number} 個：{names}',
  Show: '查看',
  'Edit…': '修改…',
  Remove: '移除',

  'In the books: {name}': '已加入名冊：{name}',
  'Changed: {name}': '已修改：{name}',
  Name: '名稱',
  'Numbers and the legal name are shown to {name} and to admins.':
    '號碼和法定姓名只有 {name} 本人和管理員看得到。',

  '{kind, select, work {{count, plural, one {# work} other {# works}}} person {{count, plural, one {# person} other {# persons}}} other {{count, plural, one {# recording} other {# recordings}}}}':
    '{kind, select, work {{count, plural, other {# 個作品}}} person {{count, plural, other {# 個人物}}} other {{count, plural, other {# 個錄音}}}}',
  '{kind, select, work {Works} person {Persons} other {Recordings}} {from, number} to {to, number}':
    '{kind, select, work {作品} person {人物} other {錄音}}：第 {from, number} 到 {to, number} 個',
  '{title} with “{text}”': '{title}，搜尋「{text}」',
  'No {kind, select, work {work} person {person} other {recording}} here':
    '這裡沒有{kind, select, work {作品} person {人物} other {錄音}}',
  'No {kind, select, work {work} person {person} other {recording}} here with “{text}”':
    '沒有符合「{text}」的{kind, select, work {作品} person {人物} other {錄音}}',
  'Add one with <code>{kind, select, work {/catalog add what: work title: …} person {/catalog add what: person title: …} other {/catalog add title: …}}</code>.':
    '請用 <code>{kind, select, work {/catalog add what: work title: …} person {/catalog add what: person title: …} other {/catalog add title: …}}</code> 新增。',
  'Words count from their beginnings; try fewer of them, or the title in its own script.':
    '文字從開頭比對；請少打幾個字，或用曲名原本的文字。',
  '<b>{label}</b>': '<b>{label}</b>',
  '{open, plural, =0 {complete} one {# open point} other {# open points}}':
    '{open, plural, =0 {完整} other {待補 # 項}}',
  'These words are on so many that not all were looked at. Add a word.':
    '符合的太多，沒有全部看完。請再加一個詞。',

  'Take {label} out of the catalog?': '要把〈{label}〉移出目錄嗎？',
  'Codes that were given out for it are burnt and never given again: {codes}':
    '在這裡核發給它的編碼會作廢，永遠不再核發：{codes}',
  'Codes that others gave are no longer known here: {codes}': '別人核發的編碼不再列在這裡：{codes}',
  'It is on {count, plural, one {# recording, which loses} other {# recordings, which lose}} it as its work.':
    '有 {count, plural, other {# 個}}錄音使用這個作品，移除後就沒有這個作品。',
  'The ledger keeps what was written about it.': '紀錄簿裡的紀錄會保留。',
  'Out of the catalog: {label}': '已移出目錄：{label}',
  'Burnt, and never given again: {codes}': '已作廢，永遠不再核發：{codes}',
  'Persons stay in the books, since sheets and entries name them. An admin can erase what is kept about somebody with <code>/splitproof privacy erase: {name}</code>.':
    '拆分表和紀錄會提到人物，因此人物留在名冊裡。管理員可以用 <code>/splitproof privacy erase: {name}</code> 刪除某人的個人資料。',
};

/** Files that go out and come in. */
const files: Readonly<Record<string, string>> = {
  'Bring a CSV or TSV in: first what each row would do, then all of it at a press (admins)':
    '匯入 CSV 或 TSV：先看每一列會怎樣，再按按鈕一次完成（限管理員）',
  'All recordings and works as CSV files that can be brought back': '全部錄音和作品的 CSV 檔，可以再匯入',
  'A CSV or TSV with titles, codes and whatever else is known': '有曲名、編碼和其他資料的 CSV 或 TSV',
  'What its rows are; found by the headings when left out': '每一列是什麼；不填就看欄位標題判斷',

  Kind: '種類',
  Id: '編號',
  'Latin title': '拉丁曲名',
  'Version title': '版本名稱',
  'Code given by': '編碼核發者',
  'Accepted because': '接受原因',
  recording: '錄音',
  work: '作品',

  'The catalog: {recordings, plural, one {# recording} other {# recordings}} and {works, plural, one {# work} other {# works}}':
    '目錄：{recordings, plural, other {# 個錄音}}、{works, plural, other {# 個作品}}',
  'Change the files in a spreadsheet and bring them back with <code>/catalog import</code>; rows that nobody touched change nothing. Leave the ids as they are.':
    '可以用試算表修改，再用 <code>/catalog import</code> 匯入；沒有動過的列不會有任何變更。請不要改動編號。',
  'There is nothing in the catalog yet, so there is nothing to take out':
    '目錄裡還沒有任何東西，沒有可以匯出的內容',

  'Reading {name}: {rows, number} rows': '正在讀取 {name}：{rows, number} 列',
  'Importing {rows, number} rows of {name}': '正在匯入 {name} 的 {rows, number} 列',
  '{name}: {added, number} new, {changed, number} changed, {same, number} as they are, {refused, number} refused':
    '{name}：新增 {added, number} 列、修改 {changed, number} 列、不變 {same, number} 列、拒絕 {refused, number} 列',
  '{name}: nothing would change, and {refused, plural, one {# row is} other {# rows are}} refused':
    '{name}：沒有任何變更，拒絕 {refused, plural, other {# 列}}',
  '{name}: nothing would change; all {same, number} rows are in the catalog as they say':
    '{name}：沒有任何變更，{same, number} 列都和目錄一致',
  '{count, plural, one {# new work comes} other {# new works come}} with the recordings.':
    '隨錄音新增 {count, plural, other {# 個作品}}。',
  'Nothing is written yet. The attached file says for every row what would happen.':
    '還沒有寫入任何內容。附檔寫明每一列會怎樣。',
  'Not read, since the headings mean nothing here: {headings}': '沒有讀取的欄位（看不懂標題）：{headings}',
  'The catalog has changed since the file was read, so nothing was written. This is what it would do now.':
    '讀取檔案之後目錄有變動，因此沒有寫入。以下是現在匯入的結果。',
  'line {line, number}: {why}': '第 {line, number} 行：{why}',
  'Import {count, plural, one {this # row} other {these # rows}}': '匯入這 {count, plural, other {# 列}}',
  'Imported from {name}: {added, number} new, {changed, number} changed':
    '已從 {name} 匯入：新增 {added, number} 列、修改 {changed, number} 列',
  'Ledger entry {seq}. The file is kept with it; <code>/catalog health</code> says what is open now.':
    '紀錄簿第 {seq} 筆，檔案一併保存。用 <code>/catalog health</code> 查看目前待補的項目。',
  'These rows were imported already: ledger entry {seq}': '這些列已經匯入過：紀錄簿第 {seq} 筆',
  Line: '行',
  'What happens': '結果',
  'In detail': '內容',
  new: '新增',
  changed: '修改',
  'as it is': '不變',
  refused: '拒絕',
  'new work: {title}': '新作品：{title}',
};

/** Works, recordings and persons: what `/catalog` asks and says. */
export const catalog: Readonly<Record<string, string>> = {
  '{count, plural, one {A license was} other {# licenses were}} recorded for it ({ids}). They stay on the list, and no check asks them about it any more; end those that are over with <code>/license end</code> first.':
    '有 {count, plural, other {# 份}}授權是為它記錄的（{ids}）。這些授權會留在清單裡，但之後查驗不會再對到它；已經結束的請先用 <code>/license end</code> 終止。',
  'Split sheets name it: {titles}. They stay as they are.': '拆分表提到它：{titles}。拆分表維持原樣。',
  'Split sheets: {names}': '拆分表：{names}',
  '{title}, version {version}: {state, select, open {open} completed {agreed} cancelled {cancelled} lapsed {lapsed} other {replaced}}':
    '{title} 第 {version} 版：{state, select, open {徵詢中} completed {已同意} cancelled {已取消} lapsed {已逾期失效} other {已有新版}}',
  ...asked,
  ...gaps,
  ...said,
  ...files,
};
