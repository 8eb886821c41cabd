import type { types } from '@slack/bolt';
import { directedReply } from '../../bot/directed-reply.ts';
import { type Button, MARKS, type OutFile, type Reply } from '../../bot/reply.ts';
import { isRightToLeft, rightToLeft } from '../../text/direction.ts';
import { plain, type Words } from '../../text/spans.ts';
import { beginningOf, shortened } from './cut.ts';
import { LIMITS } from './limits.ts';
import { harmlessWords, withEntities } from './markup.ts';
import { bold, inParts, lengthOf, type Section, section } from './rich-text.ts';
import { drawTable } from './table.ts';
import { type Line, linesAbove, linesBelow, wholeText } from './whole.ts';

export type Rendered = {
  /** What notifications and screen readers say; shown where blocks are not. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  /** What comes with it: the files of the reply, and the whole text where the message had to be shortened. */
  readonly files: readonly OutFile[];
};

/** Every press of a message begins with this in its action_id. */
const PRESS = 'press';

/** One reply as one message. What does not fit is in a file beside it, and the message says so. */
export function renderReply(given: Reply): Rendered {
  const reply = directedReply(given);
  const table = reply.table === undefined ? null : drawTable(reply.table);
  const notices = drawNotices(reply.notices ?? []);
  const buttons = drawButtons(reply.buttons ?? []);
  const taken = (table?.characters ?? 0) + notices.characters + buttons.characters;
  const title = { mark: MARKS[reply.tone], words: bold(reply.title) };
  const above = drawLines([title, ...linesAbove(reply)], LIMITS.messageCharacters - taken);
  const below = drawLines(linesBelow(reply), above.left);
  const tableComplete = reply.table === undefined || table?.complete === true;
  const complete = above.complete && tableComplete && below.complete && notices.complete;
  const whole = complete ? [] : [wholeFile(reply)];
  return {
    text: withEntities(shortened(wholeText(reply), LIMITS.fallbackText)),
    blocks: [
      ...blocksOf(above.sections),
      ...(table === null ? [] : [table.block]),
      ...blocksOf(below.sections),
      ...(complete ? [] : [drawMore(whole)]),
      ...notices.blocks,
      ...buttons.blocks,
    ],
    files: [...(reply.files ?? []), ...whole],
  };
}

function wholeFile(reply: Reply): OutFile {
  return { name: 'answer.txt', mediaType: 'text/plain', bytes: Buffer.from(wholeText(reply), 'utf8') };
}

/** No words, so that it is right in every language: a cut, and the file that has the rest. */
function drawMore(files: readonly OutFile[]): types.KnownBlock {
  const names = files.map(({ name }) => ({ text: name, style: 'code' as const }));
  return { type: 'rich_text', elements: [section([{ text: '… 📎 ' }, ...names])] };
}

type Drawn = { readonly sections: readonly Section[]; readonly complete: boolean; readonly left: number };

/** Lines from the top as far as the room goes; the last one may be shown in part. */
function drawLines(lines: readonly Line[], room: number): Drawn {
  const sections: Section[] = [];
  let left = room;
  for (const { mark, words } of lines) {
    const drawn = section(words, mark);
    const length = lengthOf(drawn) + 1;
    if (length > left) {
      const head = beginningOf(plain(words), Math.max(0, left - mark.length));
      if (head !== '') sections.push(section(beginningAs(words, head), mark));
      return { sections, complete: false, left: 0 };
    }
    sections.push(drawn);
    left -= length;
  }
  return { sections, complete: true, left };
}

/** The beginning of a line, which runs the way of the whole. */
function beginningAs(words: Words, head: string): Words {
  return isRightToLeft(words) ? rightToLeft([{ text: head, direction: 'rtl' }]) : head;
}

/** Lines together in as few blocks as possible, so that they stand close. */
function blocksOf(sections: readonly Section[]): types.KnownBlock[] {
  const blocks: { type: 'rich_text'; elements: Section[] }[] = [];
  let length = 0;
  for (const drawn of sections.flatMap((one) => inParts(one, LIMITS.blockCharacters))) {
    const block = blocks.at(-1);
    const added = lengthOf(drawn);
    if (block === undefined || length + added > LIMITS.blockCharacters) {
      blocks.push({ type: 'rich_text', elements: [drawn] });
      length = added;
    } else {
      block.elements.push(drawn);
      length += added;
    }
  }
  return blocks;
}

type Below = { readonly blocks: types.KnownBlock[]; readonly characters: number; readonly complete: boolean };

/**
 * Small print below everything. Plain text, which Slack does not parse; each in a block of its own, since Slack puts
 * the elements of one block side by side.
 */
function drawNotices(notices: readonly Words[]): Below {
  const blocks: types.ContextBlock[] = [];
  let characters = 0;
  for (const words of notices) {
    const text = harmlessWords(words);
    characters += text.length;
    const full = characters > LIMITS.noticeCharacters || blocks.length === LIMITS.notices;
    if (full) break;
    if (text !== '') blocks.push({ type: 'context', elements: [{ type: 'plain_text', emoji: false, text }] });
  }
  const complete = blocks.length === notices.filter((words) => plain(words) !== '').length;
  return { blocks, characters: Math.min(characters, LIMITS.noticeCharacters), complete };
}

function drawButtons(buttons: readonly Button[]): Below {
  const elements = buttons
    .slice(0, LIMITS.actionElements)
    .map(({ label, style, press }, index): types.Button => {
      const text = shortened(harmlessWords(label), LIMITS.buttonText);
      return {
        type: 'button',
        action_id: `${PRESS}-${index}`,
        value: press,
        text: { type: 'plain_text', emoji: true, text },
        ...(style === undefined ? {} : { style }),
      };
    });
  const characters = elements.reduce((sum, { text }) => sum + text.text.length, 0);
  const blocks: types.KnownBlock[] = elements.length === 0 ? [] : [{ type: 'actions', elements }];
  return { blocks, characters, complete: elements.length === buttons.length };
}
