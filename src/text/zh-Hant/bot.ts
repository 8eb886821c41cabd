/** What the house itself says, whatever the command; and its refusals of what was typed, attached or not allowed. */
export const bot: Readonly<Record<string, string>> = {
  'Something went wrong on our side, and nothing was changed.': '我們這邊出了問題，沒有任何資料被更動。',
  'Reference <code>{reference}</code>; an admin can find it in the log.':
    '參考碼 <code>{reference}</code>，管理員可以在紀錄裡查到。',
  'Not sent: {count, plural, one {one field needs} other {# fields need}} another look':
    '還沒送出：有 {count, number} 個欄位要再看一次',

  'Say what to do. The commands are {commands}.': '請說要做什麼。可用的指令有：{commands}。',
  'There is no command <code>{typed}</code> here. These exist: {commands}. <code>/splitproof help</code> says what each does.':
    '這裡沒有 <code>{typed}</code> 這個指令。可用的有：{commands}。各個指令的用途，請看 <code>/splitproof help</code>。',
  '<code>{command}</code> needs one more word. These exist: {commands}.':
    '<code>{command}</code> 後面還要再接一個字。可用的有：{commands}。',
  'This button or form is from an older version and leads nowhere now. Type the command again.':
    '這個按鈕或表單是舊版本留下的，已經沒有作用。請重新輸入指令。',

  '<code>{option}</code> is missing. Add it and send the command again.':
    '少了 <code>{option}</code>。請補上後再送出一次。',
  'There is no option <code>{typed}</code> here. These exist: {options}.':
    '這裡沒有 <code>{typed}</code> 這個選項。可用的有：{options}。',
  'The value of <code>{option}</code> cannot be read. Check it and send the command again.':
    '看不懂 <code>{option}</code> 的內容。請檢查後再送出一次。',
  '<code>{option}</code> takes at most {limit, plural, one {# character} other {# characters}}. Shorten it and send the command again.':
    '<code>{option}</code> 最多 {limit, number} 個字元。請縮短後再送出指令。',
  '<code>{option}</code> must be a number, such as 14.': '<code>{option}</code> 必須是數字，例如 14。',
  '<code>{option}</code> must be at most {limit, number}.':
    '<code>{option}</code> 不能大於 {limit, number}。',
  '<code>{option}</code> must be at least {limit, number}.':
    '<code>{option}</code> 不能小於 {limit, number}。',
  '<code>{option}</code> must be a date that exists, written as 2026-12-11.':
    '<code>{option}</code> 必須是真實存在的日期，寫成 2026-12-11 這樣。',
  '<code>{option}</code> must be one of these: {choices}.':
    '<code>{option}</code> 必須是其中之一：{choices}。',
  'Only an admin may do this: an admin or owner of the Slack workspace, somebody with “Manage Server” on Discord, whoever opened the room in the terminal. Ask one of them.':
    '這件事只有管理員可以做：Slack 工作區的管理員或擁有者、在 Discord 上有「管理伺服器」權限的人，或打開終端機聊天室的人。請找其中一位幫忙。',
  'Only an admin may do this, and the platform does not say at the moment whether you are one. Try again in a minute.':
    '這件事只有管理員可以做，而平台目前沒有回覆你是不是管理員。請一分鐘後再試。',
  '{count, plural, other {# files}} came at once, and one can be answered at a time. Attach them one by one. Nothing was checked.':
    '一次收到 {count, number} 個檔案，但一次只能處理一個。請一個一個附上。目前什麼都沒有檢查。',

  'The file is larger than the {limitMegabytes, number} MB that can be read here. Split it, or paste the codes.':
    '檔案太大，這裡最多讀取 {limitMegabytes, number} MB。請分成幾個檔案，或直接貼上編碼。',
  '<b>{name}</b> cannot be fetched any more: it was deleted. Attach it again.':
    '<b>{name}</b> 已經刪除，無法再取得。請重新附上。',
  'The link of <b>{name}</b> has run out. Attach the file again.':
    '<b>{name}</b> 的連結已經過期。請重新附上檔案。',
  '<b>{name}</b> could not be fetched: the platform does not let the bot read it. Attach it to the command itself.':
    '無法取得 <b>{name}</b>：平台不讓機器人讀取。請把檔案直接附在指令上。',
  'The file is empty. Check that it was saved, and attach it again.':
    '檔案是空的。請確認已經存檔，再重新附上。',
  '{kind, select, excel {This is an Excel workbook. In Excel choose Save As and then “CSV UTF-8”, and attach that file} numbers {This is a Numbers document. In Numbers choose Export To and then CSV, and attach that file} openDocument {This is an OpenDocument file. Save the table as CSV and attach that file} word {This is a Word document. Save it as plain text, or paste the codes} oldOffice {This is an old Excel or Word file. Save it as CSV and attach that file} richText {This is a rich text document. Save it as plain text, or paste the codes} pdf {This is a PDF. Copy the codes out of it and paste them, or ask for the table it was made from} archive {This is a packed archive. Unpack it and attach the files one by one} image {This is a picture, and codes are not read from pictures. Type or paste them} video {This is a video. Codes are read from MP3, FLAC, WAV, AIFF and M4A} otherAudio {This is audio of a kind that is not read here. Codes are read from MP3, FLAC, WAV, AIFF and M4A} midi {This is a MIDI file, which never carries an ISRC: the code belongs to a recording} program {This is a program, which is not opened here. Attach the list of codes as CSV or text} database {This is a database. Export the table as CSV and attach that file} other {It is not clear what kind of file this is. Attach the codes as CSV or text, or paste them}}.':
    '{kind, select, excel {這是 Excel 活頁簿。請在 Excel 選「另存新檔」，格式選「CSV UTF-8」，再附上那個檔案} numbers {這是 Numbers 文件。請在 Numbers 選「輸出至」再選 CSV，然後附上那個檔案} openDocument {這是 OpenDocument 檔案。請把表格存成 CSV 再附上} word {這是 Word 文件。請存成純文字，或直接貼上編碼} oldOffice {這是舊版的 Excel 或 Word 檔案。請存成 CSV 再附上} richText {這是 RTF 文件。請存成純文字，或直接貼上編碼} pdf {這是 PDF。請把編碼複製出來貼上，或向對方要原本的表格} archive {這是壓縮檔。請解壓縮後把檔案一個一個附上} image {這是圖片，這裡不從圖片讀取編碼。請輸入或貼上編碼} video {這是影片。編碼可以從 MP3、FLAC、WAV、AIFF 與 M4A 讀取} otherAudio {這種音訊格式這裡不能讀。編碼可以從 MP3、FLAC、WAV、AIFF 與 M4A 讀取} midi {這是 MIDI 檔，裡面不會有 ISRC：ISRC 屬於錄音} program {這是程式，這裡不會開啟。請把編碼清單存成 CSV 或文字檔再附上} database {這是資料庫。請把表格匯出成 CSV 再附上} other {看不出這是哪一種檔案。請把編碼存成 CSV 或文字檔附上，或直接貼上}}。',
  'There is nothing in the file that looks like a code. Check that it is the right file; a table needs a column with ISRC, UPC or other codes.':
    '檔案裡沒有看起來像編碼的內容。請確認檔案沒有拿錯；表格要有一欄是 ISRC、UPC 或其他編碼。',
  'Line {line, number} of the file is longer than the {limitKilobytes, number} KB that one row may have. Check that the file is a list or a table of codes.':
    '檔案第 {line, number} 行太長，一列最多 {limitKilobytes, number} KB。請確認這個檔案是編碼清單或表格。',
  'Line {line, number} of the file has {count, number} columns; the limit is {limit, number}. Save only the columns that matter and attach it again.':
    '檔案第 {line, number} 行有 {count, number} 欄，上限是 {limit, number} 欄。請只留下需要的欄位，存檔後重新附上。',
  'Line {line, number} of the file opens a quotation mark that is never closed, so the rest cannot be told apart. Close or remove it and attach the file again.':
    '檔案第 {line, number} 行有一個引號只有開頭、沒有結尾，後面的內容因此分不開。請補上或刪掉引號，再重新附上檔案。',

  'The bot may not do this here. It lacks {permissions}. An admin can grant it; <code>/splitproof doctor</code> says how.':
    '機器人在這裡沒有權限這麼做，少了：{permissions}。管理員可以開放，做法請看 <code>/splitproof doctor</code>。',
  'The bot is not in this channel, or the channel is archived. Invite the bot and try again.':
    '機器人不在這個頻道裡，或頻道已經封存。請邀請機器人加入，再試一次。',
  'No direct message reaches {name}: their settings do not allow it.':
    '私訊送不到 {name}：對方的設定不接受私訊。',
  '{platform} does not answer at the moment. Nothing was sent; try again in a minute.':
    '{platform} 目前沒有回應。什麼都沒有送出，請過一分鐘再試。',
  '{platform} refused this, with the word <code>{reason}</code>. <code>/splitproof doctor</code> may say why.':
    '{platform} 拒絕了這個動作，給的理由是 <code>{reason}</code>。原因可以看看 <code>/splitproof doctor</code>。',
};
