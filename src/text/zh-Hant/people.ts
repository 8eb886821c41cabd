import type { ProblemCode } from '../../core/problem.ts';
import { problemWords } from '../problems.ts';

type PersonProblem = Extract<ProblemCode, `person.${string}`>;

const problems: Readonly<Record<PersonProblem, string>> = {
  'person.hours': '<code>{typed}</code> 不是時段。請寫成 <code>9-21</code>，表示早上九點到晚上九點。',
  'person.unknown': '這個團隊的名冊裡沒有 {name}。出現在拆分表上的人才會列入名冊。',
  'person.has-account':
    '{name} 已經有帳號；要再連結其他帳號，請從那個帳號使用 <code>/splitproof link</code>。',
  'person.code':
    '找不到代碼 <code>{typed}</code>：可能已經用過，或超過 30 分鐘。請用 <code>/splitproof link</code> 重新取得。',
  'person.code-own': '這個代碼是你自己取得的。請由代碼要給的人，在另一個帳號輸入。',
  'person.other-team':
    '這個代碼來自另一個團隊。請先由那邊的管理員用 <code>/splitproof link for: team</code> 讓這裡加入。',
  'person.linked-already': '這個帳號已經是 {name} 的了。',
  'person.on-sheets': '這個帳號是 {name} 的，而且有拆分表正在等 {name} 回覆。請先回覆或取消那張表。',
  'person.not-linked': '這個團隊的名冊裡，這個帳號不屬於任何人，沒有連結可以解除。',
  'person.same-team': '這裡已經屬於那個團隊了。',
  'person.team-has-ledger':
    '這裡已經有自己的紀錄簿，無法併入另一本。請反過來做：在這裡取得代碼，到那邊輸入。',
  'person.dm-space': '這裡是與機器人的私訊，不屬於任何團隊。請在工作區或伺服器裡輸入。',
  'person.name-taken': '這個團隊裡已經有人叫 {name}。請換一個不會混淆的名稱。',
  'person.delegate-self': '你替自己按不需要授權。請指定其他人。',
  'person.delegate-end': '期限必須在一年之內，例如 <code>2026-12-31</code>。',
  'person.no-delegation': '你沒有授權給 {name}，所以沒有授權可以終止。',
};

