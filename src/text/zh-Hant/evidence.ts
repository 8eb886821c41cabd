import type { ProblemCode } from '../../core/problem.ts';
import { problemWords } from '../problems.ts';

type EvidenceProblem = Extract<ProblemCode, `evidence.${string}`>;

/** Why a ledger cannot be written, or asked for what it has not got. */
const problems: Readonly<Record<EvidenceProblem, string>> = {
  'evidence.none': '這個團隊還沒有紀錄簿；寫下第一筆資料時就會開始，例如一張拆分表或一個錄音。',
  'evidence.cut':
    '紀錄簿現在有 {size, number} 筆，但曾經簽署到 {signed, number} 筆：可能還原了舊備份，或遺失了紀錄。系統不會再寫入。請管理員還原含有全部 {signed, number} 筆的備份。',
  'evidence.forked':
    '紀錄簿的前 {size, number} 筆不是當初簽署的那些：這不是一路寫下來的那個資料庫。系統不會再寫入。請管理員換回正確的資料庫。',
  'evidence.heads':
    '保存紀錄簿最新簽署樹根的檔案無法使用。系統不會再寫入。請管理員找回 EVIDENCE_HEADS 指定的資料夾，或資料庫旁邊的那一個。',
  'evidence.key-changed':
    '這本紀錄簿當初使用的金鑰和現在的不同。系統不會再寫入。請管理員換回 EVIDENCE_KEY 的金鑰，或資料庫旁邊的金鑰檔。',
  'evidence.origin-changed':
    '紀錄簿的名稱是 <code>{ledger}</code>，依目前的設定卻會是 <code>{now}</code>。系統不會再寫入。請管理員把 EVIDENCE_ORIGIN 改回原來的值。',
  'evidence.clock':
    '機器人所在主機的時鐘比平台{side, select, ahead {快} other {慢}}了 {minutes, number} 分鐘。時間錯誤的紀錄會誤導人，所以暫不寫入。請管理員校正時鐘。',
  'evidence.damaged':
    '紀錄簿第 {entry, number, ::group-off} 筆和當初寫下的不同：資料庫被改動過或已經損壞。請管理員還原備份。',
  'evidence.unknown-entry':
    '這本紀錄簿沒有第 {entry, number, ::group-off} 筆。它共有 {size, number} 筆，從 0 起算。<code>/evidence list</code> 會列出最新的紀錄。',
  'evidence.erase-needed':
    '沒有刪除任何內容：第 {entries} 筆是最新版本或已同意版本的原文，其他當事人要靠它證明同意了什麼。請確認仍要刪除，或不要列入這一筆。',
};

const shell: Readonly<Record<string, string>> = {
  '✅ Written to <code>{folder}</code>: what proves <code>{subject}</code>, in {files, plural, one {# file} other {# files}}.':
    '✅ 已寫入 <code>{folder}</code>：證明 <code>{subject}</code> 所需的內容，共 {files, number} 個檔案。',
  '✅ Written to <code>{folder}</code>: the whole ledger <code>{ledger}</code>, {size, plural, one {# entry} other {# entries}}.':
    '✅ 已寫入 <code>{folder}</code>：整本紀錄簿 <code>{ledger}</code>，共 {size, number} 筆。',
  'Head: size {size, number, ::group-off}, root <code>{root}</code>':
    '最新狀態：{size, number, ::group-off} 筆，樹根 <code>{root}</code>',
  'Check it: <code>splitproof verify {folder}</code>': '驗證方式：<code>splitproof verify {folder}</code>',
  'It holds names and accounts of people. Give it only to those whom it concerns.':
    '裡面有個人的姓名和帳號，請只交給相關的人。',
  'There is something in {folder} already. Name a folder that is not there yet, or an empty one.':
    '{folder} 裡已經有東西。請指定還不存在的資料夾，或空的資料夾。',
  'The whole ledger is longer than the 2 GiB that a bundle may have. Take out single sheets with <code>--sheet</code>. Nothing was left behind.':
    '整本紀錄簿超過證據包的上限 2 GiB。請用 <code>--sheet</code> 取出個別的拆分表。沒有留下任何檔案。',
  'No team has a ledger here yet. A ledger begins with the first thing that is written down, such as a split sheet or a recording.':
    '這裡還沒有任何團隊的紀錄簿；寫下第一筆資料時就會開始，例如一張拆分表或一個錄音。',
  'No team <code>{team}</code> has a ledger here. {teams}':
    '這裡沒有團隊 <code>{team}</code> 的紀錄簿。{teams}',
  'More than one team has a ledger here. Say which, with <code>--team</code>. {teams}':
    '這裡有好幾個團隊的紀錄簿，請用 <code>--team</code> 指定。{teams}',
  'Teams: {teams}.': '團隊：{teams}。',
  '{team} ({spaces}{size, plural, one {# entry} other {# entries}})': '{team}（{spaces}{size, number} 筆）',
  'There is no entry about sheet <code>{sheet}</code> in this ledger. Check its id.':
    '這本紀錄簿沒有關於拆分表 <code>{sheet}</code> 的紀錄。請檢查代號。',
};

