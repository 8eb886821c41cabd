import type { Translate } from '../text/translate.ts';
import type { Context, FormOutline, Options } from './command.ts';
import { type Field, type Form, formId } from './form.ts';
import { isRequired } from './read-options.ts';

export type FormSource = {
  readonly command: string;
  readonly name: string;
  readonly options: Options;
  readonly outline: FormOutline<Options>;
  /** Options that are known already and not asked for. */
  readonly settled?: Readonly<Record<string, string>>;
};

/** The form of a subcommand in the reader's language, with what is known already standing in its fields. */
export async function openForm(source: FormSource, context: Context): Promise<Form> {
  const { command, name, options, outline, settled } = source;
  const values = (await outline.prefill?.(context)) ?? {};
  return {
    id: formId(command, name, settled),
    title: context.t(outline.title),
    locale: context.locale,
    submit: context.t(outline.submit),
    fields: outline.fields.map((field) => fieldOf(field, options, values[field.option], context.t)),
  };
}

function fieldOf(
  field: FormOutline<Options>['fields'][number],
  options: Options,
  value: string | undefined,
  t: Translate,
): Field {
  const option = options[field.option];
  if (!option) throw new Error(`The form asks for "${field.option}", which is no option.`);
  return {
    name: field.option,
    kind: field.kind,
    label: t(field.label),
    required: field.required === true || isRequired(option),
    ...(field.hint === undefined ? {} : { hint: t(field.hint) }),
    ...(value === undefined ? {} : { value }),
    ...(option.choices
      ? { choices: option.choices.map((choice) => ({ value: choice.value, label: t(choice.label) })) }
      : {}),
  };
}
