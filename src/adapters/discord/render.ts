import { createHash } from 'node:crypto';
import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type RawFile,
} from 'discord.js';
import { directedReply } from '../../bot/directed-reply.ts';
import type { Button, OutFile, Reply, Tone } from '../../bot/reply.ts';
import { spans, type Words } from '../../text/spans.ts';
import { cutPlain } from './cut.ts';
import { fitFiles } from './files.ts';
import { LIMITS } from './limits.ts';
import { isAccount } from './markdown.ts';
import { fitText } from './text.ts';

/** What goes out: the JSON of a message, and its files. The same for a post, an edit and an interaction's answer. */
export type Rendered = {
  readonly body: {
    readonly flags: number;
    readonly components: APIMessageTopLevelComponent[];
    readonly allowed_mentions: { readonly parse: never[]; readonly users?: string[] };
    readonly attachments: { readonly id: number; readonly filename: string }[];
  };
  readonly files: RawFile[];
};

export type RenderOptions = {
  /** Marks the message so that `find` knows it again. */
  readonly marker?: Marker;
  /** Whether accounts named in the reply are notified. */
  readonly notifies?: boolean;
  /** What one file may weigh here, in bytes. */
  readonly fileBytes?: number;
};

/**
 * Two numbers made of a post key, kept as the ids of two components. Discord gives them back with every read of
 * the message, shows them to nobody, and forgets a nonce after some minutes.
 */
export type Marker = { readonly container: number; readonly text: number };

export function markerOf(postKey: string): Marker {
  const hash = createHash('sha256').update(postKey).digest();
  // Component ids are 32-bit; 0 would mean "none given", and the low ones are handed out by Discord itself.
  const number = (offset: number) => (hash.readUInt32BE(offset) >>> 2) + 1000;
  return { container: number(0), text: number(4) };
}

/** The bar at the side repeats the mark of the first line; it never says anything alone. */
const COLORS: Readonly<Record<Tone, number | null>> = {
  good: 0x2e_8b_57,
  caution: 0xe0_9f_1f,
  bad: 0xd0_3b_3b,
  waiting: 0x58_65_f2,
  plain: null,
};

/**
 * A reply as a message of components: one container with the text, the buttons and the files.
 *
 * Components rather than embeds, because they are shown to people who have switched embeds off, need no permission
 * of their own, and carry small print and ids. A reply too long for one message is shortened at a line and comes
 * whole in a file.
 */
export function renderReply(given: Reply, options: RenderOptions = {}): Rendered {
  const reply = directedReply(given);
  const { text, whole } = fitText(reply);
  const files = fitFiles([...(reply.files ?? []), ...(whole ? [whole] : [])], options.fileBytes);
  const parts: APIComponentInContainer[] = [
    { type: ComponentType.TextDisplay, content: text, ...(options.marker && { id: options.marker.text }) },
    ...buttonRows(reply.buttons ?? []),
    ...files.map(({ name }): APIComponentInContainer => {
      return { type: ComponentType.File, file: { url: `attachment://${name}` } };
    }),
  ];
  const accounts = options.notifies ? accountsOf(reply) : [];
  return {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: [
        {
          type: ComponentType.Container,
          accent_color: COLORS[reply.tone],
          components: parts,
          ...(options.marker && { id: options.marker.container }),
        },
      ],
      allowed_mentions: { parse: [], ...(accounts.length > 0 && { users: accounts }) },
      attachments: files.map(({ name }, id) => ({ id, filename: name })),
    },
    files: files.map(rawFile),
  };
}

function rawFile({ name, mediaType, bytes }: OutFile): RawFile {
  return { name, contentType: mediaType, data: Buffer.from(bytes) };
}

function buttonRows(buttons: readonly Button[]): APIComponentInContainer[] {
  const rows: APIComponentInContainer[] = [];
  for (let from = 0; from < buttons.length; from += LIMITS.buttonsPerRow) {
    const row = buttons.slice(from, from + LIMITS.buttonsPerRow);
    rows.push({
      type: ComponentType.ActionRow,
      components: row.map(({ label, style, press }) => ({
        type: ComponentType.Button,
        style: styleOf(style),
        label: cutPlain(label, LIMITS.buttonLabel),
        custom_id: press,
      })),
    });
  }
  return rows;
}

function styleOf(style: Button['style']): ButtonStyle.Primary | ButtonStyle.Danger | ButtonStyle.Secondary {
  if (style === 'primary') return ButtonStyle.Primary;
  return style === 'danger' ? ButtonStyle.Danger : ButtonStyle.Secondary;
}

/** Everybody the reply mentions by account. */
function accountsOf(reply: Reply): string[] {
  const words: Words[] = [reply.title, ...(reply.text ?? []), ...(reply.notices ?? [])];
  for (const { label, value } of reply.facts ?? []) words.push(label, value);
  for (const { text } of reply.list ?? []) words.push(text);
  for (const row of reply.table?.rows ?? []) words.push(...row);
  const accounts = words.flatMap((one) => spans(one).flatMap(({ account }) => account ?? []));
  return [...new Set(accounts.filter(isAccount))].slice(0, LIMITS.mentionedUsers);
}
