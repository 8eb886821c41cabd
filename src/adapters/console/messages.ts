import type { Memory } from '../../bot/adapter.ts';
import type { Button } from '../../bot/reply.ts';
import { withoutControls } from '../../text/neutral.ts';
import { plain } from '../../text/spans.ts';

/** A numbered message of the room, kept so that it is still there after a restart. */
export type RoomMessage = {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly files: readonly string[];
  readonly sentAt: number;
  readonly postKey: string | null;
  readonly reactions: readonly { readonly emoji: string; readonly accounts: readonly string[] }[];
};

export type RoomMessages = {
  /** Messages of the room count up; what is said aside counts apart, as nobody points at it by number. */
  add(message: Omit<RoomMessage, 'id' | 'reactions'>, where?: 'room' | 'aside'): Promise<RoomMessage>;
  find(id: string): Promise<RoomMessage | null>;
  findPost(postKey: string): Promise<RoomMessage | null>;
  /** @returns false when there is none */
  remove(id: string): Promise<boolean>;
  replaceText(id: string, text: string): Promise<void>;
  /** @returns false when the reaction was there already, or was not there to be taken back */
  react(id: string, account: string, emoji: string, act: 'added' | 'removed'): Promise<boolean>;
};

export function keepMessages(memory: Memory): RoomMessages {
  const find = async (id: string) => (await memory.get<RoomMessage | null>(`message ${id}`)) ?? null;
  const save = (message: RoomMessage) => memory.set(`message ${message.id}`, message);
  return {
    async add(message, where = 'room') {
      const counter = where === 'room' ? 'messages' : 'asides';
      const number = ((await memory.get<number>(counter)) ?? 0) + 1;
      const id = where === 'room' ? String(number) : `aside-${number}`;
      const added: RoomMessage = { ...message, id, reactions: [] };
      await save(added);
      if (message.postKey !== null) await memory.set(`post ${message.postKey}`, id);
      await memory.set(counter, number);
      return added;
    },
    find,
    async findPost(postKey) {
      const id = await memory.get<string>(`post ${postKey}`);
      return id === undefined ? null : await find(id);
    },
    async remove(id) {
      if (!(await find(id))) return false;
      await memory.set(`message ${id}`, null);
      return true;
    },
    async replaceText(id, text) {
      const message = await find(id);
      if (message) await save({ ...message, text });
    },
    async react(id, account, emoji, act) {
      const message = await find(id);
      if (!message) return false;
      const had = message.reactions.find((reaction) => reaction.emoji === emoji)?.accounts ?? [];
      if (had.includes(account) === (act === 'added')) return false;
      const accounts = act === 'added' ? [...had, account] : had.filter((other) => other !== account);
      const others = message.reactions.filter((reaction) => reaction.emoji !== emoji);
      await save({ ...message, reactions: accounts.length > 0 ? [...others, { emoji, accounts }] : others });
      return true;
    },
  };
}

export type ShownButtons = {
  show(message: string | null, buttons: readonly Button[]): void;
  /** The press of the newest button with this label or number, on this message if one is named. */
  find(label: string, message: string | null): string | null;
};

/** Replies whose buttons are remembered. */
const MOST_SHOWN = 50;

type Shown = { readonly message: string | null; readonly buttons: readonly Button[] };

/** Which buttons have been shown, newest last; a press names a label or number, and perhaps a message. */
export function rememberButtons(): ShownButtons {
  let shown: readonly Shown[] = [];
  return {
    show(message, buttons) {
      // A message that was edited has the buttons of its last text alone, where it stands.
      const before = message === null ? -1 : shown.findIndex((other) => other.message === message);
      const now = buttons.length > 0 ? [{ message, buttons }] : [];
      shown = before >= 0 ? shown.toSpliced(before, 1, ...now) : [...shown, ...now].slice(-MOST_SHOWN);
    },
    find(label, message) {
      const there = shown.filter((one) => message === null || one.message === message).toReversed();
      // A number counts what was seen last, and never reaches past it to what is forgotten.
      const numbered = there[0]?.buttons[Number(label) - 1];
      if (numbered) return numbered.press;
      const wanted = label.toLowerCase();
      const labelOf = (button: Button) => withoutControls(plain(button.label)).toLowerCase();
      return (
        there.flatMap(({ buttons }) => buttons).find((button) => labelOf(button) === wanted)?.press ?? null
      );
    },
  };
}
