import type { ProblemCode } from '../../core/problem.ts';
import { problemWords } from '../problems.ts';

type EvidenceProblem = Extract<ProblemCode, `evidence.${string}`>;

/** Why a ledger cannot be written, or asked for what it has not got. */
const problems: Readonly<Record<EvidenceProblem, string>> = {
  'evidence.none': '這個團隊還沒有紀錄簿；第一張拆分表會開啟它。',
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
  'No team has a ledger here yet. A ledger begins with the first split sheet.':
    '這裡還沒有任何團隊的紀錄簿；第一張拆分表會開啟它。',
  'No team <code>{team}</code> has a ledger here. {teams}':
    '這裡沒有團隊 <code>{team}</code> 的紀錄簿。{teams}',
  'More than one team has a ledger here. Say which, with <code>--team</code>. {teams}':
    '這裡有好幾個團隊的紀錄簿，請用 <code>--team</code> 指定。{teams}',
  'Teams: {teams}.': '團隊：{teams}。',
  '{team} ({spaces}{size, plural, one {# entry} other {# entries}})': '{team}（{spaces}{size, number} 筆）',
  'There is no entry about sheet <code>{sheet}</code> in this ledger. Check its id.':
    '這本紀錄簿沒有關於拆分表 <code>{sheet}</code> 的紀錄。請檢查代號。',
};

/** Everything that is said about the ledger of a team. */
export const ledger: Readonly<Record<string, string>> = {
  ...shell,
  ...Object.fromEntries(
    (Object.keys(problems) as EvidenceProblem[]).map((code) => [problemWords[code], problems[code]]),
  ),
};
