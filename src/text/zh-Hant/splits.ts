import type { ProblemCode } from '../../core/problem.ts';
import { problemWords } from '../problems.ts';

type SplitProblem = Extract<ProblemCode, `split.${string}`>;

const problems: Readonly<Record<SplitProblem, string>> = {
  'split.who-unknown':
    '這裡沒有叫做 {name} 的人。請照成員名單上的名稱輸入；沒有帳號的人，請把名稱放在引號裡（“{name}”）。',
  'split.who-several': '叫做 {name} 的不只一個人。請在輸入的指令裡直接提及那個帳號，或使用更長的名稱。',
  'split.who-twice':
    '{name} 同時出現在第 {before, number} 行和第 {line, number} 行。請把兩個比例寫在同一行。',
  'split.unknown': '沒有叫做 <code>{typed}</code> 的拆分表。<code>/split list</code> 會列出現有的拆分表。',
  'split.several':
    '叫做 <code>{typed}</code> 的拆分表不只一張：{titles}。請改用編號，例如 <code>s_7k2m…</code>。',
  'split.which': '拆分表不只一張：{titles}。請用曲名或編號指出是哪一張。',
  'split.none-yet': '還沒有任何拆分表。請用 <code>/split new</code> 建立一張。',
  'split.not-proposer': '只有提案人 {proposer} 或管理員可以這樣做。',
  'split.not-open':
    '<b>{title}</b> 已經不能更動：{state, select, completed {全員都已同意。要更改請提出修正案：<code>/split amend</code>} cancelled {已經取消。<code>/split revise</code> 會重新徵詢每個人} lapsed {已經逾期失效。<code>/split revise</code> 會重新徵詢每個人} other {已經有更新的版本}}。',
  'split.not-agreed': '<b>{title}</b> 還沒有全員同意，用不著修正案。請用 <code>/split revise</code> 修改。',
  'split.no-version': '<b>{title}</b> 沒有第 {version, number} 版。最新的是第 {newest, number} 版。',
  'split.not-party': '你不在 <b>{title}</b> 上：拆分表上的人是 {names}。',
  'split.has-account': '{name} 有帳號，應由本人表示意見。簽名檔案只供沒有帳號的人使用。',
  'split.who-bot': '{name} 是機器人。拆分表上只能是人或公司。',
  'split.newer':
    '<b>{title}</b> 現在已是第 {newest, number} 版，你還沒看過。請先查看：<code>/split status</code>。',
  'split.may-post': '只有 <b>{title}</b> 上的人、提案人或管理員可以貼到別處。',
  'split.agreed-already': '{name} 已經同意，不需要簽名檔案。',
  'split.no-such-party': '<b>{title}</b> 上沒有叫做 {typed} 的人。拆分表上的人是 {names}。',
  'split.not-posted': '<b>{title}</b> 的訊息還沒有貼出。請稍候再試，或用 <code>/split post</code> 貼在這裡。',
  'split.emoji-stands': '你在 <b>{title}</b> 的訊息上按的表情還在。請到那則訊息取消表情，這樣就會收回。',
  'split.nothing-to-take-back': '你在 <b>{title}</b> 上沒有可以收回的表示。',
};

