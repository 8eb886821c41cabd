import { LIMITS } from './limits.ts';
import { boolean, type Check, list, matching, number, object, oneOf, string } from './shape.ts';
import { anyText, plain } from './text.ts';

const actionId = { action_id: string(LIMITS.id) };
const focus = { focus_on_load: boolean };
const placeholder = { placeholder: plain(LIMITS.placeholder) };
const confirm = {
  confirm: object(
    { text: anyText(LIMITS.confirmText) },
    {
      title: plain(LIMITS.confirmTitle),
      confirm: plain(LIMITS.confirmButton),
      deny: plain(LIMITS.confirmButton),
      style: oneOf('primary', 'danger'),
    },
  ),
};
const dispatch = {
  dispatch_action_config: object(
    {},
    { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2) },
  ),
};
const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'must be a date in the form YYYY-MM-DD');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time in the form HH:mm');

const option = (text: Check): Check =>
  object({ text, value: string(LIMITS.optionValue) }, { description: plain(LIMITS.optionText) });
const plainOption = option(plain(LIMITS.optionText));
const richOption = option(anyText(LIMITS.optionText));
const group = object({ label: plain(LIMITS.optionText), options: list(plainOption, LIMITS.options) });

const element = (type: string, optional: Readonly<Record<string, Check>>, required = {}): Check =>
  object({ type: oneOf(type), ...required }, { ...actionId, ...optional });

const select = (type: string, optional: Readonly<Record<string, Check>> = {}, required = {}): Check =>
  element(type, { ...placeholder, ...confirm, ...focus, ...optional }, required);

const filter = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);
const staticSource = {
  options: list(plainOption, LIMITS.options),
  option_groups: list(group, LIMITS.options),
};

const button: Check = element(
  'button',
  {
    value: string(LIMITS.buttonValue, 0),
    url: string(LIMITS.buttonUrl),
    style: oneOf('primary', 'danger'),
    accessibility_label: string(LIMITS.buttonText),
    ...confirm,
  },
  { text: plain(LIMITS.buttonText) },
);

/** Elements that stand in an actions block or beside a section. */
export const interactive: Readonly<Record<string, Check>> = {
  button,
  overflow: element('overflow', confirm, { options: list(plainOption, 5) }),
  static_select: select('static_select', { ...staticSource, initial_option: plainOption }),
  users_select: select('users_select', { initial_user: string() }),
  conversations_select: select('conversations_select', {
    initial_conversation: string(),
    default_to_current_conversation: boolean,
    response_url_enabled: boolean,
    filter,
  }),
  channels_select: select('channels_select', { initial_channel: string(), response_url_enabled: boolean }),
  external_select: select('external_select', { initial_option: plainOption, min_query_length: number }),
  multi_static_select: select('multi_static_select', {
    ...staticSource,
    initial_options: list(plainOption),
    max_selected_items: number,
  }),
  multi_users_select: select('multi_users_select', {
    initial_users: list(string()),
    max_selected_items: number,
  }),
  multi_conversations_select: select('multi_conversations_select', {
    initial_conversations: list(string()),
    max_selected_items: number,
    filter,
  }),
  datepicker: select('datepicker', { initial_date: date }),
  timepicker: select('timepicker', { initial_time: time, timezone: string() }),
  datetimepicker: element('datetimepicker', { initial_date_time: number, ...confirm, ...focus }),
  radio_buttons: element(
    'radio_buttons',
    { initial_option: richOption, ...confirm, ...focus },
    { options: list(richOption, LIMITS.choices) },
  ),
  checkboxes: element(
    'checkboxes',
    { initial_options: list(richOption), ...confirm, ...focus },
    { options: list(richOption, LIMITS.choices) },
  ),
};

const { button: _button, overflow: _overflow, ...selects } = interactive;
const typed = { ...placeholder, ...focus, ...dispatch };

/** Elements that stand in an input block of a modal. */
export const inputs: Readonly<Record<string, Check>> = {
  ...selects,
  plain_text_input: element('plain_text_input', {
    initial_value: string(LIMITS.inputLength, 0),
    multiline: boolean,
    min_length: number,
    max_length: number,
    ...typed,
  }),
  number_input: element(
    'number_input',
    { initial_value: string(), min_value: string(), max_value: string(), ...typed },
    { is_decimal_allowed: boolean },
  ),
  email_text_input: element('email_text_input', { initial_value: string(), ...typed }),
  url_text_input: element('url_text_input', { initial_value: string(), ...typed }),
  file_input: element('file_input', { filetypes: list(string()), max_files: number }),
};
