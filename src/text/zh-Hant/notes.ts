/** What is said of notes: proof that is weaker than a license. */
export const notes: Readonly<Record<string, string>> = {
  'a message': '訊息',
  'a credit line': '標示',
  'a store’s receipt': '商店收據',
  'a spoken yes': '口頭同意',
  'another kind of proof': '其他證明',

  'Kept as note <code>{id}</code>: {kind}': '已存成筆記 <code>{id}</code>：{kind}',
  'Kept as note <code>{id}</code>: {kind}, about <b>{title}</b>':
    '已存成筆記 <code>{id}</code>：{kind}，關於 <b>{title}</b>',
  'Kept as note <code>{id}</code>, but {count, plural, one {one file} other {# files}} of it could not be kept':
    '已存成筆記 <code>{id}</code>，但有 {count, number} 個檔案無法保存',
  'Kept already, as note <code>{id}</code>, on {when, date, medium}':
    '{when, date, medium}已經存過了，是筆記 <code>{id}</code>',
  'The message reads otherwise now. The note has what it said then.':
    '訊息現在的內容不同了；筆記保存的是當時的內容。',
  'Note <code>{id}</code> is about <b>{title}</b> now':
    '筆記 <code>{id}</code> 現在註明是關於 <b>{title}</b>',
  'This is a note and no license: it satisfies no check.': '這是筆記，不是授權：任何查驗都不算通過。',
  'For a license it has to be said, and signed: {parts}.': '要成為授權，還得白紙黑字簽下：{parts}。',
  'what it is about': '標的',
  'Once there is a license: {command}': '拿到授權之後：{command}',
  '{name}: {reason}': '{name}：{reason}',

  By: '作者',
  Written: '發送時間',
  'Said on': '說的日期',
  Text: '內容',
  Link: '連結',
  Files: '檔案',
  'Files that could not be kept': '無法保存的檔案',
  Kept: '存入',
  '{when, date, medium}, {when, time, short} ({zone})': '{when, date, medium} {when, time, short}（{zone}）',
  '{when, date, medium}, {when, time, short} by {name}': '{when, date, medium} {when, time, short}，{name}',

  'Note <code>{id}</code>: {kind}': '筆記 <code>{id}</code>：{kind}',
  'Of its files, {names} {count, plural, one {is} other {are}} not here any more: erased. Hashes and entries stand.':
    '檔案 {names}（{count, number} 個）已經刪除，不在這裡了；雜湊與紀錄仍然有效。',
  '{count, plural, one {# note} other {# notes}}': '{count, number} 則筆記',
  'Notes {from, number} to {to, number}, newest first': '第 {from, number} 到 {to, number} 則筆記，由新到舊',
  '{when, date, medium} · {kind} · {what} · <code>{id}</code>':
    '{when, date, medium} · {kind} · {what} · <code>{id}</code>',
  'There is no such note here': '這裡沒有這樣的筆記',
  'Keep a message with “Save as evidence” in its menu, or anything else with {command}.':
    '訊息請用選單裡的「存為證據」，其他內容用 {command}。',
  'One in full, with its files: {command}': '查看完整內容與檔案：{command}',
  'More notes': '更多筆記',
  'without words': '沒有文字',

  'Say what it is about': '註明標的',
  'Keep as a note': '存成筆記',
  'What is it about?': '註明標的',
  Keep: '存入',
  'What was said or shown': '說了或顯示了什麼',
  File: '檔案',
  'PDF, picture, text, e-mail or recording, at most 20 MB': 'PDF、圖片、文字檔、電子郵件或錄音，最多 20 MB',
  'What it is about': '標的',
  'Whose words they are': '是誰說的',
  'What it is': '種類',

  'Save as evidence': '存為證據',
  'Keep words or a file as a note, hashed and dated; a note is no license':
    '把文字或檔案存成筆記，附雜湊與時間；筆記不是授權',
  'The notes of this team, or one in full with its files': '團隊的筆記，或其中一則的完整內容與檔案',
  'What was said or shown, word for word': '說了或顯示了什麼，逐字輸入',
  'Whose words they are: @name, or a name': '是誰說的：@名稱，或名稱',
  'A message, a credit line, a receipt, a spoken yes, or something else':
    '訊息、標示、收據、口頭同意，或其他',
  'On which day it was said, as in 2026-11-03': '說的日期，例如 2026-11-03',
  'A note that is there: says what it is about': '已有的筆記：註明它的標的',
  'Id of a note': '筆記編號',
};
