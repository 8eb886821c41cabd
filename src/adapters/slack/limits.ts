/**
 * What Slack takes at most, in UTF-16 units or items. Where a number comes from stands beside it:
 * [types] comments of @slack/types 3 and @slack/web-api 8 (request/manifest), [docs] docs.slack.dev,
 * [ours] below Slack's own ceiling, because that one is not written down exactly.
 */
export const LIMITS = {
  /** [types] blocks of one message */
  messageBlocks: 50,
  /** [types] blocks of one modal */
  viewBlocks: 100,
  /**
   * [ours] All characters in the blocks of one message. Slack answers msg_blocks_too_long from about 13,200 on
   * (slackapi/bolt-js#2509), and counts more than the letters.
   */
  messageCharacters: 11_000,
  /** [ours] of one rich_text block, as long as a section may be [types] */
  blockCharacters: 3000,
  /** [ours] The text of a notification; Slack cuts at 40,000 [docs] and advises 4,000. */
  fallbackText: 4000,
  /** [ours] notices of one message, each a block; [types] one of them may have 3000 characters */
  notices: 10,
  /** [types] elements of an actions block */
  actionElements: 25,
  /** [types] */
  buttonText: 75,
  /** [types] */
  buttonValue: 2000,
  /** [types] rows of a table, its header among them */
  tableRows: 100,
  /** [types] */
  tableColumns: 20,
  /** [ours] characters of a table; Slack's page says 10,000 over all cells */
  tableCharacters: 6000,
  /** [ours] characters of all notices together */
  noticeCharacters: 3000,
  /** [types] title, submit and close of a modal */
  modalTitle: 24,
  /** [types] */
  privateMetadata: 3000,
  /** [ours] people on one page of users.list; [types] 999 at most, and Slack's pages advise to ask for fewer */
  peoplePage: 500,
  /** [types] callback_id, action_id, block_id */
  id: 255,
  /** [types] label and hint of an input */
  label: 2000,
  /** [types] what may stand in a text input, and be typed into it */
  input: 3000,
  /** [types] text of an option in a select menu */
  optionText: 75,
  /** [types] options of a select menu */
  options: 100,
  /** [ours] what is said at one field of a modal */
  fieldError: 500,
  /** [docs] uses of a response_url within 30 minutes */
  responseUses: 5,
  responseMs: 30 * 60_000,
  /** [docs] a click or command has to be answered, and its trigger used, within this */
  triggerMs: 3000,
  /** [types] */
  appName: 35,
  appDescription: 140,
  commandName: 32,
  commandDescription: 2000,
  commandHint: 1000,
  commands: 50,
  shortcuts: 10,
  /** [docs] a shortcut's name in the menu */
  shortcutName: 24,
  shortcutDescription: 150,
} as const;
