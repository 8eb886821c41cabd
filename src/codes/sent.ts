import type { Attachment } from '../bot/adapter.ts';
import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { UserError } from '../core/problem.ts';
import type { Text } from '../text/spans.ts';
import { type Asked, hasCodes, replyForText } from './answer.ts';
import { replyForFile } from './file.ts';
import { say } from './say.ts';

/** What somebody sent to be checked: words, files, or both. */
export type Sent = { readonly text?: string | undefined; readonly files: readonly Attachment[] };

/**
 * The codes in the first file, or else in the words; an answer says what it leaves out.
 *
 * @throws UserError `code.empty` when nothing was sent; `file.*` for a file that cannot be read beside no codes
 */
export async function replyForSent(
  { text = '', files }: Sent,
  context: Context,
  asked: Asked,
): Promise<Reply> {
  const [file] = files;
  if (!file) {
    if (text.trim() === '') throw new UserError({ code: 'code.empty', details: {} });
    return replyForText(text, context, asked);
  }
  const inText = hasCodes(text, context);
  try {
    const reply = await replyForFile(file, context, asked);
    const left = leftOut(file, files.length - 1, inText, context);
    return { ...reply, text: [...left, ...(reply.text ?? [])] };
  } catch (error) {
    // A picture beside the codes: what can be read are the words.
    if (inText && error instanceof UserError) return replyForText(text, context, asked);
    throw error;
  }
}

function leftOut(file: Attachment, others: number, inText: boolean, { t }: Context): readonly Text[] {
  return [
    ...(inText ? [t(say.fileOnly, { name: file.name })] : []),
    ...(others > 0 ? [t(say.firstFileOnly, { name: file.name, count: others })] : []),
  ];
}
