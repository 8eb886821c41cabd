import {
  type APIComponentInLabel,
  type APILabelComponent,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import type { Field, Form } from '../../bot/form.ts';
import { directed } from '../../text/direction.ts';
import { plain } from '../../text/spans.ts';
import { cutPlain, cutText } from './cut.ts';
import { LIMITS } from './limits.ts';

/** The data of a modal, as Discord takes it. */
export type Modal = {
  readonly custom_id: string;
  readonly title: string;
  readonly components: APILabelComponent[];
};

/** What a person has put into a form so far, by field. */
export type Filled = Readonly<Record<string, unknown>>;

export function pagesOf(form: Form): number {
  return Math.max(1, Math.ceil(form.fields.length / LIMITS.modalComponents));
}

/**
 * One page of a form as a modal. Discord shows five fields at once; a longer form comes in pages.
 *
 * @param page counted from 0
 * @param filled shown in place of what the form came with
 */
export function renderModal(form: Form, page: number, customId: string, filled: Filled = {}): Modal {
  const from = page * LIMITS.modalComponents;
  const pages = pagesOf(form);
  const count = pages > 1 ? ` (${page + 1}/${pages})` : '';
  return {
    custom_id: customId,
    title: cutText(plain(directed(form.title)), LIMITS.modalTitle - count.length) + count,
    components: form.fields
      .slice(from, from + LIMITS.modalComponents)
      .map((field) => labelled(field, filled[field.name])),
  };
}

function labelled(field: Field, filled: unknown): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: cutPlain(field.label, LIMITS.fieldLabel),
    ...(field.hint !== undefined && { description: cutPlain(field.hint, LIMITS.fieldHint) }),
    component: inputOf(field, filled),
  };
}

function inputOf(field: Field, filled: unknown): APIComponentInLabel {
  const { name, kind, required } = field;
  const common = { custom_id: name, required };
  const choices = field.choices ?? [];
  if (kind === 'choice' && choices.length > 0 && choices.length <= LIMITS.selectOptions) {
    const chosen = filled ?? field.value;
    return {
      type: ComponentType.StringSelect,
      ...common,
      options: choices.map(({ value, label }) => ({
        value,
        label: cutPlain(label, LIMITS.selectOption),
        ...(value === chosen && { default: true }),
      })),
    };
  }
  if (kind === 'person') return { type: ComponentType.UserSelect, ...common, ...chosenUser(filled) };
  if (kind === 'file') return { type: ComponentType.FileUpload, ...common };
  const value = typeof filled === 'string' ? filled : (field.value ?? '');
  return {
    type: ComponentType.TextInput,
    ...common,
    style: kind === 'long' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: LIMITS.fieldValue,
    // A value that does not fit is left for the person to type: half of it would be sent back as if it were all.
    ...(value !== '' && value.length <= LIMITS.fieldValue && { value }),
  };
}

function chosenUser(filled: unknown) {
  const account =
    typeof filled === 'object' && filled !== null && 'account' in filled ? filled.account : null;
  if (typeof account !== 'string') return {};
  return { default_values: [{ id: account, type: SelectMenuDefaultValueType.User as const }] };
}
