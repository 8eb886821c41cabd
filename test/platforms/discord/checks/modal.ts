import { asJson, asList, type Json } from '../json.ts';
import { CustomIds, checkSelect } from './components.ts';
import type { Form } from './form.ts';

const ACTION_ROW = 1;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const LABEL = 18;
const FILE_UPLOAD = 19;
const RADIO_GROUP = 21;
const CHECKBOX_GROUP = 22;
const CHECKBOX = 23;
const SELECTS = [3, 5, 6, 7, 8];

function checkTextInput(form: Form, ids: CustomIds, input: Json, path: string): void {
  ids.take(path, input.custom_id);
  form.oneOf(`${path}.style`, input.style, [1, 2]);
  form.whole(`${path}.min_length`, input.min_length, { min: 0, max: 4000 });
  form.whole(`${path}.max_length`, input.max_length, { min: 1, max: 4000 });
  form.text(`${path}.placeholder`, input.placeholder, { max: 100 });
  const longest = Math.min(Number(input.max_length ?? 4000), 4000);
  form.text(`${path}.value`, input.value, { max: longest });
}

function checkChoices(form: Form, value: unknown, path: string, min: number): void {
  form.list(path, value, { min, max: 10, required: true }, (option, place) => {
    form.text(`${place}.label`, option.label, { min: 1, max: 100, required: true });
    form.text(`${place}.value`, option.value, { min: 1, max: 100, required: true });
    form.text(`${place}.description`, option.description, { max: 100 });
  });
}

function checkLabelled(form: Form, ids: CustomIds, part: Json, path: string): void {
  if (part.type === TEXT_INPUT) {
    checkTextInput(form, ids, part, path);
    if (part.label) form.fail(`${path}.label`, 'COMPONENT_LABEL', 'A text input in a label has none itself');
  } else if (SELECTS.includes(Number(part.type))) {
    checkSelect(form, ids, part, path);
    if (part.disabled) form.fail(`${path}.disabled`, 'COMPONENT_DISABLED', 'Not allowed in a modal');
  } else if (part.type === FILE_UPLOAD) {
    ids.take(path, part.custom_id);
    form.whole(`${path}.min_values`, part.min_values, { min: 0, max: 10 });
    form.whole(`${path}.max_values`, part.max_values, { min: 1, max: 10 });
    for (const type of asList(part.file_types)) form.text(`${path}.file_types`, type, { min: 2, max: 100 });
  } else if (part.type === RADIO_GROUP || part.type === CHECKBOX_GROUP) {
    ids.take(path, part.custom_id);
    checkChoices(form, part.options, `${path}.options`, part.type === RADIO_GROUP ? 2 : 1);
  } else if (part.type === CHECKBOX) {
    ids.take(path, part.custom_id);
  } else {
    form.fail(`${path}.type`, 'BASE_TYPE_CHOICES', `A label holds no component of type ${part.type}`);
  }
}

/** The data of a modal: title, id, and one to five top-level components. */
export function checkModal(form: Form, modal: Json): void {
  const ids = new CustomIds(form);
  form.text('data.custom_id', modal.custom_id, { min: 1, max: 100, required: true });
  form.text('data.title', modal.title, { min: 1, max: 45, required: true });
  form.list('data.components', modal.components, { min: 1, max: 5, required: true }, (part, path) => {
    if (part.type === LABEL) {
      form.text(`${path}.label`, part.label, { min: 1, max: 45, required: true });
      form.text(`${path}.description`, part.description, { max: 100 });
      checkLabelled(form, ids, asJson(part.component), `${path}.component`);
    } else if (part.type === TEXT_DISPLAY) {
      form.text(`${path}.content`, part.content, { min: 1, max: 4000, required: true });
    } else if (part.type === ACTION_ROW) {
      form.list(`${path}.components`, part.components, { min: 1, max: 1, required: true }, (input, place) => {
        form.text(`${place}.label`, input.label, { min: 1, max: 45, required: true });
        checkTextInput(form, ids, input, place);
      });
    } else {
      form.oneOf(`${path}.type`, part.type, [ACTION_ROW, TEXT_DISPLAY, LABEL]);
    }
  });
}
