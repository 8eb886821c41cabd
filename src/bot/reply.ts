import type { Words } from '../text/spans.ts';

/** How the first line stands: ✅ holds, ⚠️ look at this, ❌ does not hold, ⏳ waiting, or no verdict at all. */
export type Tone = 'good' | 'caution' | 'bad' | 'waiting' | 'plain';

/** What stands before a line for scanning; the words behind it say the same. */
export const MARKS: Readonly<Record<Tone, string>> = {
  good: '✅ ',
  caution: '⚠️ ',
  bad: '❌ ',
  waiting: '⏳ ',
  plain: '',
};

export type Line = { readonly tone?: Tone; readonly text: Words };

/** One thing said back, without a word about how a platform draws it. Shown in the order of the members. */
export type Reply = {
  readonly tone: Tone;
  /** The verdict: the one line that is read when nothing else is. */
  readonly title: Words;
  readonly facts?: readonly { readonly label: Words; readonly value: Words }[];
  readonly list?: readonly Line[];
  readonly table?: { readonly columns: readonly Words[]; readonly rows: readonly (readonly Words[])[] };
  /** Whole sentences below what was found: what it means, what it cannot tell, the one next step. */
  readonly text?: readonly Words[];
  /** Small print: sources, the education line. */
  readonly notices?: readonly Words[];
  /** Of a private reply they go where only the asker sees them. */
  readonly files?: readonly OutFile[];
  readonly buttons?: readonly Button[];
};

/** Private replies are seen by the asker alone. */
export type Visibility = 'private' | 'posted';

export type OutFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

export type Button = {
  readonly label: Words;
  readonly style?: 'primary' | 'danger';
  /** What a press brings back to the router; made by `pressOf`, at most 100 characters. */
  readonly press: string;
};

/** Discord's custom_id is the narrowest place a press has to fit through. */
const LONGEST_PRESS = 100;

/**
 * The press that brings `value` to the handler `button` of a command.
 *
 * @throws when it would not fit into 100 characters: a value is a short id, never content
 */
export function pressOf(command: string, button: string, value = ''): string {
  const press = `${command}:${button}:${value}`;
  if (press.length > LONGEST_PRESS)
    throw new Error(`The press ${press} is longer than ${LONGEST_PRESS} characters.`);
  return press;
}

export function readPress(press: string): { command: string; button: string; value: string } {
  const [command = '', button = '', ...rest] = press.split(':');
  return { command, button, value: rest.join(':') };
}