/** What a split sheet says. */
const sheet: Readonly<Record<string, string>> = {
  Composition: '詞曲',
  Master: '母帶',
  Performers: '表演者',
  original: '原版',
  instrumental: '伴奏版',
  'a cappella': '清唱版',
  remix: '混音版',
  live: '現場版',
  acoustic: '不插電版',
  edit: '剪輯版',
  clean: '無髒話版',
  'sped up': '加速版',
  slowed: '降速版',
  remaster: '重新母帶後期版',
  immersive: '沉浸式音訊版',
  demo: '試聽帶',
  'other version': '其他版本',
  none: '無',
  partly: '部分',
  wholly: '全部',
  cleared: '已取得授權',
  'not cleared': '未取得授權',
  'clearance not known': '授權情況不明',
  nothing: '無',

  'Split sheet: {title}': '拆分表：{title}',
  'Version kind: {kind} · version {version}': '版本種類：{kind} · 第 {version} 版',
  'Takes the place of version {version}, which was agreed, once every party of both has agreed.':
    '兩版上的每個人都同意後，就取代已經同意的第 {version} 版。',
  '{name}: {share}': '{name}：{share}',
  '{line} · {roles}': '{line} · {roles}',
  '{line} · publisher {name}: {share} of the whole': '{line} · 出版商 {name}：占整體的 {share}',
  'Samples: {samples}': '取樣：{samples}',
  '{title} ({cleared})': '{title}（{cleared}）',
  '{title}, owned by {owner} ({cleared})': '{title}，權利人 {owner}（{cleared}）',
  'AI use: {ai}': 'AI 使用：{ai}',
  '{name} acts for the company {other}': '{name} 代表公司 {other}',
  '{name} acts for the artist {other}, under written authority': '{name} 依書面授權代表藝人 {other}',
  '{label}: {value}': '{label}：{value}',
  'Language of the words': '歌詞語言',
  ISWC: 'ISWC',
  Finished: '完成地點與日期',
  'May license alone': '可單獨授權的人',
  'Registers the work': '負責登記作品的人',
  'React ✅ to confirm that you are the person named and agree to version {version} as written. React ❌ if you do not; you will be asked why.':
    '按 ✅ 表示你就是表上的人，並同意第 {version} 版的內容；不同意請按 ❌，接著會請你說明原因。',
  'This is a record of what people agreed, not legal advice.': '這是各方同意內容的紀錄，不是法律意見。',

  '<b>{title}</b> · {kind} · version {version}': '<b>{title}</b> · {kind} · 第 {version} 版',
  '{bar} {name} {share}': '{bar} {name} {share}',
  '{bar} {name} {share} · {roles}': '{bar} {name} {share} · {roles}',
  '{line} · publisher {name} {share}': '{line} · 出版商 {name} {share}',
  '{share} ({percent} %)': '{share}（{percent}%）',
  '{percent} %': '{percent}%',
  '{agreed, number} of {all, number} agreed · open until {until, date, ::EEEdMMM}, {until, time, short} {zone}':
    '{all, number} 人中已有 {agreed, number} 人同意 · {until, date, ::dMMM}（{until, date, ::EEEEE}）{until, time, short}（{zone}）截止',
  'Agreed ({grade}): {names}': '已同意（{grade}）：{names}',
  'Not answered yet: {names}': '尚未回覆：{names}',
  'Disputed by: {names}': '有異議：{names}',
  'Undecided, with both ✅ and ❌: {names}': '同時按了 ✅ 和 ❌，視為未決定：{names}',
  'Without an account: {names}. Until they are linked with <code>/splitproof link</code>, this cannot complete':
    '沒有帳號：{names}。用 <code>/splitproof link</code> 連結之前無法完成',
  'Text hash <code>{hash}</code> · sheet <code>{sheet}</code>':
    '內容雜湊 <code>{hash}</code> · 拆分表 <code>{sheet}</code>',
  'Changed since version {version}: {changes}': '與第 {version} 版相比：{changes}',
  'Agreed by everyone. This version rules.': '全員同意，以這一版為準。',
  'Cancelled. Marks on this version no longer count.': '已取消。在這一版上的表示不再列入計算。',
  'Lapsed on {when, date, ::EEEdMMM}, {when, time, short} {zone}: not everyone had agreed. Nobody’s share has moved.':
    '{when, date, ::dMMM}（{when, date, ::EEEEE}）{when, time, short}（{zone}）逾期失效：沒有全員同意。沒有任何人的比例變動。',
  'Version {version} has taken its place. Marks on this one no longer count.':
    '已由第 {version} 版取代。在這一版上的表示不再列入計算。',
  Approve: '同意',
  'Dispute…': '提出異議…',
  Details: '詳細內容',
  'Revise…': '修改…',
  'Amend…': '提出修正案…',
  'Ask again…': '重新徵詢…',

  'title: {from} → {to}': '曲名：{from} → {to}',
  'version kind: {from} → {to}': '版本種類：{from} → {to}',
  '{name} is new': '新增 {name}',
  '{name} is no longer on it': '{name} 不在表上了',
  '{from} is now called {to}': '{from} 改稱 {to}',
  '{name} acts for somebody else': '{name} 代表的對象改變',
  '{layer} is new': '新增{layer}',
  '{layer} is left out': '不再包含{layer}',
  '{name}: {layer} {from} → {to}': '{name}：{layer} {from} → {to}',
  '{name}: {layer} roles {from} → {to}': '{name}：{layer}職務 {from} → {to}',
  '{name}: {layer} publisher {from} → {to}': '{name}：{layer}出版商 {from} → {to}',
  'samples: {from} → {to}': '取樣：{from} → {to}',
  'AI use: {from} → {to}': 'AI 使用：{from} → {to}',
  '{label}: {from} → {to}': '{label}：{from} → {to}',
};

