/** What the Slack side of the doctor says; keys of every language file. */
export const say = {
  connected: 'Slack: connected to the workspace {team}.',
  unreachable: 'Slack cannot be reached at {address} ({reason}).',
  unreachableFix: 'Check the network and SLACK_API_URL; nothing needs to be restarted.',
  tokenBad: 'Slack does not accept <code>{variable}</code> ({reason}).',
  botTokenFix:
    'In the app’s settings open OAuth & Permissions, and copy the Bot User OAuth Token into SLACK_BOT_TOKEN again.',
  socketGood: 'Slack: Socket Mode can be opened with SLACK_APP_TOKEN.',
  socketBad: 'Slack does not open Socket Mode with SLACK_APP_TOKEN ({reason}).',
  socketFix:
    'In the app’s settings switch on Socket Mode, and under Basic Information make an app-level token with the scope connections:write.',
  scopesGood: 'Slack: every scope that is needed is granted.',
  scopesExtra: 'Slack: the app has scopes that it does not need: {scopes}.',
  scopesExtraFix: 'They may be taken away under OAuth & Permissions.',
  scopeFix:
    'In the app’s settings open OAuth & Permissions, add it under Bot Token Scopes, and press Reinstall.',
  'app_mentions:read':
    'The scope <code>app_mentions:read</code> is missing: commands typed as @Splitproof, the way inside threads, are not heard.',
  'channels:read':
    'The scope <code>channels:read</code> is missing: nobody notices when the bot is removed from a channel, or the channel archived.',
  'chat:write': 'The scope <code>chat:write</code> is missing: nothing can be posted or answered.',
  commands:
    'The scope <code>commands</code> is missing: neither slash commands nor entries in the message menu exist.',
  'files:read': 'The scope <code>files:read</code> is missing: attached lists and recordings cannot be read.',
  'files:write': 'The scope <code>files:write</code> is missing: results cannot be given as files.',
  'groups:read':
    'The scope <code>groups:read</code> is missing: nobody notices when the bot is removed from a private channel.',
  'im:write': 'The scope <code>im:write</code> is missing: nobody can be told anything by direct message.',
  'metadata.message:read':
    'The scope <code>metadata.message:read</code> is missing: a post whose answer got lost may be posted twice.',
  'reactions:read': 'The scope <code>reactions:read</code> is missing: approvals by emoji are not seen.',
  'reactions:write':
    'The scope <code>reactions:write</code> is missing: the bot cannot put ✅ and ❌ under a sheet for people to press.',
  'users:read':
    'The scope <code>users:read</code> is missing: names, languages, time zones and admins are not known.',
  eventMissing: 'The event <code>{event}</code> is not subscribed to.',
  eventFix:
    'In the app’s settings open Event Subscriptions, add it under Subscribe to bot events, and save. Or paste the manifest again.',
  commandMissing: 'The slash command <code>{command}</code> does not exist at Slack.',
  commandUnescaped:
    'The slash command <code>{command}</code> does not escape channels and users, so that people named in it are not recognized.',
  shortcutMissing: 'The entry <b>{name}</b> is missing in the message menu.',
  interactivityOff: 'Interactivity is switched off: buttons and forms do not work.',
  manifestFix:
    'Print the manifest with <code>npm run -s splitproof -- manifest</code>, and paste it into App Manifest in the app’s settings.',
  manifestGood: 'Slack: commands, events and menu entries are set up as they should be.',
  manifestUnread:
    'Slack does not show a bot which commands and events are set up. {count, plural, =0 {Nothing has arrived so far.} other {So far there have arrived: {arrived}.}}',
  manifestUnreadFix:
    'To have them compared, set SLACK_CONFIG_TOKEN (api.slack.com/apps, Your App Configuration Tokens) and run <code>npm run -s splitproof -- doctor</code>.',
  manifestRefused: 'Slack does not take SLACK_CONFIG_TOKEN ({reason}). Such tokens live for 12 hours.',
  manifestRefusedFix: 'Make a new one at api.slack.com/apps, Your App Configuration Tokens, or remove it.',
  channelGood: 'Slack: nothing is missing in this channel.',
  channelMissing: 'In this channel the bot lacks {missing}.',
  channelFix:
    'Type the /invite there, or grant the scope; an archived channel has to be unarchived by its members.',
};