/** Who somebody is, whose an account is, and who may act for whom. */
export const people: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (Object.keys(problems) as PersonProblem[]).map((code) => [problemWords[code], problems[code]]),
  ),

  'Your name, numbers, society and hours in this team’s books':
    '你在這個團隊名冊裡的名稱、號碼、協會與聯絡時段',
  'What you are called on sheets': '你在拆分表上的名稱',
  'Your legal name; - takes it back': '法定姓名；填 - 可刪除',
  'Your IPI name number; - takes it back': 'IPI 姓名號碼；填 - 可刪除',
  'Your ISNI; - takes it back': 'ISNI；填 - 可刪除',
  'Your society, as in MÜST or BMI; - takes it back': '所屬協會，例如 MÜST 或 BMI；填 - 可刪除',
  'Between which hours you may be written to, as in 9-21': '可以傳訊息給你的時段，例如 9-21',
  'Whether legal name and numbers may stand in posts': '法定姓名與號碼能不能出現在貼文裡',
  'Link another account of yours, or give a party without one theirs, by a code':
    '用代碼連結你的另一個帳號，或替還沒有帳號的人連結帳號',
  'The code from the other side': '另一邊取得的代碼',
  'A party without an account, by name': '沒有帳號的人，填名稱',
  'A code for an account, or one that joins another place to this team (admins)':
    '連結帳號用的代碼，或讓另一個地方加入這個團隊的代碼（限管理員）',
  'Take this account off the person it is linked to': '解除這個帳號與本人的連結',
  'End the leave of somebody to mark for you': '終止某人代你表示意見的授權',
  'Who may no longer mark for you': '不再代你表示意見的人',
  'Take out what is kept about you; admins can erase it': '匯出保存了哪些與你有關的資料；管理員可以刪除',
  'Whose personal data is to be erased (admins)': '要刪除誰的個人資料（限管理員）',
  'Let somebody else mark for you, until a day, on one sheet or on all':
    '授權別人代你表示意見，到某一天為止，可限一張表或全部',
  'Who may mark for you': '代你表示意見的人',
  'The last day, as in 2026-12-31': '最後一天，例如 2026-12-31',
  'Only on this sheet': '只限這張表',

  'You in this team’s books': '你在這個團隊名冊裡的資料',
  'Your profile': '個人資料',
  Save: '儲存',
  'Name on sheets': '拆分表上的名稱',
  'Legal name': '法定姓名',
  'IPI name number': 'IPI 姓名號碼',
  ISNI: 'ISNI',
  Society: '協會',
  'Hours for messages': '聯絡時段',
  'Numbers in posts': '貼文裡的號碼',
  Accounts: '帳號',
  'May mark for you': '可代你表示意見',
  hidden: '隱藏',
  shown: '顯示',
  '9-21, the usual ones': '9-21（預設）',
  '{name}, until {end, date, medium}': '{name}，到 {end, date, medium} 為止',
  'Change it with {command}, or without any option for a form.': '用 {command} 修改；不加選項會開啟表單。',
  'As in 9-21; nothing is sent to you outside of them unless you ask for it':
    '例如 9-21；除非你要求，其他時間不會傳訊息給你',
  'Only you see this. Numbers and the legal name stand in no post unless you allow it.':
    '只有你看得到。除非你同意，號碼與法定姓名不會出現在任何貼文裡。',

  'an account': '帳號',
  'the whole team': '整個團隊',
  'Your code: <code>{code}</code>': '你的代碼：<code>{code}</code>',
  'The code for {name}: <code>{code}</code>': '給 {name} 的代碼：<code>{code}</code>',
  'The code for this team: <code>{code}</code>': '這個團隊的代碼：<code>{code}</code>',
  'Within 30 minutes, type {command} from the other account. Whoever types it there and confirms marks as you, so give it to nobody else.':
    '請在 30 分鐘內，從另一個帳號輸入 {command}。輸入並確認的人之後就能以你的身分表示意見，所以不要給任何人。',
  'Give it to {name} alone. Within 30 minutes they type {command} from their own account and confirm.':
    '只交給 {name}。請對方在 30 分鐘內，從自己的帳號輸入 {command} 並確認。',
  'Within 30 minutes, an admin of the other workspace or server types {command} there. From then on both are one team, and the admins of each are admins of it.':
    '請另一個工作區或伺服器的管理員在 30 分鐘內，在那邊輸入 {command}。之後兩邊就是同一個團隊，各自的管理員都是整個團隊的管理員。',
  'Is this account {name}’s?': '這個帳號是 {name} 的嗎？',
  'If you confirm, marks from this account count as {name}’s on every sheet of this team.':
    '確認之後，這個帳號在這個團隊每張拆分表上的表示，都算是 {name} 的。',
  'Should this place join the other team?': '要讓這裡加入另一個團隊嗎？',
  'Sheets, people and the ledger are then shared with everyone there, and the admins of every place of the team are admins of all of it. It cannot be undone here.':
    '之後拆分表、名冊與紀錄簿會與那邊所有人共用，團隊裡每個地方的管理員也都是整個團隊的管理員，而且無法在這裡復原。',
  Confirm: '確認',
  'This account is {name}’s now': '這個帳號現在是 {name} 的了',
  'Ledger entry {seq}.': '紀錄第 {seq} 筆。',
  'Marks from before this moment do not count. React again on the sheets that wait for you.':
    '在這之前按的不列入計算。請到正在等你回覆的拆分表上重新按一次。',
  'This place belongs to the other team now': '這裡現在屬於另一個團隊了',
  'It is known everywhere within a minute.': '一分鐘內各處都會更新。',
  'This account is nobody’s any more': '這個帳號已不屬於任何人',
  'What was marked with it stands. New marks from it do not count.':
    '先前用它表示的意見仍然有效；之後的不列入計算。',

  '{name} may mark for you until {end, date, medium}': '{name} 可以代你表示意見，到 {end, date, medium} 為止',
  'Only on <b>{title}</b>.': '只限〈<b>{title}</b>〉。',
  'On every sheet of this team.': '適用這個團隊的每一張拆分表。',
  '{name} may no longer mark for you': '{name} 不再能代你表示意見',

  'What is kept about you': '保存了哪些與你有關的資料',
  '{entries, plural, one {# entry} other {# entries}} of the ledger {entries, plural, one {has} other {have}} a sealed part about you, on {sheets, plural, one {# sheet} other {# sheets}}.':
    '紀錄簿裡有 {entries, number} 筆的封存內容與你有關，涉及 {sheets, number} 張拆分表。',
  'All of it is in the file.': '全部內容都在檔案裡。',
  'An admin can erase the sealed parts with {command}. Entries, hashes and proofs stay; texts that everyone agreed to stay as long as the others need them.':
    '管理員可以用 {command} 刪除封存內容。紀錄、雜湊與證明會保留；大家都同意過的原文，只要其他人還需要就會保留。',
  'Erased: {entries, plural, one {# sealed part} other {# sealed parts}} about {name}, the profile and the accounts':
    '已刪除 {name} 的 {entries, number} 份封存內容、個人資料與帳號',
  'Every proof still holds. What people keep in their own receipts is theirs.':
    '所有證明依然成立。別人收據裡留存的內容屬於他們自己。',
  'Erase what is kept about {name}?': '要刪除保存的 {name} 資料嗎？',
  '{entries, plural, one {# sealed part goes} other {# sealed parts go}}, with the profile and the accounts. It cannot be undone. Sheets that are open and wait for them cannot complete any more.':
    '會刪除 {entries, number} 份封存內容，以及個人資料與帳號，而且無法復原。還在等對方回覆的拆分表將無法完成。',
  Erase: '刪除',
};
