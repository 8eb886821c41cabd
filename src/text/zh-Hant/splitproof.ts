/** `/splitproof`, and what the doctor finds in the house. */
export const splitproof: Readonly<Record<string, string>> = {
  'Help, settings and a look at the set-up': '說明、設定，以及檢查安裝狀態',
  'No platform has a token, so <code>start</code> opens the room in this terminal.':
    '沒有任何平台設定權杖，所以 <code>start</code> 會在這個終端機開啟聊天室。',
  'docs/slack.md and docs/discord.md say, step by step, how to connect one.':
    'docs/slack.md 與 docs/discord.md 逐步說明如何連接平台。',
  'What can be done here, or how one command works': '這裡能做什麼，或某個指令怎麼用',
  'One command, as in isrc': '指令名稱，例如 isrc',
  'Your language and time zone, or the team’s': '你或團隊的語言與時區',
  'The language to be answered in': '回覆使用的語言',
  'The time zone to show times in, as in Asia/Taipei': '顯示時間用的時區，例如 Asia/Taipei',
  'For you alone, or for the whole team (admins)': '只給自己，或給整個團隊（限管理員）',
  'Name what is missing in the set-up, and how to put it right': '指出安裝還缺什麼，以及怎麼補上',

  'Splitproof keeps a music team’s rights paperwork straight': 'Splitproof 幫音樂團隊把權利文件理清楚',
  'One command in detail: <code>/splitproof help isrc</code>':
    '單一指令的詳細說明：<code>/splitproof help isrc</code>',
  'In a thread, mention the bot instead of typing a slash. Where another app owns a short name, put <code>/splitproof</code> in front.':
    '在討論串裡請改用提及機器人的方式，不用斜線。指令名稱已被其他應用程式使用時，請在前面加上 <code>/splitproof</code>。',
  'In the menu of a message: <b>{action}</b>': '訊息選單裡的「<b>{action}</b>」',
  '<code>/{name}</code>: {description}': '<code>/{name}</code>：{description}',
  needed: '必填',
  'may be left out': '可以不填',
  '<code>{name}</code> ({need}): {description}': '<code>{name}</code>（{need}）：{description}',
  'Commands that have <code>{name}</code>': '有 <code>{name}</code> 的指令',
  'There is no command <code>{name}</code>': '沒有 <code>{name}</code> 這個指令',

  Saved: '已儲存',
  'What is set now': '目前的設定',
  Settings: '設定',
  Save: '儲存',
  'For you': '只給自己',
  'For the team': '給整個團隊',
  Language: '語言',
  'Time zone': '時區',
  'For example Asia/Taipei or Europe/Berlin; auto is as the platform says':
    '例如 Asia/Taipei 或 Europe/Berlin；填 auto 就跟著平台',
  'As the platform says': '跟著平台',
  'For whom': '適用對象',
  'not set': '未設定',
  'There is no time zone called <code>{text}</code>': '沒有叫做 <code>{text}</code> 的時區',
  'Perhaps one of these: {names}': '也許是其中之一：{names}',
  'Names are written as in Asia/Taipei. Nothing was changed.':
    '時區名稱的寫法像 Asia/Taipei 這樣。沒有任何設定被更動。',
  English: 'English',
  繁體中文: '繁體中文',

  'Everything that can be looked at from here is in order': '從這裡能檢查的都沒有問題',
  '{count, plural, one {One thing stands} other {# things stand}} in the way':
    '有 {count, number} 個問題要先解決',
  '{count, plural, one {One thing deserves} other {# things deserve}} a look; nothing stands in the way':
    '有 {count, number} 處值得看一下，但不影響使用',
  'Splitproof {version}': 'Splitproof {version}',
  'The database answers.': '資料庫有回應。',
  'The database does not answer. Commands that need it are refused until it does.':
    '資料庫沒有回應。在恢復之前，需要資料庫的指令都會被拒絕。',
  'The database is not there yet; it is made at the first start.': '資料庫還沒有建立，第一次啟動時會建立。',
  'The database is {steps, plural, one {one step} other {# steps}} behind; the next start brings it up to date.':
    '資料庫落後 {steps, number} 個步驟，下次啟動時會更新。',
  '{name} could not be looked at.': '無法檢查 {name}。',
  'Try again in a minute; the log says what happened.': '請過一分鐘再試；原因寫在紀錄檔裡。',
  'Look at DATABASE_URL and at the log.': '請檢查 DATABASE_URL 與紀錄檔。',
};
