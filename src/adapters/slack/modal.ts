import type { types } from '@slack/bolt';
import type { Attachment } from '../../bot/adapter.ts';
import type { Field, Form } from '../../bot/form.ts';
import type { Reply } from '../../bot/reply.ts';
import { directed } from '../../text/direction.ts';
import { plain, type Text, type Words } from '../../text/spans.ts';
import { beginningOf, shortened } from './cut.ts';
import { LIMITS } from './limits.ts';
import { harmlessWords } from './markup.ts';
import { readFile } from './read-files.ts';
import { renderReply } from './render.ts';

/** The callback_id of every modal of ours; which form it is stands in its metadata. */
export const MODAL = 'splitproof-form';

/** What a modal has to remember, since a submission does not say where it was opened. */
export type Note = {
  readonly form: string;
  readonly channel: string;
  readonly thread?: string;
  readonly responseUrl?: string;
  readonly until?: number;
};

export function renderForm(form: Form, note: Omit<Note, 'form'>): types.ModalView {
  return {
    type: 'modal',
    callback_id: MODAL,
    private_metadata: JSON.stringify({ ...note, form: form.id } satisfies Note),
    title: label(form.title, LIMITS.modalTitle),
    submit: label(form.submit, LIMITS.modalTitle),
    blocks: form.fields.slice(0, LIMITS.viewBlocks).map(renderField),
  };
}

/** Stands in for a form that takes long to make; without words, since the reader's language is not known yet. */
export function renderWaiting(): types.ModalView {
  return {
    type: 'modal',
    callback_id: MODAL,
    title: { type: 'plain_text', text: 'Splitproof' },
    blocks: [{ type: 'context', elements: [{ type: 'plain_text', text: '⏳' }] }],
  };
}

/** A reply in the place of a form, for a modal that stands open already. */
export function renderNotice(reply: Reply): types.ModalView {
  const { blocks } = renderReply(reply);
  return {
    ...renderWaiting(),
    blocks: blocks.filter(({ type }) => type === 'rich_text' || type === 'context'),
  };
}

function renderField(field: Field): types.InputBlock {
  const { name, hint, required } = field;
  return {
    type: 'input',
    block_id: name,
    label: label(field.label, LIMITS.label),
    optional: !required,
    element: renderInput(field),
    ...(hint === undefined ? {} : { hint: label(hint, LIMITS.label) }),
  };
}

function renderInput({ name, kind, value, choices }: Field): types.InputBlock['element'] {
  const action_id = name;
  switch (kind) {
    case 'short':
    case 'long': {
      const initial = value === undefined ? {} : { initial_value: beginningOf(value, LIMITS.input) };
      return {
        type: 'plain_text_input',
        action_id,
        multiline: kind === 'long',
        max_length: LIMITS.input,
        ...initial,
      };
    }
    case 'choice': {
      const options = (choices ?? []).slice(0, LIMITS.options).map((choice) => ({
        text: label(choice.label, LIMITS.optionText),
        value: choice.value,
      }));
      const chosen = options.find((option) => option.value === value);
      const initial = chosen === undefined ? {} : { initial_option: chosen };
      return { type: 'static_select', action_id, options, ...initial };
    }
    case 'person':
      return { type: 'users_select', action_id, ...(value === undefined ? {} : { initial_user: value }) };
    case 'file':
      return { type: 'file_input', action_id, max_files: 1 };
  }
}

function label(words: Words, limit: number): types.PlainTextElement {
  return { type: 'plain_text', emoji: true, text: shortened(harmlessWords(directed(words)), limit) };
}

/** What stands at the fields of a modal that cannot be taken as it is. */
export function renderErrors(fields: Readonly<Record<string, Text>>): Record<string, string> {
  const entries = Object.entries(fields).map(([name, words]) => [
    name,
    shortened(plain(directed(words)), LIMITS.fieldError),
  ]);
  return Object.fromEntries(entries);
}

export type InputState = {
  readonly value?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_user?: string | null;
  readonly files?: readonly object[];
};

type FormValue = string | Attachment | { readonly account: string; readonly name: string };

/** What was filled in, by the names of the fields; empty ones are left out. */
export function readForm(
  state: Readonly<Record<string, Readonly<Record<string, InputState>>>>,
): Readonly<Record<string, FormValue>> {
  const values: Record<string, FormValue> = {};
  for (const [name, inputs] of Object.entries(state)) {
    const input = inputs[name];
    const value = input === undefined ? undefined : readInput(input);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function readInput(input: InputState): FormValue | undefined {
  if (input.selected_option) return input.selected_option.value;
  if (input.selected_user) return { account: input.selected_user, name: input.selected_user };
  const [file] = input.files ?? [];
  if (file !== undefined) return readFile(file) ?? undefined;
  return input.value ?? undefined;
}

/** @returns null for metadata that is not ours, such as of a modal from before an update */
export function readNote(metadata: string): Note | null {
  try {
    const note = JSON.parse(metadata) as Partial<Note> | null;
    return typeof note?.form === 'string' && typeof note.channel === 'string' ? (note as Note) : null;
  } catch {
    return null;
  }
}
