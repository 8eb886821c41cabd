import { asJson, asList, isJson, type Json } from '../json.ts';
import type { Form } from './form.ts';

const ACTION_ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const SELECTS = [3, 5, 6, 7, 8];
const TEXT_DISPLAY = 10;
/** Section, media gallery, file, separator and container: allowed beside rows and text in version 2 only. */
const LAYOUT_V2 = [9, TEXT_DISPLAY, 12, 13, 14, 17];
const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;

/** Collects custom ids over a whole message or modal, for they must be unique in it. */
export class CustomIds {
  readonly #seen = new Set<string>();
  readonly #form: Form;

  constructor(form: Form) {
    this.#form = form;
  }

  take(path: string, value: unknown): void {
    this.#form.text(`${path}.custom_id`, value, { min: 1, max: 100, required: true });
    if (typeof value !== 'string') return;
    if (this.#seen.has(value)) {
      this.#form.fail(
        `${path}.custom_id`,
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      );
    }
    this.#seen.add(value);
  }
}

function checkButton(form: Form, ids: CustomIds, button: Json, path: string): void {
  form.oneOf(`${path}.style`, button.style, [1, 2, 3, 4, 5, 6]);
  form.text(`${path}.label`, button.label, { max: 80 });
  if (!button.label && !button.emoji) {
    form.fail(path, 'BUTTON_COMPONENT_REQUIRES_LABEL_OR_EMOJI', 'A label or an emoji is required');
  }
  if (button.style === LINK_STYLE) {
    form.text(`${path}.url`, button.url, { min: 1, max: 512, required: true });
    if (button.custom_id) form.fail(`${path}.custom_id`, 'BUTTON_COMPONENT_CUSTOM_ID', 'A link has no id');
  } else if (button.style !== PREMIUM_STYLE) {
    ids.take(path, button.custom_id);
  }
}

/** A select menu, in a message or in a modal's label. */
export function checkSelect(form: Form, ids: CustomIds, select: Json, path: string): void {
  ids.take(path, select.custom_id);
  form.text(`${path}.placeholder`, select.placeholder, { max: 150 });
  form.whole(`${path}.min_values`, select.min_values, { min: 0, max: 25 });
  form.whole(`${path}.max_values`, select.max_values, { min: 1, max: 25 });
  if (select.type !== STRING_SELECT) return;
  const values = new Set<unknown>();
  form.list(`${path}.options`, select.options, { min: 1, max: 25, required: true }, (option, place) => {
    form.text(`${place}.label`, option.label, { min: 1, max: 100, required: true });
    form.text(`${place}.value`, option.value, { min: 1, max: 100, required: true });
    form.text(`${place}.description`, option.description, { max: 100 });
    if (values.has(option.value)) {
      form.fail(
        `${place}.value`,
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    values.add(option.value);
  });
}

function checkRow(form: Form, ids: CustomIds, row: Json, path: string): void {
  const children = asList(row.components).map(asJson);
  form.list(`${path}.components`, row.components, { min: 1, max: 5, required: true }, (child, place) => {
    if (child.type === BUTTON) checkButton(form, ids, child, place);
    else if (SELECTS.includes(Number(child.type))) checkSelect(form, ids, child, place);
    else form.fail(`${place}.type`, 'BASE_TYPE_CHOICES', `A row holds no component of type ${child.type}`);
  });
  if (children.length > 1 && children.some((child) => SELECTS.includes(Number(child.type)))) {
    form.fail(path, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
  }
}

/** Every component of a tree, the nested ones included. */
function flatten(value: unknown): Json[] {
  return asList(value)
    .filter(isJson)
    .flatMap((part) => [part, ...flatten(part.components), ...flatten(part.accessory && [part.accessory])]);
}

function checkV2(form: Form, ids: CustomIds, value: unknown, path: string): void {
  form.list(path, value, { max: 40 }, (part, place) => {
    if (part.type === ACTION_ROW) checkRow(form, ids, part, place);
    else form.oneOf(`${place}.type`, part.type, LAYOUT_V2);
    if (part.type === TEXT_DISPLAY) {
      form.text(`${place}.content`, part.content, { min: 1, max: 4000, required: true });
    } else if (part.type !== ACTION_ROW && part.components) {
      checkV2(form, ids, part.components, `${place}.components`);
    }
    if (isJson(part.accessory) && part.accessory.type === BUTTON) {
      checkButton(form, ids, part.accessory, `${place}.accessory`);
    }
  });
}

/** The components of a message: rows only, or with the version 2 flag the layout components too. */
export function checkComponents(form: Form, value: unknown, isVersion2: boolean): void {
  const ids = new CustomIds(form);
  if (!isVersion2) {
    form.list('components', value, { max: 5 }, (row, path) => {
      if (row.type === ACTION_ROW) checkRow(form, ids, row, path);
      else form.oneOf(`${path}.type`, row.type, [ACTION_ROW]);
    });
    return;
  }
  checkV2(form, ids, value, 'components');
  const all = flatten(value);
  if (all.length > 40) form.fail('components', 'BASE_TYPE_BAD_LENGTH', 'At most 40 components in total.');
  const text = all.reduce(
    (sum, part) => sum + (part.type === TEXT_DISPLAY ? String(part.content).length : 0),
    0,
  );
  if (text > 4000) form.fail('components', 'BASE_TYPE_MAX_LENGTH', 'Displayable text exceeds 4000.');
}
