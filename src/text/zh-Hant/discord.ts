/** What the Discord adapter says. Names of Discord's own pages for developers stay English, as they are there. */
export const discord: Readonly<Record<string, string>> = {
  'Only {name} will see the answer.': '只有 {name} 看得到回答。',
  'Press the button to see it, or use <code>{command}</code> next time.':
    '請按按鈕查看，下次也可以直接用 <code>{command}</code>。',
  'Show the answer': '顯示回答',
  'This answer is for {name}. Type the command yourself to get your own.':
    '這是給 {name} 的回答。請自己輸入指令，就會有你的回答。',
  'The message with the command is gone. Send the command again.':
    '輸入指令的那則訊息已經不在，請再送一次指令。',
  'The form is ready.': '表單準備好了。',
  'Open the form': '打開表單',
  'This form has run out. Send the command again.': '這張表單已經失效，請再送一次指令。',
  'Change it': '修改',
  'Page {page, number} of {pages, number} is filled in.':
    '第 {page, number} 頁填好了，共 {pages, number} 頁。',
  'Next page': '下一頁',
  '<b>{name}</b> has {size, number} MB and Discord takes {limit, number} MB here, so it is not shown. It is kept as it came; whoever runs the bot can take it out with <code>splitproof evidence</code>.':
    '<b>{name}</b> 有 {size, number} MB，這裡的 Discord 只收 {limit, number} MB，所以沒有附上。檔案原封保存；管理主機的人可以用 <code>splitproof evidence</code> 取出。',
  'The answer could not be shown here.': '回答無法在這裡顯示。',
  'Discord refused it; an admin can find why in the log under <code>{reference}</code>.':
    'Discord 不接受這則回答，管理員可以在紀錄裡用 <code>{reference}</code> 查到原因。',

  'Discord: connected as {name}.': 'Discord：已連線，名稱是 {name}。',
  'Discord: {reason}': 'Discord：{reason}',
  'Wait a minute and look again; if it stays so, look at the log and at discordstatus.com.':
    '請等一分鐘再看一次；如果還是這樣，請看紀錄和 discordstatus.com。',
  'Discord sends commands to a web address (<code>{url}</code>) instead of to this bot, so none arrives.':
    'Discord 把指令送到一個網址（<code>{url}</code>），沒有送給這個機器人，所以一個指令也收不到。',
  'Open discord.com/developers/applications, choose the application, and empty “Interactions Endpoint URL” under General Information.':
    '請打開 discord.com/developers/applications，選擇這個應用程式，清空 General Information 裡的「Interactions Endpoint URL」。',
  'Discord has the commands as they are here: {count, number} of them.':
    'Discord 上的指令與這裡相同，共 {count, number} 個。',
  'The commands registered at Discord differ from those here: {names}. People see the old ones.':
    'Discord 上登記的指令與這裡不同：{names}。大家看到的是舊的。',
  'Run <code>npm run splitproof -- register</code>, or restart the bot.':
    '請執行 <code>npm run splitproof -- register</code>，或重新啟動機器人。',
  'In this channel the bot may do everything it needs.': '機器人在這個頻道裡需要的權限都有。',
  'In this channel the bot lacks the permission “{permission}”.':
    '機器人在這個頻道裡缺少權限「{permission}」。',
  'Server Settings → Roles → the bot’s role, or Edit Channel → Permissions: switch on “{permission}”.':
    '伺服器設定 → 身分組 → 機器人的身分組，或編輯頻道 → 權限：請開啟「{permission}」。',
  'The bot cannot see this channel.': '機器人看不到這個頻道。',
  'Discord allows {remaining, number} more connections until {reset, time, short}; the bot has been restarting a lot.':
    '到 {reset, time, short} 為止，Discord 只准再連線 {remaining, number} 次；機器人最近重新啟動得太頻繁。',
  'Find out in the log why it restarts. Over the limit, Discord resets the token.':
    '請從紀錄裡找出重新啟動的原因。超過上限，Discord 會重設 token。',
  'The application has privileged intents switched on that this bot does not use: {intents}.':
    '這個應用程式開啟了機器人用不到的 privileged intents：{intents}。',
  'Switch them off under Bot → Privileged Gateway Intents; the bot then reads nothing it does not need.':
    '請在 Bot → Privileged Gateway Intents 關閉，機器人就不會讀到用不著的東西。',
  'Discord does not accept the token.': 'Discord 不接受這個 token。',
  'Make a new one at discord.com/developers/applications, under Bot → Reset Token, and put it into DISCORD_TOKEN.':
    '請到 discord.com/developers/applications 的 Bot → Reset Token 重新產生，填入 DISCORD_TOKEN。',
  'The bot is in no server yet.': '機器人還沒有加入任何伺服器。',
  'Open the invitation address in docs/discord.md and choose the server.':
    '請打開 docs/discord.md 裡的邀請網址，選擇伺服器。',
  'On the server {server} the bot lacks {permissions}.': '機器人在伺服器 {server} 缺少 {permissions}。',
  'Server Settings → Roles → the bot’s role: switch them on.':
    '伺服器設定 → 身分組 → 機器人的身分組：請開啟這些權限。',
  'Discord does not answer the questions of this check: {reason}': 'Discord 沒有回應這次檢查：{reason}',
};
