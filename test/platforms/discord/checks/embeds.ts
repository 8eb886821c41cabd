import { asJson, asList, type Json } from '../json.ts';
import type { Form } from './form.ts';

/** Characters over all embeds of one message: title, description, field names and values, footer, author. */
const ALL_EMBEDS_MAX = 6000;

function size(embed: Json): number {
  const texts = [embed.title, embed.description, asJson(embed.footer).text, asJson(embed.author).name];
  for (const field of asList(embed.fields).map(asJson)) texts.push(field.name, field.value);
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0);
}

function checkUrl(form: Form, path: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (!/^(?:https?|attachment):\/\//.test(String(value))) {
    form.fail(path, 'URL_TYPE_INVALID_SCHEME', `Scheme "${value}" is not supported.`);
  }
}

function checkEmbed(form: Form, embed: Json, path: string): void {
  form.text(`${path}.title`, embed.title, { max: 256 });
  form.text(`${path}.description`, embed.description, { max: 4096 });
  form.whole(`${path}.color`, embed.color, { min: 0, max: 0xff_ff_ff });
  checkUrl(form, `${path}.url`, embed.url);
  if (embed.footer) form.text(`${path}.footer.text`, asJson(embed.footer).text, { min: 1, max: 2048 });
  if (embed.author) form.text(`${path}.author.name`, asJson(embed.author).name, { min: 1, max: 256 });
  if (embed.timestamp && Number.isNaN(Date.parse(String(embed.timestamp)))) {
    form.fail(`${path}.timestamp`, 'DATE_TIME_TYPE_PARSE', 'Could not parse date and time');
  }
  form.list(`${path}.fields`, embed.fields, { max: 25 }, (field, place) => {
    form.text(`${place}.name`, field.name, { min: 1, max: 256, required: true });
    form.text(`${place}.value`, field.value, { min: 1, max: 1024, required: true });
  });
  if (size(embed) === 0 && !embed.image && !embed.thumbnail) {
    form.fail(`${path}.description`, 'BASE_TYPE_REQUIRED', 'This field is required');
  }
}

export function checkEmbeds(form: Form, value: unknown): void {
  form.list('embeds', value, { max: 10 }, (embed, path) => checkEmbed(form, embed, path));
  const total = asList(value)
    .map(asJson)
    .reduce((sum, embed) => sum + size(embed), 0);
  if (total > ALL_EMBEDS_MAX) {
    form.fail('embeds', 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${ALL_EMBEDS_MAX}`);
  }
}
