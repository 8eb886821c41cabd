import { asJson, asList, type Json } from '../json.ts';
import type { Channel, User } from '../things.ts';
import type { PickedFile, Resolver } from './options.ts';

const TEXT_INPUT = 4;
const USER_SELECT = 5;
const CHANNEL_SELECT = 8;
const LABEL = 18;
const FILE_UPLOAD = 19;
const RADIO_GROUP = 21;
const CHECKBOX = 23;

/** What a person puts into a field: text, chosen values, people, channels or files. */
export type FieldValue =
  | string
  | boolean
  | readonly string[]
  | readonly User[]
  | readonly Channel[]
  | readonly PickedFile[];

function selected(part: Json, value: FieldValue | undefined): string[] {
  const given = value === undefined ? [] : typeof value === 'string' ? [value] : (value as readonly string[]);
  const offered = asList(part.options).map((option) => String(asJson(option).value));
  for (const one of given) {
    if (offered.length > 0 && !offered.includes(one)) throw new Error(`The form offers no choice "${one}".`);
  }
  return [...given];
}

function text(part: Json, value: FieldValue | undefined): string {
  const given = typeof value === 'string' ? value : String(part.value ?? '');
  const max = Number(part.max_length ?? 4000);
  if (given.length > max) throw new Error(`The field ${part.custom_id} takes ${max} characters.`);
  if (given === '' && part.required !== false)
    throw new Error(`The field ${part.custom_id} must be filled in.`);
  return given;
}

/** One component as the app sends it back. */
function filled(part: Json, value: FieldValue | undefined, resolver: Resolver): Json {
  const sent = { type: part.type, id: part.id ?? 0, custom_id: part.custom_id };
  if (part.type === TEXT_INPUT) return { ...sent, value: text(part, value) };
  if (part.type === CHECKBOX) return { ...sent, value: value === true };
  const list = value === undefined ? [] : (value as readonly unknown[]);
  if (list.length === 0 && part.required !== false)
    throw new Error(`The field ${part.custom_id} must be filled in.`);
  if (part.type === FILE_UPLOAD) {
    return { ...sent, values: list.map((file) => resolver.file(file as PickedFile)) };
  }
  if (part.type === USER_SELECT) return { ...sent, values: list.map((user) => resolver.user(user as User)) };
  if (part.type === CHANNEL_SELECT) {
    return { ...sent, values: list.map((channel) => resolver.channel(channel as Channel)) };
  }
  if (part.type === RADIO_GROUP) return { ...sent, value: selected(part, value)[0] ?? null };
  return { ...sent, values: selected(part, value) };
}

/** The components of a form that was filled in; values go by custom id. */
export function fillIn(
  modal: Json,
  values: Readonly<Record<string, FieldValue>>,
  resolver: Resolver,
): Json[] {
  const known = new Set<string>();
  const components = asList(modal.components).flatMap((top, index) => {
    const part = asJson(top);
    const inner = part.type === LABEL ? asJson(part.component) : asJson(asList(part.components)[0]);
    if (inner.custom_id === undefined) return [];
    known.add(String(inner.custom_id));
    const sent = filled(inner, values[String(inner.custom_id)], resolver);
    const shell = { type: part.type, id: index + 1 };
    return [part.type === LABEL ? { ...shell, component: sent } : { ...shell, components: [sent] }];
  });
  const unknown = Object.keys(values).find((name) => !known.has(name));
  if (unknown) throw new Error(`The form has no field "${unknown}": it has ${[...known].join(', ')}.`);
  return components;
}
