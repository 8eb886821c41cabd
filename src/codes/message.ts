import type { Message } from '../bot/adapter.ts';
import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { type Asked, replyForText } from './answer.ts';
import { replyForFile } from './file.ts';

/** The codes in a message that somebody picked: in its first file, or else in its words. */
export async function replyForMessage(
  { text, files }: Message,
  context: Context,
  asked: Asked,
): Promise<Reply> {
  const [file] = files;
  if (file) return await replyForFile(file, context, asked);
  return replyForText(text, context, asked);
}
