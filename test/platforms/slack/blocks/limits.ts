/**
 * The ceilings Slack enforces, in characters or items.
 *
 * From the comments of @slack/types (block-kit, views), except `text` (40,000, formatting page) and
 * `allBlocks` (about 13,200 characters over all blocks of a message, slackapi/bolt-js#2509).
 */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  headerText: 150,
  sectionText: 3000,
  sectionFields: 10,
  fieldText: 2000,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  id: 255,
  optionText: 75,
  optionValue: 150,
  options: 100,
  choices: 10,
  labelText: 2000,
  placeholder: 150,
  modalTitle: 24,
  privateMetadata: 3000,
  text: 40_000,
  allBlocks: 13_200,
  tableRows: 100,
  tableCells: 20,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  inputLength: 3000,
  imageAlt: 2000,
  url: 3000,
} as const;
