/**
 * Words on their way to a reader: runs of plain characters, each with its style as data.
 *
 * Nothing in `text` is markup. A platform's renderer escapes every run and draws the style itself, so a song
 * called `*<!channel>*` stays a song title wherever it is shown.
 */
export type Span = {
  readonly text: string;
  readonly style?: 'code' | 'strong';
  /** A platform account to be mentioned, which notifies it; `text` is the name where mentions do not exist. */
  readonly account?: string;
  /** An https address to open; `text` is what is shown. */
  readonly href?: string;
  /** `rtl`: words of ours that run from right to left. `mark`: nothing to be seen, but a sign that turns a line. */
  readonly direction?: 'rtl' | 'mark';
};

export type Text = readonly Span[];

/** What a reply takes wherever words go: styled runs, or one plain run. */
export type Words = Text | string;

export function spans(words: Words): Text {
  return typeof words === 'string' ? [{ text: words }] : words;
}

/** The characters alone, for places without styles: labels, file cells, logs of the terminal. */
export function plain(words: Words): string {
  return typeof words === 'string' ? words : words.map((span) => span.text).join('');
}

export function code(text: string): Text {
  return [{ text, style: 'code' }];
}

export function strong(text: string): Text {
  return [{ text, style: 'strong' }];
}

/** One after the other, with `separator` between. */
export function join(parts: readonly Words[], separator: Words): Text {
  return parts.flatMap((part, index) => (index === 0 ? spans(part) : [...spans(separator), ...spans(part)]));
}
