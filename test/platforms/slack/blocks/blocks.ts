import { inputs, interactive } from './elements.ts';
import { LIMITS } from './limits.ts';
import { boolean, both, type Check, isObject, list, number, object, oneOf, string, tagged } from './shape.ts';
import { anyText, image, plain, richText } from './text.ts';

const id = { block_id: string(LIMITS.id) };

const sectionHasWords: Check = (value, at, problems) => {
  if (isObject(value) && value.text === undefined && value.fields === undefined) {
    problems.push(`either text or fields must be provided [json-pointer:${at}]`);
  }
};

const cell: Check = tagged({
  raw_text: object({ type: oneOf('raw_text'), text: string() }),
  raw_number: object({ type: oneOf('raw_number'), value: number, text: string() }),
  rich_text: richText,
});

const sameWidth: Check = (value, at, problems) => {
  const rows = isObject(value) && Array.isArray(value.rows) ? value.rows : [];
  const widths = new Set(rows.map((row) => (Array.isArray(row) ? row.length : 0)));
  if (widths.size > 1) problems.push(`every row must have as many cells [json-pointer:${at}/rows]`);
};

const everywhere: Readonly<Record<string, Check>> = {
  section: both(
    object(
      { type: oneOf('section') },
      {
        ...id,
        text: anyText(LIMITS.sectionText),
        fields: list(anyText(LIMITS.fieldText), LIMITS.sectionFields),
        accessory: tagged({ ...interactive, image }),
        expand: boolean,
      },
    ),
    sectionHasWords,
  ),
  header: object({ type: oneOf('header'), text: plain(LIMITS.headerText) }, id),
  divider: object({ type: oneOf('divider') }, id),
  context: object(
    {
      type: oneOf('context'),
      elements: list(
        tagged({
          image,
          plain_text: plain(LIMITS.sectionText),
          mrkdwn: anyText(LIMITS.sectionText),
        }),
        LIMITS.contextElements,
      ),
    },
    id,
  ),
  actions: object({ type: oneOf('actions'), elements: list(tagged(interactive), LIMITS.actionElements) }, id),
  image: object(
    { type: oneOf('image'), alt_text: string(LIMITS.imageAlt) },
    {
      ...id,
      image_url: string(LIMITS.url),
      title: plain(LIMITS.imageAlt),
      slack_file: object({}, { id: string() }),
    },
  ),
  rich_text: richText,
};

const table = both(
  object(
    { type: oneOf('table'), rows: list(list(cell, LIMITS.tableCells), LIMITS.tableRows) },
    {
      ...id,
      column_settings: list(
        object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean }),
        LIMITS.tableCells,
      ),
    },
  ),
  sameWidth,
);

export const messageBlock: Check = tagged({ ...everywhere, table });

export const viewBlock: Check = tagged({
  ...everywhere,
  input: object(
    { type: oneOf('input'), label: plain(LIMITS.labelText), element: tagged(inputs) },
    { ...id, hint: plain(LIMITS.labelText), optional: boolean, dispatch_action: boolean },
  ),
});
