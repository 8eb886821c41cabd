import { isObject } from './blocks/shape.ts';
import type { Json } from './world.ts';

/** One thing on a person's screen: a message, one that only they see, or a modal. */
export type Shown = {
  readonly by: string;
  readonly avatar: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly alone?: boolean;
  readonly time?: string;
  readonly files?: readonly { readonly name: string; readonly size: number }[];
  /** Under it, as people see them. */
  readonly reactions?: readonly { readonly emoji: string; readonly count: number }[];
};

const STYLE = `
body{margin:0;background:#fff;color:#1d1c1d;font:15px/1.46 Lato,"Noto Sans","Noto Sans CJK TC",sans-serif}
.channel{padding:11px 20px;border-bottom:1px solid #e8e8e8;font-weight:900;font-size:18px}
.message{display:flex;gap:10px;padding:8px 20px}.alone{background:#f8f8f8}
.avatar{flex:none;width:36px;height:36px;border-radius:6px;background:#1f2a37;color:#fff;display:grid;place-items:center;font-weight:700}
.body{min-width:0;flex:1}.by{font-weight:900}.tag{background:#e8e8e8;border-radius:3px;font-size:10px;padding:1px 3px;margin:0 4px;color:#616061}
.time,.note{color:#616061;font-size:12px}.note{margin-bottom:2px}
.line{white-space:pre-wrap;overflow-wrap:anywhere}.line,.context,td,.button{unicode-bidi:plaintext;text-align:start}.header{font-weight:900;font-size:18px}
code{background:#f6f6f6;border:1px solid #ddd;border-radius:3px;color:#c01343;font:12px/1.5 "DejaVu Sans Mono",monospace;padding:2px 3px 1px}
a,.mention{color:#1264a3;text-decoration:none}.mention{background:#e8f5fa;border-radius:3px;padding:0 2px}
.context{color:#616061;font-size:13px;margin-top:4px;overflow-wrap:anywhere}
table{border-collapse:collapse;margin:6px 0;font-size:13px}td{border:1px solid #ddd;padding:4px 8px;vertical-align:top}
.buttons{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
.button{border:1px solid #bbb;border-radius:4px;padding:4px 12px;font-weight:700;font-size:13px}
.primary{background:#007a5a;border-color:#007a5a;color:#fff}.danger{background:#e01e5a;border-color:#e01e5a;color:#fff}
.pills{display:flex;gap:4px;margin-top:6px}.pill{background:#f0f0f0;border-radius:12px;padding:1px 8px;font-size:13px}
.file{border:1px solid #ddd;border-radius:8px;padding:8px 12px;margin-top:6px;max-width:360px}.file small{color:#616061;display:block}
.modal{margin:24px auto;max-width:520px;border:1px solid #ddd;border-radius:8px;box-shadow:0 12px 40px #0003}
.modal h1{font-size:22px;margin:0;padding:18px 24px}.modal .inputs{padding:0 24px}.modal label{font-weight:700;display:block;margin-top:14px}
.input{border:1px solid #868686;border-radius:4px;padding:8px 12px;margin-top:4px;color:#616061;min-height:20px;white-space:pre-wrap}
.long{min-height:96px}.hint{color:#616061;font-size:13px;margin-top:4px}.error{color:#e01e5a;font-size:13px;margin-top:4px}
.foot{display:flex;justify-content:flex-end;gap:12px;padding:18px 24px}
`;

/** A page that looks like Slack's, of what one person sees in one channel, and of the modal in front of them. */
export function slackPage(channel: string, shown: readonly Shown[], modal?: ModalShown): string {
  const messages = shown.map(drawMessage).join('');
  const front = modal === undefined ? '' : drawModal(modal);
  return `<!doctype html><meta charset="utf-8"><title>${htmlText(channel)}</title><style>${STYLE}</style>
<div class="channel">${htmlText(channel)}</div>${messages}${front}`;
}

export type ModalShown = { readonly view: Json; readonly errors: Readonly<Record<string, string>> };

