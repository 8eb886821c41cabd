import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import type { Kind } from '../core/identifiers/kind.ts';
import { checkIdentifier, findCodes } from '../core/identifiers/recognize.ts';
import { replyForMany } from './many.ts';
import { replyForOne } from './one.ts';
import { say } from './say.ts';

/** Where an answer about codes comes from: which command is to check suggestions, and which kind it is about. */
export type Asked = { readonly command: string; readonly expect?: Kind };

/** A verdict for the code, or for each of the codes, in a text of any kind: a list, a table, a letter. */
export function replyForText(text: string, context: Context, asked: Asked): Reply {
  const { expect } = asked;
  const options = { prefixes: context.house.prefixes, year: context.now.getUTCFullYear(), expect };
  const found = findCodes(text, options);
  if (found.length > 1) {
    const numbering = new Set(found.map(({ line }) => line)).size > 1 ? 'lines' : 'places';
    const placed = found.map(({ line, check }, index) => ({
      line: numbering === 'lines' ? line : index + 1,
      check,
    }));
    return replyForMany(placed, numbering, context, expect);
  }
  const [only] = found;
  if (only) return replyForOne(only.check, context, asked);
  if (isProse(text)) return nothing(context);
  return replyForOne(checkIdentifier(text, options), context, asked);
}

export function hasCodes(text: string, { house, now }: Context): boolean {
  return findCodes(text, { prefixes: house.prefixes, year: now.getUTCFullYear() }).length > 0;
}

/** Words with no code among them are not one broken code. */
function isProse(text: string): boolean {
  return text.trim().split(/\s+/).length > 4;
}

function nothing({ t }: Context): Reply {
  return { tone: 'bad', title: t(say.nothing), text: [t(say.nothingNext)] };
}
