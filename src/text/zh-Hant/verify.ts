import type { LedgerProblemDetails } from '../../core/ledger/problems.ts';
import { ledgerProblemWords } from '../ledger-problems.ts';

const n = (name: string): string => `{${name}, number, ::group-off}`;
const gone = '{how, select, erased {已刪除} other {未提供}}';

/** What is said of evidence. The place, a file or an entry, stands before each. */
const chinese: Readonly<Record<keyof LedgerProblemDetails, string>> = {
  'json.too-long': '長度超過上限 {limitBytes, number} 位元組。',
  'json.utf8': '這些位元組不是 UTF-8 文字。',
  'json.syntax': '這不是 JSON。',
  'json.too-deep': '清單與物件的巢狀超過 32 層。',
  'json.number': '有一個數字不是 ±(2⁵³−1) 以內的整數。',
  'json.surrogate': '有半個字元：代理碼少了另一半。',
  'json.not-json': '有一個 JSON 無法表示的值。',
  'json.form': '位元組與內容的標準寫法不一致，存檔之後有人改寫過。',

  'entry.object': '一筆紀錄必須是一個 JSON 物件。',
  'entry.member': '成員 <code>{member}</code> 缺少、格式不對，或不該出現。',
  'entry.first':
    '類型是 <code>{type}</code>。第 0 筆必須是 <code>ledger.created</code>，其他各筆都不可以是。',
  'entry.subject': '類型 <code>{type}</code> 的紀錄，主題不能是 <code>{subject}</code>。',
  'entry.data': '類型 <code>{type}</code> 的紀錄裡，成員 <code>{member}</code> 缺少、格式不對，或不該出現。',
  'entry.unsealed': '類型 <code>{type}</code> 的紀錄必須有密封部分，這一筆沒有。',
  'entry.ledger': '它屬於另一本紀錄簿 <code>{ledger}</code>。',
  'entry.number': `它自稱是第 ${n('seq')} 筆。`,
  'entry.time': '它的時間是 {at}，早於前面的紀錄 {before}。',
  'entry.v': `它用的是第 ${n('v')} 版格式，比這個驗證程式新。請改用較新的驗證程式。`,
  'entry.type': '它的類型 <code>{type}</code> 是這個驗證程式不認得的。請改用較新的驗證程式。',
  'sealed.object': '密封部分必須是一個 JSON 物件。',
  'sealed.salt': '密封部分沒有 32 個十六進位字元的鹽值。',
  'sealed.hash': '密封部分不是寫入紀錄時的那一份：雜湊不同。',
  'sealed.lines': '密封部分有 {lines, number} 行或更多，紀錄卻有 {entries, number} 筆。',
  'sealed.stray': '這裡有密封部分，但沒有任何同號的紀錄指到它。',

  'key.form': '這不是 Ed25519 驗證金鑰的格式 <code>name+8 hex digits+base64</code>。',
  'key.id': '這 8 個十六進位字元屬於另一把金鑰；這一把應該是 <code>{expected}</code>。',
  'key.point': '這把金鑰不是曲線上的點，或不是唯一的那種寫法。',
  'key.small-order': '這把金鑰是低階的點，任何人都能偽造它的簽章。',
  'key.name': '金鑰的名稱是 <code>{name}</code>，紀錄簿是 <code>{ledger}</code>。',
  'key.first': '第 0 筆寫的金鑰和證據包的不同。',
  'key.first-missing': '第 0 筆不在這裡，無法對照紀錄簿開始時的金鑰。',
  'key.pinned': '證據包的金鑰不是 <code>--key</code> 指定的那一把。',
  'checkpoint.form': '這不是檢查點：應有來源、筆數、樹根雜湊、一行空白和一個簽章，而且各只有一種寫法。',
  'checkpoint.origin': '這個檢查點屬於另一本紀錄簿 <code>{origin}</code>。',
  'checkpoint.file-name': `檔名的筆數和檢查點的 ${n('size')} 不同。`,
  'checkpoint.signature': '簽章不是用紀錄簿的金鑰對這幾行簽的。',
  'checkpoint.larger': `這個檢查點有 ${n('size')} 筆，比證據包最新的 ${n('newest')} 筆還多。`,
  'checkpoint.missing': '證據包說這是最新的檢查點，但檔案不在這裡。',
  'proof.form': '這不是 <code>c2sp.org/tlog-proof@v1</code> 格式、不含額外資料的證明。',
  'proof.index': `這份證明屬於第 ${n('index')} 筆，卻放在第 ${n('seq')} 筆。`,
  'proof.checkpoint': '證明裡的檢查點和證據包最新的檢查點並非逐位元組相同。',
  'proof.wrong': '證明無法從這筆紀錄走到樹根：照這裡的內容，這筆不在紀錄簿裡。',
  'proof.missing': '沒有證明能顯示這筆在紀錄簿裡。',
  'proof.stray': '這份證明不屬於這裡的任何一筆紀錄。',
  'consistency.form': '這不是 <code>splitproof-consistency/1</code> 格式的一致性證明。',
  'consistency.file-name': '證明的筆數和檔名不同。',
  'consistency.wrong': '證明無法從較早的檢查點走到最新的檢查點。',
  'consistency.missing': `沒有證明能顯示 ${n('size')} 筆的檢查點是最新檢查點的開頭。`,
  'consistency.stray': `證明從 ${n('size')} 筆開始，但這裡沒有那個檢查點，或它沒有通到最新的檢查點。`,
  'consistency.root': `前 ${n('size')} 筆算不出這個檢查點的樹根：紀錄簿被改寫過。`,
  'receipt.form': '這不是收據，也不是檢查點，格式不符。',

  'older.signature': '簽章不是用這本紀錄簿的金鑰簽的。',
  'older.differs': `同樣是 ${n('size')} 筆，這裡的內容和證據包不同：同一本紀錄簿簽出了兩段歷史。`,
  'older.wrong': `證據包的紀錄簿不是從這 ${n('size')} 筆接下去的：紀錄簿被改寫或分岔了。`,
  'older.larger': `這裡有 ${n('size')} 筆，證據包只有 ${n('newest')} 筆。請索取較新的證據包，後面的紀錄可能被截掉。`,
  'older.unproven': `證據包沒有證明它是從 ${n('size')} 筆接下去的。請索取整本紀錄簿，或含有這個檢查點的證據包。`,
  'older.entry-missing': `收據上的第 ${n('entry')} 筆應該在這個證據包裡，卻沒有。`,
  'older.entry-differs': `第 ${n('entry')} 筆在證據包裡的內容和收據不同。`,

  'bundle.missing': '這裡沒有 <code>bundle.json</code>，所以不是證據包。',
  'bundle.member': '成員 <code>{member}</code> 缺少、格式不對，或不該出現。',
  'bundle.version': '證據包的格式 <code>{format}</code> 比這個驗證程式新。請改用較新的驗證程式。',
  'bundle.path': '證據包裡沒有這種名稱的檔案。',
  'bundle.not-plain': '這是連結或其他東西，不是一般檔案。',
  'bundle.unreadable': '這個檔案無法讀取。',
  'bundle.too-large': '證據包超過上限 {limitBytes, number} 位元組，沒有讀取任何內容。',
  'bundle.file-too-large': '檔案超過上限 {limitBytes, number} 位元組。',
  'bundle.unlisted': '這個檔案不在 <code>bundle.json</code> 的清單裡。',
  'bundle.absent': '<code>bundle.json</code> 列了這個檔案，但它不在這裡。',
  'bundle.size': '檔案有 {found, number} 位元組，<code>bundle.json</code> 寫的是 {listed, number}。',
  'bundle.hash': '內容和 <code>bundle.json</code> 列的不同：雜湊不符。',
  'bundle.own-hash': '檔名是雜湊，但檔案不是那個雜湊的內容。',
  'bundle.kind': '<code>{subject}</code> 的證據包不會有這個檔案。',
  'ledger.missing': '整本紀錄簿的證據包必須有這個檔案，但它不在這裡。',
  'ledger.lines': '共有 {lines, number} 行，最新的檢查點卻是 {size, number} 筆：紀錄被刪減或增加。',
  'ledger.line-end': '檔案不是以換行結尾。',
  'ledger.root': '這些紀錄算不出最新檢查點的樹根：有內容被改過，或順序被換過。',

  'chain.prev': '它說同一主題的前一筆是 {found}，這裡卻是 {expected}。有一筆被拿掉或塞進來。',
  'chain.between': '它說同一主題的前一筆是 {found}，這不可能。',
  'chain.end': '它寫的 <code>{subject}</code> 最後一筆，不是當時這個主題最新的一筆。',
  'chain.own': '它沒有把自己主題的前一筆寫成最後一筆。',
  'chain.open': '這裡的最後一筆沒有說 <code>{subject}</code> 已完整取出，所以後面可能還有相關紀錄。',
  'erasure.entry': `它提到第 ${n('entry')} 筆，但那不是同一主題較早的紀錄。`,

  'sheet.version-order': '它是第 {found, number} 版，下一版應該是第 {expected, number} 版。',
  'sheet.replaces': '它說取代的是 {found}，前一版其實是 {expected}。',
  'sheet.amends': '它說修訂的是 {found}，最新談定的版本其實是 {expected}。',
  'sheet.no-layer': '它沒有任何一層。',
  'sheet.layer-order': '{layer} 這一層的人沒有照順序排，或有人出現兩次。',
  'sheet.layer-total': '{layer} 這一層的份額加起來不是剛好 1。',
  'sheet.party-missing': '<code>{person}</code> 必須同意，卻不在當事人之中。',
  'sheet.version-unknown': '它提到第 {version, number} 版，但前面沒有任何一筆建立過這一版。',
  'sheet.text-differs': '內文雜湊和第 {version, number} 版的不同。',
  'sheet.message-unknown': '它提到的訊息，前面沒有任何一筆說過這張表貼在那裡。',
  'sheet.message-id': '<code>{message}</code> 不是 {platform} 的訊息識別碼。',
  'sheet.message-time':
    '依識別碼，{platform} 的訊息 <code>{message}</code> 貼出的時間，比這一版建立早一小時以上，或比這筆紀錄晚一小時以上。',
  'sheet.not-newest': '它結束的是第 {version, number} 版，但已有較新的第 {newest, number} 版。',
  'sheet.ended':
    '第 {version, number} 版之前已經{state, select, completed {談定} cancelled {取消} other {逾期}}。',
  'mark.party': '<code>{person}</code> 不是這一版的當事人，這個表態不能算數。',
  'mark.message': '那則訊息顯示的不是第 {version, number} 版。',
  'mark.between': '表態的時間區間，結束早於開始，或晚於這筆紀錄。',
  'mark.attested': '方式、等級、檔案、帳號和代理對不起來：附上簽名檔的表態必須單獨成立。',
  'mark.later': `它依據的是第 ${n('entry')} 筆，但那一筆並不在它之前。`,
  'mark.file': `它依據的是第 ${n('entry')} 筆，但那一筆沒有存放檔案。`,
  'mark.link': `它依據的是第 ${n('entry')} 筆，但那一筆沒有連結帳號。`,
  'mark.link-person': `第 ${n('entry')} 筆的帳號屬於 <code>{person}</code>，既不是當事人，也不是代理人。`,
  'mark.link-platform': `第 ${n('entry')} 筆的帳號在 {platform}，訊息卻在別處。`,
  'mark.account': `表態用的帳號，和第 ${n('entry')} 筆的帳號不同。`,
  'mark.delegation': `它依據的是第 ${n('entry')} 筆，但那一筆沒有指定代理人。`,
  'mark.delegation-person': `第 ${n('entry')} 筆的代理人不是代理 <code>{person}</code>。`,
  'mark.delegation-over': `第 ${n('entry')} 筆的代理已在 {end} 到期。`,
  'mark.scope': `第 ${n('entry')} 筆的代理不包括這張表。`,
  'mark.ended': `它依據的是第 ${n('entry')} 筆，但第 ${n('by')} 筆早已把它終止。`,
  'confirmed.unknown': `它確認的是第 ${n('entry')} 筆，但那不是這張表的表態。`,
  'confirmed.mark': `它確認的是第 ${n('entry')} 筆，但那不是即時看到、新按上的表情。`,
  'completed.party': '<code>{person}</code> 此時並不同意，這一版不能算談定。',
  'completed.marks': '這裡算數的同意是第 {expected} 筆，它寫的卻是別的。',
  'text.missing': '密封部分裡沒有內文。',
  'text.hash': '定稿內文的雜湊和紀錄寫的不同。',
  'text.names': '名稱不是每位當事人各一個，或含有控制字元。',
  'text.end': '定稿內文的結尾，不是這一版該有的那幾行。',
  'text.line': '定稿內文結尾有一行，和這一版的當事人、名稱或份額不同。',
  'text.file-hash': '這份內文不是該版的定稿內文：雜湊不同。',
  'text.stray': '這裡的紀錄沒有這一版。',
  'pdf.differs': '這個檔案不是最後一次取出時寫下的那一份。',

  'needed.entry': `它依據的第 ${n('entry')} 筆不在這裡。請要求把它加進證據包。`,
  'needed.chain': '<code>{subject}</code> 的紀錄沒有全部在這裡，看不出帳號或代理當時是否仍然有效。',
  'needed.text': `<code>{sheet}</code> 第 {version, number} 版的定稿內文${gone}。當事人的收據裡有一份。`,
  'needed.sealed': `第 ${n('entry')} 筆的密封部分${gone}。`,
  'needed.file': `第 ${n('entry')} 筆存放的檔案${gone}。`,

  'note.sealed-erased': '有 {count, number} 筆的密封部分已刪除，並有紀錄載明：第 {entries} 筆。',
  'note.sealed-withheld': '有 {count, number} 筆的密封部分未提供：第 {entries} 筆。',
  'note.file-erased': '有 {count, number} 筆的檔案已刪除，並有紀錄載明：第 {entries} 筆。',
  'note.file-withheld': '有 {count, number} 筆的檔案未提供：第 {entries} 筆。',
  'note.pdf-withheld': '最後一次取出時寫下了一份 PDF，但它不在這裡。',
  'note.time-stamps': '這裡有 {count, number} 個時間戳記，沒有檢查：沒有人說要信任哪些機構。',
  'note.agrees-no-more':
    '<code>{person}</code> 同意過 <code>{sheet}</code> 第 {version, number} 版，談定之後收回了。這一版仍然有效。',
};

