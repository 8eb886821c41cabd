/** What the adapter itself says on Discord; everything else is said by commands. */
export const say = {
  privateAnswer: 'Only {name} will see the answer.',
  privateHow: 'Press the button to see it, or use <code>{command}</code> next time.',
  showAnswer: 'Show the answer',
  notYours: 'This answer is for {name}. Type the command yourself to get your own.',
  askedGone: 'The message with the command is gone. Send the command again.',
  formReady: 'The form is ready.',
  openForm: 'Open the form',
  formGone: 'This form has run out. Send the command again.',
  changeIt: 'Change it',
  pageDone: 'Page {page, number} of {pages, number} is filled in.',
  nextPage: 'Next page',
  tooHeavy:
    '<b>{name}</b> has {size, number} MB and Discord takes {limit, number} MB here, so it is not shown. It is kept as it came; whoever runs the bot can take it out with <code>splitproof evidence</code>.',
  unsendable: 'The answer could not be shown here.',
  unsendableWhy: 'Discord refused it; an admin can find why in the log under <code>{reference}</code>.',

  doctorConnected: 'Discord: connected as {name}.',
  doctorAway: 'Discord: {reason}',
  doctorAwayFix: 'Wait a minute and look again; if it stays so, look at the log and at discordstatus.com.',
  doctorEndpoint:
    'Discord sends commands to a web address (<code>{url}</code>) instead of to this bot, so none arrives.',
  doctorEndpointFix:
    'Open discord.com/developers/applications, choose the application, and empty “Interactions Endpoint URL” under General Information.',
  doctorCommands: 'Discord has the commands as they are here: {count, number} of them.',
  doctorCommandsMissing:
    'The commands registered at Discord differ from those here: {names}. People see the old ones.',
  doctorCommandsFix: 'Run <code>npm run splitproof -- register</code>, or restart the bot.',
  doctorPermissions: 'In this channel the bot may do everything it needs.',
  doctorPermission: 'In this channel the bot lacks the permission “{permission}”.',
  doctorPermissionFix:
    'Server Settings → Roles → the bot’s role, or Edit Channel → Permissions: switch on “{permission}”.',
  doctorNoChannel: 'The bot cannot see this channel.',
  doctorIdentifies:
    'Discord allows {remaining, number} more connections until {reset, time, short}; the bot has been restarting a lot.',
  doctorIdentifiesFix: 'Find out in the log why it restarts. Over the limit, Discord resets the token.',
  doctorIntents: 'The application has privileged intents switched on that this bot does not use: {intents}.',
  doctorIntentsFix:
    'Switch them off under Bot → Privileged Gateway Intents; the bot then reads nothing it does not need.',
  doctorToken: 'Discord does not accept the token.',
  doctorTokenFix:
    'Make a new one at discord.com/developers/applications, under Bot → Reset Token, and put it into DISCORD_TOKEN.',
  doctorNoServer: 'The bot is in no server yet.',
  doctorNoServerFix: 'Open the invitation address in docs/discord.md and choose the server.',
  doctorServer: 'On the server {server} the bot lacks {permissions}.',
  doctorServerFix: 'Server Settings → Roles → the bot’s role: switch them on.',
  doctorUnreachable: 'Discord does not answer the questions of this check: {reason}',
};