function drawMessage({ by, avatar, text, blocks, alone, time, files, reactions }: Shown): string {
  const app = alone === undefined ? '' : '<span class="tag">APP</span>';
  const note = alone === true ? '<div class="note">👁 Only visible to you</div>' : '';
  const body =
    blocks.length === 0 ? `<div class="line">${markup(text)}</div>` : blocks.map(drawBlock).join('');
  const attached = (files ?? [])
    .map(({ name, size }) => `<div class="file">${htmlText(name)}<small>${size} bytes</small></div>`)
    .join('');
  const pressed = (reactions ?? []).map(({ emoji, count }) => `<span class="pill">${emoji} ${count}</span>`);
  const pills = pressed.length === 0 ? '' : `<div class="pills">${pressed.join('')}</div>`;
  return `<div class="message${alone === true ? ' alone' : ''}"><div class="avatar">${htmlText(avatar)}</div><div class="body">
${note}<span class="by">${htmlText(by)}</span>${app} <span class="time">${htmlText(time ?? '')}</span>${body}${attached}${pills}</div></div>`;
}

function drawBlock(block: Json): string {
  switch (block.type) {
    case 'rich_text':
      return objects(block.elements).map(drawRich).join('');
    case 'header':
      return `<div class="header">${htmlText(textOf(block.text))}</div>`;
    case 'section':
      return `<div class="line">${markup(textOf(block.text))}</div>`;
    case 'context':
      return objects(block.elements)
        .map((element) => `<div class="context">${htmlText(textOf(element))}</div>`)
        .join('');
    case 'divider':
      return '<hr>';
    case 'table':
      return `<table>${lists(block.rows).map(drawRow).join('')}</table>`;
    case 'actions':
      return `<div class="buttons">${objects(block.elements).map(drawButton).join('')}</div>`;
    default:
      return '';
  }
}

function drawRow(row: readonly Json[]): string {
  const cells = row.map((cell) =>
    cell.type === 'rich_text' ? drawBlock(cell) : htmlText(String(cell.text ?? '')),
  );
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function drawRich(section: Json): string {
  if (section.type === 'rich_text_list') return objects(section.elements).map(drawRich).join('');
  return `<div class="line">${objects(section.elements).map(drawInline).join('')}</div>`;
}

function drawInline(element: Json): string {
  const style = isObject(element.style) ? element.style : {};
  if (element.type === 'user') return `<span class="mention">@${htmlText(String(element.user_id))}</span>`;
  if (element.type === 'broadcast') return `<span class="mention">@${htmlText(String(element.range))}</span>`;
  const text = htmlText(String(element.text ?? element.url ?? ''));
  const coded = style.code === true ? `<code>${text}</code>` : text;
  const drawn = style.bold === true ? `<b>${coded}</b>` : coded;
  return element.type === 'link' ? `<a href="#">${drawn}</a>` : drawn;
}

function drawButton(element: Json): string {
  return `<span class="button ${htmlText(String(element.style ?? ''))}">${htmlText(textOf(element.text))}</span>`;
}

function drawModal({ view, errors }: ModalShown): string {
  const blocks = objects(view.blocks).map((block) =>
    block.type === 'input' ? drawInput(block, errors) : drawBlock(block),
  );
  const submit =
    view.submit === undefined ? '' : `<span class="button primary">${htmlText(textOf(view.submit))}</span>`;
  return `<div class="modal"><h1>${htmlText(textOf(view.title))}</h1><div class="inputs">${blocks.join('')}</div>
<div class="foot"><span class="button">Cancel</span>${submit}</div></div>`;
}

function drawInput(block: Json, errors: Readonly<Record<string, string>>): string {
  const element = isObject(block.element) ? block.element : {};
  const chosen = isObject(element.initial_option) ? textOf(element.initial_option.text) : '';
  const empty: Readonly<Record<string, string>> = {
    file_input: '⬆ Upload a file',
    users_select: 'Choose a person',
  };
  const value = String(element.initial_value ?? '') || chosen || (empty[String(element.type)] ?? '');
  const error = errors[String(block.block_id)];
  return `<label>${htmlText(textOf(block.label))}${block.optional === true ? ' <span class="time">(optional)</span>' : ''}</label>
<div class="input${element.multiline === true ? ' long' : ''}">${htmlText(value)}</div>
${block.hint === undefined ? '' : `<div class="hint">${htmlText(textOf(block.hint))}</div>`}
${error === undefined ? '' : `<div class="error">${htmlText(error)}</div>`}`;
}

function textOf(value: unknown): string {
  return isObject(value) ? String(value.text ?? '') : '';
}

/** Slack's markup, as far as people's own messages use it. */
function markup(text: string): string {
  return text
    .replace(/<@([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id, name) => `<span class="mention">@${name ?? id}</span>`)
    .replace(/`([^`]+)`/g, '<code>$1</code>');
}

function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function lists(value: unknown): readonly (readonly Json[])[] {
  return Array.isArray(value) ? value.map(objects) : [];
}

function htmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