const n = (name: string): string => `{${name}, number, ::group-off}`;

/** What entries say, in plain words. */
const entries: Readonly<Record<string, string>> = {
  'The ledger begins, with its key': '紀錄簿開始，並記下金鑰',
  '{name} proposed version {version} of <b>{title}</b>': '{name} 提出 <b>{title}</b> 第 {version} 版',
  'Version {version} of <b>{title}</b> was posted on {platform}':
    '<b>{title}</b> 第 {version} 版已張貼到 {platform}',
  '{name} agreed to version {version} of <b>{title}</b>': '{name} 同意 <b>{title}</b> 第 {version} 版',
  '{name} disputed version {version} of <b>{title}</b>': '{name} 不同意 <b>{title}</b> 第 {version} 版',
  '{name} took the approval of version {version} of <b>{title}</b> back':
    '{name} 收回對 <b>{title}</b> 第 {version} 版的同意',
  '{name} took the dispute of version {version} of <b>{title}</b> back':
    '{name} 收回對 <b>{title}</b> 第 {version} 版的異議',
  'The mark in entry {seq, number, ::group-off} was read back from the platform (<b>{title}</b>)': `已向平台回讀確認第 ${n('seq')} 筆的表態（<b>{title}</b>）`,
  'A message of <b>{title}</b> is gone': '<b>{title}</b> 的一則訊息已不存在',
  'A message of <b>{title}</b> was changed': '<b>{title}</b> 的一則訊息被更動',
  'Version {version} of <b>{title}</b> is agreed by everyone': '<b>{title}</b> 第 {version} 版已全部同意',
  'Version {version} of <b>{title}</b> lapsed': '<b>{title}</b> 第 {version} 版已逾期失效',
  'Version {version} of <b>{title}</b> was cancelled': '<b>{title}</b> 第 {version} 版已取消',
  'Version {version} of <b>{title}</b> is in dispute': '<b>{title}</b> 第 {version} 版有異議',
  'The dispute about version {version} of <b>{title}</b> is over':
    '<b>{title}</b> 第 {version} 版的異議已解決',
  'An account on {platform} is {name}’s': '{platform} 上的一個帳號屬於 {name}',
  'An account of {name}’s was taken off (entry {seq, number, ::group-off})': `解除 {name} 的一個帳號（第 ${n('seq')} 筆）`,
  '{name} lets {other} mark for them, until {end, date, medium}':
    '{name} 委託 {other} 代為表態，到 {end, date, medium} 為止',
  '{other} no longer marks for {name} (entry {seq, number, ::group-off})': `{other} 不再代 {name} 表態（第 ${n('seq')} 筆）`,
  '{count, plural, one {What is personal in one entry} other {What is personal in # entries}} was erased':
    '已刪除 {count, number} 筆紀錄裡的個人資料',
  'Evidence about <code>{subject}</code> was taken out': '已取出 <code>{subject}</code> 的證據',
  'A file was stored, {size, number} bytes': '存入一個檔案，{size, number} 位元組',
  '{kind, select, work {Work} other {Recording}} {title} was put into the catalog':
    '{kind, select, work {作品} other {錄音}}「{title}」加入目錄',
  '{kind, select, work {Work} other {Recording}} {title} was changed':
    '{kind, select, work {作品} other {錄音}}「{title}」的資料有更動',
  '{kind, select, work {Work} other {Recording}} {title} was taken out of the catalog':
    '{kind, select, work {作品} other {錄音}}「{title}」從目錄移除',
  'A file was imported into the catalog: {added, number} new, {changed, number} changed':
    '匯入一個檔案到目錄：新增 {added, number} 筆，更動 {changed, number} 筆',
  '{title} was given <code>{code}</code>': '核發 <code>{code}</code> 給 {title}',
  '<code>{code}</code> was given out': '核發 <code>{code}</code>',
  '{title} bears <code>{code}</code>, given by somebody else':
    '登記 {title} 的編碼 <code>{code}</code>，由其他單位核發',
  '<code>{code}</code> was burnt: nobody gets it again': '<code>{code}</code> 作廢，不會再核發',
  '<code>{code}</code> of {title} was burnt: nobody gets it again':
    '{title} 的 <code>{code}</code> 作廢，不會再核發',
  '{title} no longer bears <code>{code}</code>': '{title} 不再登記 <code>{code}</code>',
  '{what, select, added {Codes may be given from <code>{prefix}</code>} ranges {<code>{prefix}</code> has further numbers} closed {Nothing more is given from <code>{prefix}</code>} other {Codes are given from <code>{prefix}</code> again}}':
    '{what, select, added {新增 <code>{prefix}</code>，可以核發編碼} ranges {<code>{prefix}</code> 增加號段} closed {停用 <code>{prefix}</code>，不再核發} other {恢復使用 <code>{prefix}</code> 核發}}',
  '{name} changed their profile': '{name} 更動了自己的資料',
  'A further space on {platform} belongs to this team': '{platform} 上的另一個空間加入這個團隊',
  'License <code>{id}</code> of <b>{title}</b> was recorded': '記錄授權 <code>{id}</code>：<b>{title}</b>',
  'License <code>{id}</code> of <b>{title}</b> is complete':
    '授權 <code>{id}</code>（<b>{title}</b>）的資料已齊全',
  'License <code>{id}</code> of <b>{title}</b> was changed': '授權 <code>{id}</code>（<b>{title}</b>）有更動',
  'License <code>{id}</code> of <b>{title}</b> was ended, its last day is {day}':
    '授權 <code>{id}</code>（<b>{title}</b>）終止，最後一天是 {day}',
  'What was made under license <code>{id}</code> of <b>{title}</b> was counted':
    '登記授權 <code>{id}</code>（<b>{title}</b>）的使用數量',
  'Note <code>{id}</code> was kept': '保存筆記 <code>{id}</code>',
  'An entry of the type <code>{type}</code>': '類型為 <code>{type}</code> 的紀錄',
};

