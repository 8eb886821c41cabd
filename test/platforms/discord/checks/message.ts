import { ApiError, refusal } from '../errors.ts';
import { asJson, asList, isJson, type Json } from '../json.ts';
import { checkComponents } from './components.ts';
import { checkEmbeds } from './embeds.ts';
import { Form } from './form.ts';

export const FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  isComponentsV2: 1 << 15,
} as const;

/** One uploaded file of a request: `files[0]` is number 0. */
export type Upload = Readonly<{ number: number; name: string; contentType: string; bytes: Uint8Array }>;

function checkAllowedMentions(form: Form, value: unknown): void {
  if (!isJson(value)) return;
  const kinds = asList(value.parse);
  for (const kind of kinds) form.oneOf('allowed_mentions.parse', kind, ['users', 'roles', 'everyone']);
  for (const kind of ['users', 'roles']) {
    const ids = asList(value[kind]);
    if (ids.length > 100) form.fail(`allowed_mentions.${kind}`, 'BASE_TYPE_BAD_LENGTH', 'At most 100 ids.');
    if (ids.length > 0 && kinds.includes(kind)) {
      form.fail(
        'allowed_mentions',
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
    }
  }
}

function checkAttachments(form: Form, body: Json, files: readonly Upload[]): void {
  if (files.length > 10) form.fail('attachments', 'BASE_TYPE_BAD_LENGTH', 'At most 10 files.');
  form.list('attachments', body.attachments, { max: 10 }, (attachment, path) => {
    form.text(`${path}.description`, attachment.description, { max: 1024 });
    const isUpload = files.some((file) => String(file.number) === String(attachment.id));
    const isKept = /^\d{17,20}$/.test(String(attachment.id));
    if (!isUpload && !isKept) form.fail(`${path}.id`, 'ATTACHMENT_NOT_FOUND', 'No such uploaded file');
  });
}

function checkV2(form: Form, body: Json): void {
  for (const key of ['content', 'embeds', 'poll', 'stickers']) {
    const value = body[key];
    if (Array.isArray(value) ? value.length > 0 : value) {
      form.fail(
        key,
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${key}' field cannot be used`,
      );
    }
  }
}

/** What is the same for a new message, an edit and an interaction's message. Sizes are in bytes. */
export function checkMessage(
  body: Json,
  files: readonly Upload[],
  limits: Readonly<{ fileBytes: number; requestBytes: number; allowedFlags: number }>,
): void {
  if (files.some((file) => file.bytes.length > limits.fileBytes)) throw refusal(40005);
  if (files.reduce((sum, file) => sum + file.bytes.length, 0) > limits.requestBytes) throw refusal(40005);
  const form = new Form();
  const flags = Number(body.flags ?? 0);
  const isVersion2 = (flags & FLAG.isComponentsV2) !== 0;
  form.text('content', body.content, { max: 2000 });
  checkEmbeds(form, body.embeds);
  checkComponents(form, body.components, isVersion2);
  checkAllowedMentions(form, body.allowed_mentions);
  checkAttachments(form, body, files);
  if (isVersion2) checkV2(form, body);
  if ((flags & ~limits.allowedFlags) !== 0) {
    form.fail('flags', 'MESSAGE_FLAGS', `Flags ${flags} may not be set here`);
  }
  if (body.nonce !== undefined && body.nonce !== null && String(body.nonce).length > 25) {
    form.fail('nonce', 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.');
  }
  form.done();
}

/** A new message needs something to show. */
export function checkNotEmpty(body: Json, files: readonly Upload[]): void {
  const shows = [body.embeds, body.components, body.sticker_ids].some((value) => asList(value).length > 0);
  const text = typeof body.content === 'string' ? body.content.trim() : '';
  if (!shows && text === '' && files.length === 0 && !body.poll) throw refusal(50006);
}

/** Discord refuses a reference to a message that is gone, unless told otherwise. */
export function checkReference(body: Json, exists: (id: string) => boolean): void {
  const reference = asJson(body.message_reference);
  if (!reference.message_id || reference.fail_if_not_exists === false) return;
  if (!exists(String(reference.message_id))) {
    throw new ApiError(400, 50035, 'Invalid Form Body', {
      message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
    });
  }
}