/** What is said aside, and in answer to commands. */
const said: Readonly<Record<string, string>> = {
  '<b>{title}</b>, version {version}: agreed by {count, plural, one {the only party} =2 {both} other {all #}}, {when, date, ::EEEdMMM}, {when, time, short} {zone}':
    '<b>{title}</b> 第 {version} 版：{count, plural, =2 {兩人都同意} other {# 人全部同意}}，{when, date, ::dMMM}（{when, date, ::EEEEE}）{when, time, short}（{zone}）',
  'Ledger entry {seq} · size {size} · head <code>{root}</code>':
    '紀錄簿第 {seq} 筆 · 共 {size} 筆 · 樹根 <code>{root}</code>',
  'Verifier key <code>{key}</code>': '驗證金鑰 <code>{key}</code>',
  'Receipts go out by direct message; whoever gets none finds it with <code>/evidence show {seq}</code>.':
    '收據會以私訊送出；沒收到的人可以用 <code>/evidence show {seq}</code> 取得。',
  'Receipt: you agreed to version {version} of <b>{title}</b>': '收據：你同意 <b>{title}</b> 第 {version} 版',
  'Receipt: you dispute version {version} of <b>{title}</b>':
    '收據：你對 <b>{title}</b> 第 {version} 版提出異議',
  'Receipt: you took your mark on version {version} of <b>{title}</b> back':
    '收據：你收回對 <b>{title}</b> 第 {version} 版的表示',
  'Receipt: version {version} of <b>{title}</b> is agreed by everyone':
    '收據：<b>{title}</b> 第 {version} 版全員同意',
  'Receipt: version {version} of <b>{title}</b> was cancelled': '收據：<b>{title}</b> 第 {version} 版已取消',
  'Receipt for entry {seq} of the ledger': '紀錄簿第 {seq} 筆的收據',
  Entry: '編號',
  'Leaf hash': '葉雜湊',
  '{size} entries, root <code>{root}</code>': '{size} 筆，樹根 <code>{root}</code>',
  'Verifier key': '驗證金鑰',
  'Keep the files: the ledger cannot be rewritten without contradicting them.':
    '請保留這些檔案：紀錄簿只要被改寫，就會和它們矛盾。',
  'Your mark on <b>{title}</b> does not count: the sheet names {names}. If you should be on it, tell {proposer}.':
    '你在 <b>{title}</b> 按的表情不列入計算：拆分表上的人是 {names}。如果應該有你，請告訴 {proposer}。',
  'Your mark on version {version} of <b>{title}</b> does not count: {why}':
    '你在 <b>{title}</b> 第 {version} 版按的表情不列入計算：{why}',
  'version {newest} has taken its place.': '已由第 {newest} 版取代。',
  'it is no longer open.': '這一版已經結束。',
  'You dispute version {version} of <b>{title}</b>. Why?':
    '你對 <b>{title}</b> 第 {version} 版有異議。原因是什麼？',
  'Say what is wrong, or propose a version of your own. The proposer, {proposer}, has been told that you disagree.':
    '請說明哪裡不對，或提出你的版本。已經告訴提案人 {proposer} 你不同意。',
  'Say why…': '說明原因…',
  'Propose my version…': '提出我的版本…',
  '{name} disputes version {version} of <b>{title}</b>': '{name} 對 <b>{title}</b> 第 {version} 版提出異議',
  '{name} says why version {version} of <b>{title}</b> is wrong':
    '{name} 說明 <b>{title}</b> 第 {version} 版哪裡不對',
  '{kind}: {reason}': '{kind}：{reason}',
  'Revise it, and everyone is asked again.': '修改後會重新徵詢每個人。',
  'Version {version} was agreed by everyone and still rules. Only an amendment changes it.':
    '第 {version} 版已經全員同意，仍以它為準；要更改只能提出修正案。',
  '{name} took a mark on <b>{title}</b> back after everyone had agreed':
    '{name} 在全員同意之後，收回了對 <b>{title}</b> 的表示',
  'Version {version} of <b>{title}</b> has lapsed: not everyone agreed in time':
    '<b>{title}</b> 第 {version} 版逾期失效：期限內沒有全員同意',
  'Nobody’s share has moved. Ask again, with or without changes.':
    '沒有任何人的比例變動。不論是否修改，都可以重新徵詢。',
  'Version {version} of <b>{title}</b> could not be posted': '<b>{title}</b> 第 {version} 版無法貼出',
  'The bot may not write there, or the channel was left or archived. Post it elsewhere with {command}.':
    '機器人不能在那裡貼文，或已離開該頻道，或頻道已封存。請用 {command} 貼到別處。',
  '<b>{title}</b> waits for you: version {version}, open until {until, date, ::EEEdMMM}, {until, time, short} {zone}':
    '<b>{title}</b> 等你回覆：第 {version} 版，{until, date, ::dMMM}（{until, date, ::EEEEE}）{until, time, short}（{zone}）截止',
  '<b>Approve</b> confirms that you are the person named and agree to version {version} as written. Press it here, or react on the message in the channel; a reaction on this message does not count. Silence is not taken for a yes.':
    '按<b>同意</b>表示你就是表上的人，並同意第 {version} 版的內容。可以在這裡按按鈕，或到頻道的訊息上按表情；在這則訊息上按表情不算。不回覆不算同意。',

  'Version {version} of <b>{title}</b> goes to this channel; {count, plural, one {# party is} other {# parties are}} asked':
    '<b>{title}</b> 第 {version} 版會貼在這個頻道，徵詢 {count, number} 人',
  'Version {version} of <b>{title}</b> goes to where the sheet stands; {count, plural, one {# party is} other {# parties are}} asked':
    '<b>{title}</b> 第 {version} 版會貼在拆分表原本的位置，徵詢 {count, number} 人',
  'It says the same as the version before; everyone is asked again all the same.':
    '內容和前一版相同，仍會重新徵詢每個人。',
  'See where it stands with {command}.': '用 {command} 查看進度。',
  'Nothing would change: version {version} of <b>{title}</b> says the same and still stands':
    '沒有任何變更：<b>{title}</b> 第 {version} 版的內容相同，仍然有效',
  'Change it in the form, or add what is different to the command.':
    '請在表單裡修改，或在指令後面寫出不同的地方。',
  'Version {version} of <b>{title}</b> goes to this channel too; a mark counts wherever it is made':
    '<b>{title}</b> 第 {version} 版也會貼在這裡；在哪裡按都算數',
  'Version {version} of <b>{title}</b> stands in this channel already':
    '<b>{title}</b> 第 {version} 版已經貼在這個頻道',
  '<b>{title}</b>, version {version}': '<b>{title}</b> 第 {version} 版',
  'The text of this version was erased on request. Its hash and every proof stand.':
    '這一版的內容已應要求刪除，雜湊和所有證明依然成立。',
  'SHA-256 of the frozen text: <code>{hash}</code>': '凍結內容的 SHA-256：<code>{hash}</code>',
  '{name} proposed it, {when, date, medium}, {when, time, short}':
    '{name} 提案，{when, date, medium} {when, time, short}',
  '{name} agreed, {when, date, medium}, {when, time, short} · {grade} · entry {seq}':
    '{name} 同意，{when, date, medium} {when, time, short} · {grade} · 第 {seq} 筆',
  '{name} disputed it, {when, date, medium}, {when, time, short} · {grade} · entry {seq}':
    '{name} 提出異議，{when, date, medium} {when, time, short} · {grade} · 第 {seq} 筆',
  '{name} took a mark back, {when, date, medium}, {when, time, short} · {grade} · entry {seq}':
    '{name} 收回表示，{when, date, medium} {when, time, short} · {grade} · 第 {seq} 筆',
  '{line}: {reason}': '{line}：{reason}',
  'Agreed by everyone, {when, date, medium}, {when, time, short} · entry {seq}':
    '全員同意，{when, date, medium} {when, time, short} · 第 {seq} 筆',
  'Cancelled, {when, date, medium}, {when, time, short}': '取消，{when, date, medium} {when, time, short}',
  'Lapsed, {when, date, medium}, {when, time, short}': '逾期失效，{when, date, medium} {when, time, short}',
  'seen and read back': '即時看到，並再次確認',
  'seen live': '即時看到',
  'found later': '事後查到',
  'signed file': '簽署檔案',
  '{count, plural, one {# split sheet} other {# split sheets, newest first}}':
    '{count, plural, other {# 張拆分表，最新的在前}}',
  'Split sheets {from, number} to {to, number}, newest first':
    '第 {from, number} 到 {to, number} 張拆分表，最新的在前',
  '<b>{title}</b> · version {version} · {state} · <code>{sheet}</code>':
    '<b>{title}</b> · 第 {version} 版 · {state} · <code>{sheet}</code>',
  open: '徵詢中',
  agreed: '全員同意',
  cancelled: '已取消',
  lapsed: '逾期失效',
  'No split sheet here': '這裡沒有拆分表',
  'Begin one with {command}.': '用 {command} 建立一張。',
  all: '全部',
  'the open ones': '徵詢中的',
  'those I am on': '有我的',
  More: '更多',
  'Everyone has answered about <b>{title}</b>': '<b>{title}</b> 的每個人都已回覆',
  'Nobody could be reminded about <b>{title}</b>': '<b>{title}</b> 沒有可以提醒的人',
  'A reminder about <b>{title}</b> goes to {names}': '會提醒 {names} 回覆 <b>{title}</b>',
  'By direct message, at a decent hour where they are, and once a day at most.':
    '以私訊提醒，挑對方當地合適的時間，一天最多一次。',
  'Version {version} of <b>{title}</b> is cancelled': '<b>{title}</b> 第 {version} 版已取消',
  'Nobody’s share has moved. Marks on it no longer count.':
    '沒有任何人的比例變動，在這一版上的表示不再列入計算。',
  'You agreed to version {version} of <b>{title}</b>': '你同意了 <b>{title}</b> 第 {version} 版',
  'You dispute version {version} of <b>{title}</b>': '你對 <b>{title}</b> 第 {version} 版提出異議',
  'You took your mark on version {version} of <b>{title}</b> back':
    '你收回了對 <b>{title}</b> 第 {version} 版的表示',
  'Your mark on version {version} of <b>{title}</b> stands already':
    '你對 <b>{title}</b> 第 {version} 版的表示早已列入',
  'Ledger entry {seq}. The receipt comes by direct message.': '紀錄簿第 {seq} 筆，收據會以私訊送出。',
  'Take it back': '收回',
  'The signed file counts as the approval of {name} on version {version} of <b>{title}</b>':
    '這份簽名檔案視為 {name} 同意〈<b>{title}</b>〉第 {version} 版',
  'Ledger entry {seq}. Its receipt: <code>/evidence show {seq}</code>.':
    '紀錄簿第 {seq} 筆。收據：<code>/evidence show {seq}</code>。',
  'It is a weaker grade than a mark of their own, and is shown as “signed file” wherever the approval is.':
    '這比本人自己按的效力弱，凡是顯示這項同意的地方都會標示為「簽名檔案」。',
  'A signed file in place of a mark, for a party without an account': '沒有帳號的人，以簽名檔案代替按表情',
  'Whose signature it is, by name': '簽名的人，填名稱',
  'The signed file, such as a scan': '簽名檔案，例如掃描檔',
  'Author’s share': '作者比例',
  Authorship: '作者身分',
  Ownership: '所有權',
};

/** Split sheets: what they say, and what is said about them. */
export const splits: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (Object.keys(problems) as SplitProblem[]).map((code) => [problemWords[code], problems[code]]),
  ),
  ...sheet,
  ...said,
};