const command: Readonly<Record<string, string>> = {
  'The ledger of this team: what was written down, and the proof of it':
    '這個團隊的紀錄簿：寫下了什麼，以及證明',
  'The newest entries of the ledger': '紀錄簿最新的紀錄',
  'Only entries before this number': '只列出這個編號之前的紀錄',
  'One entry, with its receipt': '一筆紀錄，附收據',
  'Number of the entry, as in 128': '紀錄的編號，例如 128',
  'Reckon the ledger again, or one split sheet': '重新驗算紀錄簿，或一張拆分表',
  'Title or id of the sheet; the whole ledger without': '拆分表的歌名或代號；不填就是整本紀錄簿',
  'Ledger of this team: {size, plural, one {# entry} other {# entries}}':
    '這個團隊的紀錄簿：{size, number} 筆',
  '{seq, number, ::group-off} · {when, date, medium}, {when, time, short} · {what}': `${n('seq')} · {when, date, medium} {when, time, short} · {what}`,
  'One entry with its receipt: <code>/evidence show {seq, number, ::group-off}</code>': `查看一筆紀錄和收據：<code>/evidence show ${n('seq')}</code>`,
  'Older ones': '更早的',
  'Entry {seq, number, ::group-off}: {what}': `第 ${n('seq')} 筆：{what}`,
  'Written down': '寫下時間',
  '{when, date, medium}, {when, time, medium} ({zone})':
    '{when, date, medium} {when, time, medium}（{zone}）',
  About: '關於',
  'Entry before it about the same': '同一對象的前一筆',
  'none, it is the first': '沒有，這是第一筆',
  'Personal part': '個人資料',
  'there is none': '沒有',
  'kept apart, not shown here': '另外保存，這裡不顯示',
  'erased; the entry and its proofs stand': '已刪除；紀錄和證明仍然有效',
  'Leaf hash': '葉雜湊',
  Head: '最新狀態',
  '{size, plural, one {# entry} other {# entries}}, root <code>{root}</code>':
    '{size, number} 筆，樹根 <code>{root}</code>',
  'Verifier key': '驗證金鑰',
  'The file is the receipt: the entry, and the proof that it is in the ledger. Keep it, and nobody can change the ledger without contradicting it.':
    '檔案就是收據：這筆紀錄，以及它在紀錄簿裡的證明。請保存好；之後任何人更動紀錄簿，都會和它矛盾。',
  'The ledger holds: {entries, plural, one {its one entry is} other {all # entries are}} as they were written':
    '紀錄簿驗算無誤：全部 {entries, number} 筆都和當初寫下的一樣',
  '<b>{title}</b> holds: {entries, plural, one {its one entry is} other {all # entries that it rests on are}} as they were written':
    '<b>{title}</b> 驗算無誤：相關的 {entries, number} 筆都和當初寫下的一樣',
  '{count, plural, one {One thing does} other {# things do}} not hold in this ledger':
    '這本紀錄簿有 {count, number} 處不成立',
  'Nothing is wrong with the ledger, but {count, plural, one {one thing is} other {# things are}} missing':
    '紀錄簿沒有錯誤，但缺少 {count, number} 項',
  'Entry {seq, number, ::group-off}: {reason}': `第 ${n('seq')} 筆：{reason}`,
  'Signed head of size {size, number, ::group-off}: {reason}': `簽署到 ${n('size')} 筆的樹根：{reason}`,
  'The whole: {reason}': '整本：{reason}',
  '{count, plural, one {One personal part is} other {# personal parts are}} gone, and no entry says that they were erased. Restore a backup.':
    '有 {count, number} 份個人資料不見了，卻沒有刪除的紀錄。請還原備份。',
  '… and {count, number} more': '……還有 {count, number} 項',
  'nothing was signed yet; the first receipt does it': '還沒有簽署過；第一張收據會簽署',
  'Not signed yet': '尚未簽署',
  '{count, plural, one {the newest entry} other {the newest # entries}}': '最新的 {count, number} 筆',
  'Erased personal parts': '已刪除的個人資料',
  'Version {version, number}: {state, select, completed {agreed by everyone} cancelled {cancelled} lapsed {lapsed} replaced {replaced by a newer version} disputed {disputed} other {open}}':
    '第 {version, number} 版：{state, select, completed {全部同意} cancelled {已取消} lapsed {逾期失效} replaced {已由新版取代} disputed {有異議} other {進行中}}',
  '{version} · {grades}': '{version} · {grades}',
  '{grade, select, confirmed {{name} confirmed} live {{name} live} reconciled {{name} reconciled} attested {{name} attested} other {{name} has not agreed}}':
    '{grade, select, confirmed {{name} 已回讀確認} live {{name} 即時收到} reconciled {{name} 事後補記} attested {{name} 簽名檔案} other {{name} 尚未同意}}',
  'This is the bot looking at its own database. To have somebody else look: <code>splitproof evidence</code> takes it out on the machine of the bot, <code>splitproof verify</code> checks it anywhere.':
    '這是機器人檢查自己的資料庫。要請別人檢查：在機器人的主機上用 <code>splitproof evidence</code> 取出，再到任何地方用 <code>splitproof verify</code> 驗證。',
  'Not proven by this: that an account was in the right hands, that somebody had authority to agree, that a split is fair or lawful, that everything that happened was written down.':
    '這不能證明：帳號在本人手上、某人有權同意、分配公平或合法、發生的事都有寫下來。',
  'Write nothing more, keep a copy of the database as it is, and compare it with a backup.':
    '請不要再寫入，先保留目前資料庫的副本，再和備份比對。',
};

/** Everything that is said about the ledger of a team. */
export const ledger: Readonly<Record<string, string>> = {
  ...shell,
  ...entries,
  ...command,
  ...Object.fromEntries(
    (Object.keys(problems) as EvidenceProblem[]).map((code) => [problemWords[code], problems[code]]),
  ),
};
