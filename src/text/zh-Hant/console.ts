/** What the terminal room says. The words that people type there (help, press, clock …) are English everywhere. */
export const room: Readonly<Record<string, string>> = {
  'Splitproof, in a room of its own. Type a command, such as <code>/isrc check US-RC1-76-07839</code>.':
    '這裡是 Splitproof 自己的聊天室。請輸入指令，例如 <code>/isrc check US-RC1-76-07839</code>。',
  '<code>help</code> lists what can be done here; <code>/splitproof help</code> lists the commands.':
    '<code>help</code> 列出在這裡可以做的事，<code>/splitproof help</code> 列出所有指令。',
  'In this room': '在這個聊天室裡',
  '<code>/isrc check …</code> does a command as you; <code>bo: /isrc check …</code> does it as Bo':
    '<code>/isrc check …</code> 以你的身分執行指令，<code>bo: /isrc check …</code> 以 Bo 的身分執行',
  '<code>/isrc check +file codes.csv</code> attaches a file':
    '<code>/isrc check +file codes.csv</code> 附上一個檔案',
  'A line without a slash is a message; it gets a number, as in <code>#3</code>':
    '不以斜線開頭的一行就是訊息，會得到編號，例如 <code>#3</code>',
  '<code>bo: +✅ #3</code> puts a reaction on message 3; <code>bo: -✅ #3</code> takes it back':
    '<code>bo: +✅ #3</code> 在 3 號訊息按表情，<code>bo: -✅ #3</code> 收回表情',
  '<code>1</code> or <code>press Approve</code> presses a button; <code>press Approve #3</code> one on message 3':
    '<code>1</code> 或 <code>press Approve</code> 按下按鈕，<code>press Approve #3</code> 按的是 3 號訊息上的',
  '<code>menu #3 Check codes</code> picks an entry of the menu of message 3':
    '<code>menu #3 Check codes</code> 選 3 號訊息選單裡的一項',
  '<code>delete #3</code> deletes message 3': '<code>delete #3</code> 刪除 3 號訊息',
  '<code>clock +7d</code> moves time (s, m, h, d, w)':
    '<code>clock +7d</code> 把時間往後調（s 秒、m 分、h 時、d 天、w 週）',
  '<code>quit</code> leaves the room': '<code>quit</code> 離開聊天室',
  'The clock now says {now, date, full}, {now, time, short}.':
    '現在的時間是 {now, date, full} {now, time, short}。',
  'The clock cannot be moved here, because other platforms are connected to the same house.':
    '這裡不能調整時間，因為同一個程式還連著其他平台。',
  'Message #{number} is deleted.': '#{number} 訊息已刪除。',
  'There is no message #{number} here.': '這裡沒有 #{number} 這則訊息。',
  'There is no entry “{action}” in the menu of a message. These exist: {entries}.':
    '訊息選單裡沒有「{action}」這一項。可用的有：{entries}。',
  'There is no button “{label}” to press. Numbers and names stand under a reply.':
    '沒有「{label}」這個按鈕可以按。按鈕的編號與名稱列在回覆下方。',
  'The file <code>{path}</code> cannot be read: {why, select, missing {it is not there} folder {it is a folder} special {it is no ordinary file} other {the system refuses}}. Nothing was sent.':
    '無法讀取檔案 <code>{path}</code>：{why, select, missing {沒有這個檔案} folder {這是資料夾} special {這不是一般檔案} other {系統不允許}}。什麼都沒有送出。',
  'File saved: <code>{path}</code>': '檔案已存到 <code>{path}</code>',
  'The file <b>{name}</b> could not be saved in <code>{folder}</code>. Check that the folder may be written to.':
    '檔案 <b>{name}</b> 無法存進 <code>{folder}</code>。請確認這個資料夾可以寫入。',
  '{label}{remark, select, free { (may be left empty)} path { (a path)} freePath { (a path; may be left empty)} other {}}:':
    '{label}{remark, select, free {（可以留空）} path {（檔案路徑）} freePath {（檔案路徑，可以留空）} other {}}：',
  '<code>{text}</code> is none of them. Type one of the choices, or <code>cancel</code>.':
    '選項裡沒有 <code>{text}</code>。請輸入其中一個選項，或輸入 <code>cancel</code>。',
  'One of: {choices}': '可選：{choices}',
  'This one is needed. Type it, or <code>cancel</code>.':
    '這一項必填。請輸入內容，或輸入 <code>cancel</code>。',
  'Several lines; an empty line ends it.': '可以輸入好幾行，空白行表示結束。',
  'Now: {value}. An empty line keeps it.': '目前是：{value}。直接按 Enter 就保留。',
  '<code>cancel</code> closes the form.': '輸入 <code>cancel</code> 關閉表單。',
  'Closed; nothing was sent.': '已關閉，什麼都沒有送出。',
};