/** What the shell's `verify` says around them. */
const shell: Readonly<Record<string, string>> = {
  '✅ Verified: {subject, select, ledger {the whole ledger} other {<code>{subject}</code> in the ledger}} <code>{ledger}</code>. {entries, plural, one {# entry} other {# entries}} here, {size, number} in the ledger.':
    '✅ 驗證通過：{subject, select, ledger {整本紀錄簿 <code>{ledger}</code>} other {紀錄簿 <code>{ledger}</code> 的 <code>{subject}</code>}}。這裡有 {entries, number} 筆，紀錄簿共 {size, number} 筆。',
  '❌ Not verified: {count, plural, one {# fault} other {# faults}} in the evidence of {subject, select, ledger {the whole ledger} other {<code>{subject}</code> in the ledger}} <code>{ledger}</code>.':
    '❌ 驗證不通過：{subject, select, ledger {整本紀錄簿 <code>{ledger}</code>} other {紀錄簿 <code>{ledger}</code> 的 <code>{subject}</code>}}，證據裡有 {count, number} 處錯誤。',
  '❌ Not verified: this cannot be read as a bundle.': '❌ 驗證不通過：這無法當成證據包讀取。',
  '⚠️ Cannot say: nothing is wrong with {subject, select, ledger {the whole ledger} other {<code>{subject}</code> in the ledger}} <code>{ledger}</code>, but {count, plural, one {# thing is} other {# things are}} missing or unknown.':
    '⚠️ 無法判定：{subject, select, ledger {整本紀錄簿 <code>{ledger}</code>} other {紀錄簿 <code>{ledger}</code> 的 <code>{subject}</code>}} 沒有錯誤，但有 {count, number} 處缺少或不明。',
  '⚠️ Cannot say: this bundle is newer than the verifier.': '⚠️ 無法判定：這個證據包比驗證程式新。',
  '❌ step {step, number}, {where}: {reason}': '❌ 第 {step, number} 步，{where}：{reason}',
  '⚠️ step {step, number}, {where}: {reason}': '⚠️ 第 {step, number} 步，{where}：{reason}',
  '{mark} <code>{sheet}</code> version {version, number}: {state, select, completed {agreed by everyone} cancelled {cancelled} lapsed {lapsed} replaced {replaced by a newer version} disputed {disputed} other {open}}{grades}':
    '{mark} <code>{sheet}</code> 第 {version, number} 版：{state, select, completed {全員同意} cancelled {已取消} lapsed {已逾期} replaced {已由新版取代} disputed {有異議} other {進行中}}{grades}',
  '{grade, select, confirmed {{person} confirmed} live {{person} live} reconciled {{person} reconciled} attested {{person} attested} other {{person} has not agreed}}':
    '{grade, select, confirmed {{person}：已覆核} live {{person}：即時} reconciled {{person}：事後補記} attested {{person}：簽名檔} other {{person}：未同意}}',
  '… and {count, number} more; <code>--json</code> names all of them.':
    '…… 還有 {count, number} 項，<code>--json</code> 會全部列出。',
  'Key: <code>{key}</code>': '金鑰：<code>{key}</code>',
  'Not proven: {what}': '未證明：{what}',
  'Not proven by this, whatever the verdict:': '無論結果如何，以下都沒有得到證明：',
  'that the key is the team’s. Compare it, whole, with the one posted in your channel, and give it with <code>--key</code>, or give a receipt of your own with <code>--older</code>.':
    '這把金鑰屬於這個團隊。請和頻道裡公布的整串對照，用 <code>--key</code> 指定，或用 <code>--older</code> 附上自己的收據。',
  'that an account was in the right hands.': '帳號當時是在本人手上。',
  'that a person had authority to agree.': '那個人有權同意。',
  'that the split is fair, lawful or complete.': '這份拆分公平、合法或完整。',
  'that everything that happened on the platform was written down, and nothing else. Look at the messages.':
    '平台上發生的事全部都有記下，而且沒有多記。請看原始訊息。',
  'that the clock of the bot was right, beyond what receipts, message ids and time stamps say.':
    '除了收據、訊息識別碼和時間戳記所能說明的之外，機器人的時鐘是準的。',
  'that no other ledger exists that was shown to others. Compare receipts: <code>--older</code> takes them.':
    '沒有另一本給別人看的紀錄簿。請互相對照收據，用 <code>--older</code> 附上。',
  'what <code>README.txt</code> says, and what a <code>verify.html</code> that came along shows. Take a verifier from elsewhere.':
    '<code>README.txt</code> 寫的內容，以及隨附的 <code>verify.html</code> 顯示的結果。驗證程式請從別處取得。',
  'There is no folder {name}. Check its name.': '找不到資料夾 {name}。請檢查名稱。',
  '{name} is not a folder. Unpack the bundle and name the folder it is in.':
    '{name} 不是資料夾。請先解開證據包，再指定它所在的資料夾。',
  'There is no file {name}. Check its name and folder.': '找不到檔案 {name}。請檢查名稱和位置。',
  '{name} is too large or no plain file, so it is neither a receipt nor a checkpoint.':
    '{name} 太大，或不是一般檔案，所以不是收據，也不是檢查點。',
  '{name} cannot be read: {reason}. Check it and start again.':
    '{name} 無法讀取：{reason}。請檢查後再試一次。',
  '❌ Not verified: the folder changed or could not be read to the end ({reason}).':
    '❌ 驗證不通過：資料夾有變動，或無法讀到最後（{reason}）。',
  'The key given with <code>--key</code> cannot be used. {reason}':
    '<code>--key</code> 指定的金鑰無法使用。{reason}',
  '{name} belongs to another ledger, {ledger}. Nothing was checked; leave it out, or name the right bundle.':
    '{name} 屬於另一本紀錄簿 {ledger}。沒有做任何檢查；請拿掉它，或指定正確的證據包。',
};

export const evidence: Readonly<Record<string, string>> = {
  ...shell,
  ...Object.fromEntries(
    Object.entries(chinese).map(([code, words]) => [
      ledgerProblemWords[code as keyof LedgerProblemDetails],
      words,
    ]),
  ),
};
