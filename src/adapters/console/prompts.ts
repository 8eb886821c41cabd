import type { Field, Form } from '../../bot/form.ts';
import { plain, type Text, type Words } from '../../text/spans.ts';
import type { Translate } from '../../text/translate.ts';
import { say } from './say.ts';

export type Answered =
  | { readonly kind: 'ask'; readonly lines: readonly Words[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'sent'; readonly values: Readonly<Record<string, string>> };

/** A form as a row of questions: each typed line answers the one that is open. */
export type Prompts = { readonly form: Form; begin(): Answered; answer(line: string): Answered };

export function askForm(form: Form, t: Translate): Prompts {
  const values: Record<string, string> = {};
  let index = 0;
  let longLines: string[] = [];

  function ask(before: readonly Text[] = []): Answered {
    const field = form.fields[index];
    return field ? { kind: 'ask', lines: [...before, ...question(field, t)] } : { kind: 'sent', values };
  }

  function take(field: Field, text: string): Answered {
    const value = text === '' ? (field.value ?? '') : readChoice(field, text);
    if (value === '' && field.required) return ask([t(say.fieldEmpty)]);
    if (value === null) return ask([t(say.fieldNoChoice, { text })]);
    if (value !== '') values[field.name] = value;
    index += 1;
    return ask();
  }

  return {
    form,
    begin: () => ask([[{ text: plain(form.title), style: 'strong' }], t(say.formCancel)]),
    answer(line) {
      const field = form.fields[index];
      if (!field) return { kind: 'sent', values };
      if (line.trim().toLowerCase() === 'cancel') return { kind: 'cancelled' };
      if (field.kind !== 'long') return take(field, line.trim());
      if (line.trim() !== '') {
        longLines.push(line);
        return { kind: 'ask', lines: [] };
      }
      const text = longLines.join('\n');
      longLines = [];
      return take(field, text);
    },
  };
}

function question(field: Field, t: Translate): readonly Words[] {
  const lines: Words[] = [t(say.field, { label: plain(field.label), remark: remarkOn(field) })];
  if (field.hint) lines.push(field.hint);
  if (field.choices)
    lines.push(
      t(say.fieldChoices, { choices: field.choices.map(({ label: name }) => plain(name)).join(' / ') }),
    );
  if (field.kind === 'long') lines.push(t(say.fieldLong));
  if (field.value) lines.push(t(say.fieldNow, { value: labelOf(field, field.value) }));
  return lines;
}

function remarkOn({ kind, required }: Field): string {
  if (kind === 'file') return required ? 'path' : 'freePath';
  return required ? 'none' : 'free';
}

function labelOf(field: Field, value: string): string {
  const choice = field.choices?.find((candidate) => candidate.value === value);
  return choice ? plain(choice.label) : value;
}

/** null for a word that is none of the choices. */
function readChoice(field: Field, text: string): string | null {
  if (!field.choices) return text;
  const wanted = text.toLowerCase();
  const choice = field.choices.find(({ value, label }) =>
    [value, plain(label)].some((word) => word.toLowerCase() === wanted),
  );
  return choice?.value ?? null;
}
