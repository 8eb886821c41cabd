/** What the doctor says about Slack. Names of Slack's own pages stay English, as they are there. */
export const slack: Readonly<Record<string, string>> = {
  'Slack: connected to the workspace {team}.': 'Slack：已連上工作區 {team}。',
  'Slack cannot be reached at {address} ({reason}).': '連不上 Slack：{address}（{reason}）。',
  'Check the network and SLACK_API_URL; nothing needs to be restarted.':
    '請檢查網路與 SLACK_API_URL，不需要重新啟動。',
  'Slack does not accept <code>{variable}</code> ({reason}).':
    'Slack 不接受 <code>{variable}</code>（{reason}）。',
  'In the app’s settings open OAuth & Permissions, and copy the Bot User OAuth Token into SLACK_BOT_TOKEN again.':
    '請在應用程式的設定裡打開 OAuth & Permissions，把 Bot User OAuth Token 重新複製到 SLACK_BOT_TOKEN。',
  'Slack: Socket Mode can be opened with SLACK_APP_TOKEN.':
    'Slack：可以用 SLACK_APP_TOKEN 開啟 Socket Mode。',
  'Slack does not open Socket Mode with SLACK_APP_TOKEN ({reason}).':
    'Slack 不讓 SLACK_APP_TOKEN 開啟 Socket Mode（{reason}）。',
  'In the app’s settings switch on Socket Mode, and under Basic Information make an app-level token with the scope connections:write.':
    '請在應用程式的設定裡開啟 Socket Mode，再到 Basic Information 建立帶有 connections:write 範圍的 app-level token。',
  'Slack: every scope that is needed is granted.': 'Slack：需要的範圍都已授權。',
  'Slack: the app has scopes that it does not need: {scopes}.':
    'Slack：這個應用程式有用不到的範圍：{scopes}。',
  'They may be taken away under OAuth & Permissions.': '可以在 OAuth & Permissions 裡移除。',
  'In the app’s settings open OAuth & Permissions, add it under Bot Token Scopes, and press Reinstall.':
    '請在應用程式的設定裡打開 OAuth & Permissions，在 Bot Token Scopes 加上它，再按 Reinstall。',
  'The scope <code>app_mentions:read</code> is missing: commands typed as @Splitproof, the way inside threads, are not heard.':
    '缺少範圍 <code>app_mentions:read</code>：聽不到以 @Splitproof 輸入的指令，在討論串裡只能這樣輸入。',
  'The scope <code>channels:read</code> is missing: nobody notices when the bot is removed from a channel, or the channel archived.':
    '缺少範圍 <code>channels:read</code>：機器人被移出頻道或頻道封存時，不會有人知道。',
  'The scope <code>chat:write</code> is missing: nothing can be posted or answered.':
    '缺少範圍 <code>chat:write</code>：無法貼文，也無法回答。',
  'The scope <code>commands</code> is missing: neither slash commands nor entries in the message menu exist.':
    '缺少範圍 <code>commands</code>：沒有斜線指令，訊息選單裡也沒有項目。',
  'The scope <code>files:read</code> is missing: attached lists and recordings cannot be read.':
    '缺少範圍 <code>files:read</code>：讀不到附上的清單與錄音。',
  'The scope <code>files:write</code> is missing: results cannot be given as files.':
    '缺少範圍 <code>files:write</code>：無法把結果做成檔案給人。',
  'The scope <code>groups:read</code> is missing: nobody notices when the bot is removed from a private channel.':
    '缺少範圍 <code>groups:read</code>：機器人被移出私人頻道時，不會有人知道。',
  'The scope <code>im:write</code> is missing: nobody can be told anything by direct message.':
    '缺少範圍 <code>im:write</code>：無法用私訊通知任何人。',
  'The scope <code>metadata.message:read</code> is missing: a post whose answer got lost may be posted twice.':
    '缺少範圍 <code>metadata.message:read</code>：貼文的回應若遺失，同一則可能貼出兩次。',
  'The scope <code>reactions:read</code> is missing: approvals by emoji are not seen.':
    '缺少範圍 <code>reactions:read</code>：看不到以表情符號表示的同意。',
  'The scope <code>reactions:write</code> is missing: the bot cannot put ✅ and ❌ under a sheet for people to press.':
    '缺少範圍 <code>reactions:write</code>：機器人無法在拆分表下放上 ✅ 與 ❌ 讓人按。',
  'The scope <code>users:read</code> is missing: names, languages, time zones and admins are not known.':
    '缺少範圍 <code>users:read</code>：不知道成員的名字、語言、時區，也不知道誰是管理員。',
  'The event <code>{event}</code> is not subscribed to.': '沒有訂閱事件 <code>{event}</code>。',
  'In the app’s settings open Event Subscriptions, add it under Subscribe to bot events, and save. Or paste the manifest again.':
    '請在應用程式的設定裡打開 Event Subscriptions，在 Subscribe to bot events 加上它並儲存，或重新貼上 manifest。',
  'The slash command <code>{command}</code> does not exist at Slack.':
    'Slack 上沒有斜線指令 <code>{command}</code>。',
  'The slash command <code>{command}</code> does not escape channels and users, so that people named in it are not recognized.':
    '斜線指令 <code>{command}</code> 沒有轉換頻道與使用者，所以認不出指令裡提到的人。',
  'The entry <b>{name}</b> is missing in the message menu.': '訊息選單裡缺少 <b>{name}</b>。',
  'Interactivity is switched off: buttons and forms do not work.':
    'Interactivity 沒有開啟：按鈕與表單都不能用。',
  'Print the manifest with <code>npm run -s splitproof -- manifest</code>, and paste it into App Manifest in the app’s settings.':
    '請用 <code>npm run -s splitproof -- manifest</code> 印出 manifest，貼到應用程式設定的 App Manifest。',
  'Slack: commands, events and menu entries are set up as they should be.':
    'Slack：指令、事件與選單項目都設定好了。',
  'Slack does not show a bot which commands and events are set up. {count, plural, =0 {Nothing has arrived so far.} other {So far there have arrived: {arrived}.}}':
    'Slack 不讓機器人看到設定了哪些指令與事件。{count, plural, =0 {目前還沒有收到任何東西。} other {目前收到過：{arrived}。}}',
  'To have them compared, set SLACK_CONFIG_TOKEN (api.slack.com/apps, Your App Configuration Tokens) and run <code>npm run -s splitproof -- doctor</code>.':
    '若要比對，請設定 SLACK_CONFIG_TOKEN（api.slack.com/apps，Your App Configuration Tokens），再執行 <code>npm run -s splitproof -- doctor</code>。',
  'Slack does not take SLACK_CONFIG_TOKEN ({reason}). Such tokens live for 12 hours.':
    'Slack 不接受 SLACK_CONFIG_TOKEN（{reason}）。這種 token 只有 12 小時有效。',
  'Make a new one at api.slack.com/apps, Your App Configuration Tokens, or remove it.':
    '請到 api.slack.com/apps 的 Your App Configuration Tokens 重新產生，或把它移除。',
  'Slack: nothing is missing in this channel.': 'Slack：這個頻道裡什麼都不缺。',
  'In this channel the bot lacks {missing}.': '機器人在這個頻道裡缺少 {missing}。',
  'Type the /invite there, or grant the scope; an archived channel has to be unarchived by its members.':
    '請在頻道裡輸入那個 /invite，或授權缺少的範圍；已封存的頻道要由成員解除封存。',
};
