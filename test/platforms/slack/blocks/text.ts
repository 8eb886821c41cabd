import { LIMITS } from './limits.ts';
import { boolean, type Check, list, number, object, oneOf, string, tagged } from './shape.ts';

const plainText = (max: number): Check =>
  object({ type: oneOf('plain_text'), text: string(max) }, { emoji: boolean });
const mrkdwn = (max: number): Check =>
  object({ type: oneOf('mrkdwn'), text: string(max) }, { verbatim: boolean });

export const plain = plainText;

export const anyText = (max: number): Check => tagged({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });

export const image: Check = object(
  { type: oneOf('image'), alt_text: string(LIMITS.imageAlt) },
  { image_url: string(LIMITS.url), slack_file: object({}, { id: string(), url: string(LIMITS.url) }) },
);

const style: Check = object({}, { bold: boolean, italic: boolean, strike: boolean, code: boolean });

const inline: Check = tagged({
  text: object({ type: oneOf('text'), text: string() }, { style }),
  link: object(
    { type: oneOf('link'), url: string(LIMITS.url) },
    { text: string(undefined, 0), style, unsafe: boolean },
  ),
  user: object({ type: oneOf('user'), user_id: string() }, { style }),
  channel: object({ type: oneOf('channel'), channel_id: string() }, { style }),
  emoji: object({ type: oneOf('emoji'), name: string() }, { unicode: string(), style }),
  broadcast: object({ type: oneOf('broadcast'), range: oneOf('here', 'channel', 'everyone') }, { style }),
  date: object(
    { type: oneOf('date'), timestamp: number, format: string() },
    { url: string(), fallback: string(), style },
  ),
});

const section: Check = object({ type: oneOf('rich_text_section'), elements: list(inline, undefined, 0) });

export const richText: Check = object(
  {
    type: oneOf('rich_text'),
    elements: list(
      tagged({
        rich_text_section: section,
        rich_text_list: object(
          {
            type: oneOf('rich_text_list'),
            style: oneOf('bullet', 'ordered'),
            elements: list(section),
          },
          { indent: number, border: number, offset: number },
        ),
        rich_text_quote: object(
          { type: oneOf('rich_text_quote'), elements: list(inline) },
          { border: number },
        ),
        rich_text_preformatted: object(
          { type: oneOf('rich_text_preformatted'), elements: list(inline) },
          { border: number, language: string() },
        ),
      }),
    ),
  },
  { block_id: string(LIMITS.id) },
);
