import type { Locale } from '../text/locale.ts';
import type { Words } from '../text/spans.ts';

export type FieldKind = 'short' | 'long' | 'choice' | 'person' | 'file';

export type Field = {
  /** The option of the subcommand that this field fills. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: Words;
  readonly hint?: Words;
  readonly required: boolean;
  readonly value?: string;
  readonly choices?: readonly { readonly value: string; readonly label: Words }[];
};

/** A modal on Slack and Discord, a row of prompts in the terminal. Sent in, it is the subcommand with options. */
export type Form = {
  /** Made by `formId`: which subcommand it is for, and the options that are settled already. */
  readonly id: string;
  readonly title: Words;
  /** The language it is written in, for the words that a platform puts beside it. */
  readonly locale?: Locale;
  readonly submit: Words;
  readonly fields: readonly Field[];
};

/** Discord's custom_id is the narrowest place a form's id has to fit through. */
const LONGEST_ID = 100;

/**
 * @param settled options that the person does not see and cannot change, such as which sheet is meant
 * @throws when it would not fit into 100 characters
 */
export function formId(
  command: string,
  subcommand: string,
  settled: Readonly<Record<string, string>> = {},
): string {
  const id = `${command} ${subcommand}?${new URLSearchParams(settled)}`;
  if (id.length > LONGEST_ID) throw new Error(`The form ${id} is longer than ${LONGEST_ID} characters.`);
  return id;
}

export function readFormId(id: string): {
  command: string;
  subcommand: string;
  settled: Record<string, string>;
} {
  const [path = '', query = ''] = id.split('?');
  const [command = '', subcommand = ''] = path.split(' ');
  return { command, subcommand, settled: Object.fromEntries(new URLSearchParams(query)) };
}
