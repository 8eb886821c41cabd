/** What is said of codes. */
const KIND =
  '{kind, select, isrc {an ISRC} iswc {an ISWC} upc {a UPC} ean {an EAN} gtin {a GTIN} ipi {an IPI name number} ipiBase {an IPI base number} isni {an ISNI} grid {a GRid} dpid {a DPID} ismn {an ISMN} other {a code}}';
const IN_CHINESE =
  '{kind, select, isrc {ISRC } iswc {ISWC } upc {UPC } ean {EAN } gtin {GTIN } ipi {IPI 名稱號碼} ipiBase {IPI 基本號碼} isni {ISNI } grid {GRid } dpid {DPID } ismn {ISMN } other {編碼}}';

export const codes: Readonly<Record<string, string>> = {
  '<code>{code}</code> has the shape of an ISRC': '<code>{code}</code> 符合 ISRC 的格式',
  [`<code>{code}</code> has the form of ${KIND}, and its check digit agrees`]: `<code>{code}</code> 符合 ${IN_CHINESE}的格式，檢查碼相符`,
  [`<code>{code}</code> does not hold as ${KIND}`]: `<code>{code}</code> 不符合 ${IN_CHINESE}的規則`,
  '<code>{code}</code> is no code that is checked here': '<code>{code}</code> 不是這裡檢查的編碼',
  '<code>{code}</code>: {remark}': '<code>{code}</code>：{remark}',
  Prefix: '前綴',
  '<code>{prefix}</code>: issued through {agency} (list of {asOf, date, medium})':
    '<code>{prefix}</code>：由 {agency} 核發（{asOf, date, medium}名單）',
  '<code>{prefix}</code>: on the list of {asOf, date, medium}':
    '<code>{prefix}</code>：列在 {asOf, date, medium}的名單上',
  Year: '年份',
  '<code>{year}</code>: the year the code was assigned, most likely {likelyYear}':
    '<code>{year}</code>：編碼當年，多半是 {likelyYear} 年',
  '<code>{year}</code>: the year the code was assigned, most likely {likelyYear}; on early codes, the year of recording':
    '<code>{year}</code>：編碼當年，多半是 {likelyYear} 年；早期的編碼寫的是錄音當年',
  Names: '標示對象',
  '{kind, select, isrc {one recording: not the song, not the release, not the file} iswc {the composition, not a recording of it} upc {the release as a product} ean {the release as a product} gtin {a product} ipi {one name of a writer or publisher} ipiBase {a writer or publisher, under all names} isni {the public identity of a person or group} grid {a digital release} dpid {a company in DDEX messages} ismn {printed music} other {}}':
    '{kind, select, isrc {一個錄音：不是歌曲，不是發行產品，也不是檔案} iswc {詞曲作品，不是它的錄音} upc {發行產品} ean {發行產品} gtin {商品} ipi {詞曲作者或版權公司的一個名稱} ipiBase {詞曲作者或版權公司，涵蓋所有名稱} isni {個人或團體的公開身分} grid {數位發行產品} dpid {DDEX 訊息裡的公司} ismn {樂譜} other {}}',
  'To compare and store': '比對與儲存用',
  Form: '形式',
  'As typed': '輸入的內容',
  'An ISRC has no check digit, so this cannot tell whether the code was issued, or to which recording.':
    'ISRC 沒有檢查碼，因此看不出這組碼是否真的核發過，也看不出屬於哪個錄音。',
  'A check digit that agrees catches typing errors. It cannot tell whether the code was issued, or to what.':
    '檢查碼相符可以抓出打錯的字，但看不出這組碼是否真的核發過，也看不出屬於什麼。',
  'The check digit of {kind, select, ipiBase {an IPI base number} other {an ISWC}} misses about one typing error in ten. It cannot tell whether the code was issued, or to what.':
    '{kind, select, ipiBase {IPI 基本號碼} other {ISWC}} 的檢查碼大約每十個打字錯誤會漏掉一個，也看不出這組碼是否真的核發過、屬於什麼。',
  'Barcodes with a wrong check digit do exist on real sleeves. If this one is printed so, keep it as it is and note who confirmed it.':
    '市面上的封套確實有檢查碼不符的條碼。如果印的就是這樣，請照原樣保留，並記下由誰確認。',
  'Compare it with the source, then check again.': '請對照來源，再查一次。',
  '{count, plural, one {Perhaps this was meant: {codes}} other {Perhaps one of these was meant: {codes}}}':
    '{count, plural, =1 {也許是：{codes}} other {也許是其中之一：{codes}}}',
  'Check {code}': '檢查 {code}',
  'There is no code in this': '這裡面沒有編碼',
  'Send one or more codes, as in <code>/isrc check US-RC1-76-07839</code>, or attach a CSV or text file.':
    '請送出一組或多組編碼，例如 <code>/isrc check US-RC1-76-07839</code>，或附上 CSV 或文字檔。',
  '{total, plural, one {# code} other {# codes}}: ✅ {good, plural, one {# holds} other {# hold}} · ⚠️ {caution, number} to look at · ❌ {bad, plural, one {# does not hold} other {# do not hold}}':
    '{total, number} 組編碼：✅ {good, number} 組符合 · ⚠️ {caution, number} 組要看一下 · ❌ {bad, number} 組不符合',
  '{name}: {total, plural, one {# code} other {# codes}}: ✅ {good, plural, one {# holds} other {# hold}} · ⚠️ {caution, number} to look at · ❌ {bad, plural, one {# does not hold} other {# do not hold}}':
    '{name}：{total, number} 組編碼：✅ {good, number} 組符合 · ⚠️ {caution, number} 組要看一下 · ❌ {bad, number} 組不符合',
  'line {line, number} <code>{code}</code>: {problem}': '第 {line, number} 行 <code>{code}</code>：{problem}',
  'no. {line, number} <code>{code}</code>: {problem}': '第 {line, number} 組 <code>{code}</code>：{problem}',
  [`has the form of ${KIND}, and its check digit agrees`]: `符合 ${IN_CHINESE}的格式，檢查碼相符`,
  'has the shape of an ISRC, issued through {agency}': '符合 ISRC 的格式，由 {agency} 核發',
  '<code>{code}</code> is {count, plural, one {one character} other {# characters}} {way, select, short {short of} other {too long for}} an ISRC':
    '<code>{code}</code> 比 ISRC {way, select, short {少} other {多}}了 {count, number} 個字元',
  'Only {name} was checked. Send the codes in the text by themselves.':
    '只檢查了 {name}。文字裡的編碼請另外送出。',
  'Only {name} was checked. {count, plural, one {One more file} other {# more files}} came with it; send them one by one.':
    '只檢查了 {name}。同時附上的另外 {count, number} 個檔案，請一個一個送出。',
  'no.': '序號',
  'The same code is no. {line, number}.': '第 {line, number} 組是同一組編碼。',
  'the same code {times, plural, =2 {twice} other {# times}}, <code>{code}</code>: lines {lines}':
    '同一組編碼出現 {times, number} 次，<code>{code}</code>：第 {lines} 行',
  'the same code {times, plural, =2 {twice} other {# times}}, <code>{code}</code>: nos. {lines}':
    '同一組編碼出現 {times, number} 次，<code>{code}</code>：第 {lines} 組',
  'and {count, plural, one {one more} other {# more}}, in the attached file':
    '還有 {count, number} 項，都在附件裡',
  'Everything is in the attached file, one row for each code you sent.':
    '全部結果都在附件裡，你送出的每組編碼各一列。',
  'The attached file has your rows and columns as they were, with the findings beside them.':
    '附件保留你原來的列與欄，檢查結果加在旁邊。',
  line: '行',
  'code as sent': '送出的編碼',
  kind: '種類',
  verdict: '結果',
  'to compare and store': '比對與儲存用',
  'to print': '印製用',
  problems: '問題',
  'perhaps meant': '也許是',
  '{verdict, select, ok {holds} warn {look at this} missing {no code} other {does not hold}}':
    '{verdict, select, ok {符合} warn {要看一下} missing {沒有編碼} other {不符合}}',
  '{kind, select, isrc {ISRC} iswc {ISWC} upc {UPC} ean {EAN} gtin {GTIN} ipi {IPI name number} ipiBase {IPI base number} isni {ISNI} grid {GRid} dpid {DPID} ismn {ISMN} other {none}}':
    '{kind, select, isrc {ISRC} iswc {ISWC} upc {UPC} ean {EAN} gtin {GTIN} ipi {IPI 名稱號碼} ipiBase {IPI 基本號碼} isni {ISNI} grid {GRid} dpid {DPID} ismn {ISMN} other {無}}',
  'column {number, number}': '第 {number, number} 欄',
  'The same code stands on line {line, number}.': '第 {line, number} 行是同一組編碼。',
  '{name}: {rows, plural, one {# row} other {# rows}} read so far': '{name}：目前讀了 {rows, number} 列',
  'Codes were found in {count, plural, one {the column} other {the columns}} {names}.':
    '在 {count, number} 個欄位找到編碼：{names}。',
  '{count, plural, one {# row has} other {# rows have}} no code.': '有 {count, number} 列沒有編碼。',
  'The file was read as {encoding}. If characters look wrong in the result, save the file as UTF-8 and send it again.':
    '檔案以 {encoding} 編碼讀取。如果結果出現亂碼，請另存成 UTF-8 再送一次。',
  'Some bytes of the file are no text in any encoding known here; they are shown as �.':
    '檔案裡有些位元組不屬於這裡認得的任何文字編碼，以 � 顯示。',
  '{name} carries no recording code': '{name} 裡沒有錄音編碼',
  'Searched: {places}.': '找過的地方：{places}。',
  'Ask whoever delivers the recording for its ISRC, and have it written into the file.':
    '請向交付這個錄音的人要 ISRC，並請他寫進檔案裡。',
  '<code>{code}</code> stands in {place}.': '<code>{code}</code> 寫在 {place}。',
  'A recording has one ISRC. With several, keep the one that was issued first and tell the distributor.':
    '一個錄音只有一組 ISRC。如果有好幾組，請保留最早核發的那一組，並告知發行商。',
  'The file ends early or is built wrongly, so a code may have been missed.':
    '檔案不完整或結構有誤，可能漏掉編碼。',
  'The RIFF field named ISRC holds <code>{text}</code>. That name means “source”, and players do not look for a code there.':
    '名為 ISRC 的 RIFF 欄位裡寫著 <code>{text}</code>。這個名稱的意思是「來源」，播放軟體不會到那裡找編碼。',
  'Check identifiers': '檢查識別碼',
  Check: '檢查',
  Identifiers: '識別碼',
  'ISRC, ISWC, UPC or EAN, IPI, ISNI, GRid, DPID, ISMN; one or many':
    'ISRC、ISWC、UPC 或 EAN、IPI、ISNI、GRid、DPID、ISMN，一組或多組',
  'Or a file': '或附上檔案',
  'CSV, TSV or text up to 10 MB, or an audio file': '10 MB 以內的 CSV、TSV 或文字檔，或音訊檔',
  'Check codes': '檢查編碼',
  Codes: '編碼',
  'One or many, in any form: US-RC1-76-07839, or a whole list':
    '一組或多組，寫法不拘：US-RC1-76-07839，或一整份清單',
  'Source: {source} ({certainty})': '來源：{source}（{certainty}）',
  'Start again': '重新開始',
  'ISRC, ISWC, UPC/EAN, IPI, ISNI, GRid, DPID, ISMN: which is it, and does it hold?':
    'ISRC、ISWC、UPC/EAN、IPI、ISNI、GRid、DPID、ISMN：是哪一種、格式對不對',
  'One identifier or many, in any form': '一組或多組識別碼，寫法不拘',
  'A CSV, TSV or text file with identifiers, or an audio file': '含識別碼的 CSV、TSV 或文字檔，或音訊檔',
  'Check any number of codes, or a file of them': '檢查一組或多組編碼，也可以附檔',
  'One code or many, as in US-RC1-76-07839': '一組或多組編碼，例如 US-RC1-76-07839',
  'A CSV, TSV or text file with codes, or an audio file': '含編碼的 CSV、TSV 或文字檔，或音訊檔',
  'Does this version need a code of its own? Question by question': '這個版本要不要自己的編碼？一題一題問',
  '{name}: {reason}': '{name}：{reason}',
};
