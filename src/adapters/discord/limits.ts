/** Discord's ceilings, each with the page of its reference that names it (discord.com/developers/docs). */
export const LIMITS = {
  /** Text over all components of one message; components/reference, "Text Display" and IS_COMPONENTS_V2. */
  messageText: 4000,
  /** Components of one message, nested ones included; components/reference. */
  components: 40,
  /** components/reference, "Action Row". */
  buttonsPerRow: 5,
  /** components/reference, "Button". */
  buttonLabel: 80,
  /** components/reference, "Anatomy of a Component"; also a modal's, interactions/receiving-and-responding. */
  customId: 100,
  /** interactions/receiving-and-responding, "Modal". */
  modalTitle: 45,
  /** The same. */
  modalComponents: 5,
  /** components/reference, "Label". */
  fieldLabel: 45,
  /** The same. */
  fieldHint: 100,
  /** components/reference, "Text Input". */
  fieldValue: 4000,
  /** components/reference, "String Select". */
  selectOptions: 25,
  /** The same: label and value of an option. */
  selectOption: 100,
  /** interactions/application-commands, "Application Command Option Choice"; also of completions. */
  choices: 25,
  /** The same: name and value. */
  choice: 100,
  /** interactions/application-commands: name and description of commands and options. */
  description: 100,
  /** resources/message, "Create Message". */
  nonce: 25,
  /** resources/message, allowed mentions. */
  mentionedUsers: 100,
  /** resources/message, "Uploading Files". */
  files: 10,
  /** reference, "Uploading Files": one file, unless an interaction names another size. */
  fileBytes: 10 * 1024 * 1024,
  /** resources/message, "Create Message": all files of one request. */
  requestBytes: 25 * 1024 * 1024,
  /** resources/message, "Get Reactions" and "Get Channel Messages". */
  page: 100,
  /** resources/guild, "Search Guild Members": what is looked for, and how many are named. */
  memberQuery: 100,
  memberPage: 1000,
  /** interactions/receiving-and-responding: the first answer, or the interaction is void. */
  acknowledgeMs: 3000,
  /** The same: how long its token lasts for edits. */
  tokenMs: 15 * 60_000,
} as const;
