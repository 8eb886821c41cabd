/** What a party says to a version by putting an emoji on a message of it. */
export type Mark = 'approve' | 'dispute';

/** Each emoji of the closed set: its character without variation selector, and every name that Slack gives it. */
const CLOSED_SET: readonly (readonly [mark: Mark, character: string, ...names: string[]])[] = [
  ['approve', '✅', 'white_check_mark'],
  ['approve', '☑', 'ballot_box_with_check'],
  ['approve', '✔', 'heavy_check_mark'],
  ['approve', '👍', '+1', 'thumbsup'],
  ['dispute', '❌', 'x'],
  ['dispute', '👎', '-1', 'thumbsdown'],
  ['dispute', '✖', 'heavy_multiplication_x'],
];

const MARKS: ReadonlyMap<string, Mark> = new Map(
  CLOSED_SET.flatMap(([mark, ...spellings]) => spellings.map((spelling) => [spelling, mark] as const)),
);

/** A skin tone as Slack writes it behind a name, or variation selectors and a skin tone behind a character. */
const DRESS = /(?<=[a-z1])::skin-tone-[2-6]$|[\ufe0e\ufe0f]?[\u{1f3fb}-\u{1f3ff}]?[\ufe0e\ufe0f]?$/u;

/**
 * The mark that an emoji makes, as a platform names the emoji: Discord by the character, Slack by its name.
 *
 * Skin tones and variation selectors count alike; nothing else does. Discord's custom emoji arrive as `name:id` and so
 * never count, whatever they are called. Of Slack only standard names count, which no custom emoji can take: names that
 * Discord alone has, such as `thumbup`, are free there for any picture, and an alias that a workspace made for itself
 * is not what its people see on another.
 *
 * @returns null for an emoji that says nothing
 */
export function markOf(emoji: string): Mark | null {
  return MARKS.get(emoji.replace(DRESS, '')) ?? null;
}
