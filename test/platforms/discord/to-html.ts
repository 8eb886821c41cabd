import { asJson, asList, type Json } from './json.ts';
import { type Node, parseMarkup } from './markup.ts';
import type { Message, User } from './things.ts';

/** A message as it stands on somebody's screen. `command` is the line above it that says who used what. */
export type Shown = Readonly<{ message: Message; command?: string; nameOf: (id: string) => string }>;

const STYLE = `
body { margin: 0; padding: 16px; width: 640px; background: #313338; color: #dbdee1;
  font: 16px/1.375 "Noto Sans", "Noto Sans CJK TC", "Noto Color Emoji", sans-serif; }
h1 { font-size: 13px; color: #949ba4; font-weight: 500; margin: 16px 0 4px; }
.message { display: grid; grid-template-columns: 40px 1fr; column-gap: 16px; padding: 8px 0; }
.avatar { width: 40px; height: 40px; border-radius: 50%; background: #5865f2; color: #fff; display: grid; place-items: center; }
.used { grid-column: 2; font-size: 14px; color: #949ba4; }
.name { color: #f2f3f5; font-weight: 500; } .app { background: #5865f2; color: #fff; font-size: 10px; border-radius: 3px; padding: 1px 4px; }
.container { border: 1px solid #3f4147; border-left: 4px solid #3f4147; border-radius: 8px; padding: 12px 16px; background: #2b2d31; margin-top: 4px; max-width: 520px; }
.content { white-space: pre-wrap; overflow-wrap: anywhere; } .content, small, .button { unicode-bidi: plaintext; text-align: start; }
code { background: #1e1f22; border-radius: 4px; padding: 1px 4px; font: 14px "DejaVu Sans Mono", "Noto Sans Mono CJK TC", monospace; }
pre { background: #1e1f22; border-radius: 4px; padding: 8px; margin: 4px 0; font: 13px "DejaVu Sans Mono", "Noto Sans Mono CJK TC", monospace; white-space: pre-wrap; }
small { font-size: 13px; color: #949ba4; } a { color: #00a8fc; } .mention { background: #3c4270; color: #c9cdfb; border-radius: 3px; padding: 0 2px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
.button { background: #4e5058; color: #fff; border-radius: 8px; padding: 6px 16px; font-size: 14px; } .s1 { background: #5865f2; } .s4 { background: #da373c; }
.file { border: 1px solid #3f4147; border-radius: 8px; padding: 10px 12px; margin-top: 8px; } .only { font-size: 13px; color: #949ba4; margin-top: 4px; }
.modal { width: 440px; background: #2b2d31; border-radius: 8px; padding: 16px; margin: 8px 0; } .modal h2 { margin: 0 0 12px; font-size: 20px; color: #f2f3f5; }
label { display: block; font-weight: 600; font-size: 14px; margin-top: 12px; } .hint { font-size: 13px; color: #949ba4; }
.input { background: #1e1f22; border-radius: 4px; padding: 8px; min-height: 20px; margin-top: 4px; color: #dbdee1; white-space: pre-wrap; } .long { min-height: 88px; }
.pills { margin-left: 56px; } .pill { background: #2b2d31; border: 1px solid #4e5058; border-radius: 8px; padding: 2px 8px; font-size: 14px; }
.required { color: #f23f43; }`;

function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
}

const TAGS: Readonly<Record<string, string>> = {
  ...{ strong: 'b', em: 'i', underline: 'u', strike: 's', spoiler: 'mark', heading: 'h3', small: 'small' },
  ...{ item: 'span', quote: 'blockquote' },
};

function draw(nodes: readonly Node[], nameOf: (id: string) => string): string {
  return nodes
    .map((node): string => {
      switch (node.kind) {
        case 'text':
        case 'emoji':
          return escaped(node.text);
        case 'code':
          return `<code>${escaped(node.text)}</code>`;
        case 'block':
          return `<pre>${escaped(node.text)}</pre>`;
        case 'mention':
          return `<span class="mention">@${escaped(nameOf(node.text.replace(/\D/g, '')))}</span>`;
        case 'link':
          return `<a href="${escaped(node.href)}">${draw(node.children, nameOf)}</a>`;
        case 'item':
          return `• ${draw(node.children, nameOf)}`;
        default: {
          const tag = TAGS[node.kind] ?? 'span';
          return `<${tag}>${draw(node.children, nameOf)}</${tag}>`;
        }
      }
    })
    .join('');
}

const BUTTON = 2;
const ROW = 1;
const TEXT = 10;
const FILE = 13;
const CONTAINER = 17;

function drawComponent(part: Json, shown: Shown): string {
  const inner = () =>
    asList(part.components)
      .map((child) => drawComponent(asJson(child), shown))
      .join('');
  switch (part.type) {
    case CONTAINER: {
      const color = Number(part.accent_color ?? 0x3f_41_47)
        .toString(16)
        .padStart(6, '0');
      return `<div class="container" style="border-left-color: #${color}">${inner()}</div>`;
    }
    case ROW:
      return `<div class="row">${inner()}</div>`;
    case BUTTON:
      return `<span class="button s${part.style}">${escaped(String(part.label))}</span>`;
    case TEXT:
      return `<div class="content">${draw(parseMarkup(String(part.content)), shown.nameOf)}</div>`;
    case FILE: {
      const name = String(asJson(part.file).url).replace('attachment://', '');
      const size = shown.message.attachments.find(({ filename }) => filename === name)?.sizeBytes ?? 0;
      return `<div class="file">📄 <a>${escaped(name)}</a> <small>${size.toLocaleString('en')} bytes</small></div>`;
    }
    default:
      return '';
  }
}

/** One message as Discord's app draws it, near enough to judge how it reads. */
export function messageToHtml(shown: Shown): string {
  const { message, command } = shown;
  const { author } = message;
  const content = message.content ? draw(parseMarkup(message.content), shown.nameOf) : '';
  return `<div class="message">${command ? `<div class="used">${escaped(command)}</div>` : ''}
<div class="avatar">${escaped(nameFor(author).slice(0, 1))}</div><div>
<span class="name">${escaped(nameFor(author))}</span> ${author.bot ? '<span class="app">APP</span>' : ''}
<div class="content">${content}</div>
${message.components.map((part) => drawComponent(part, shown)).join('')}
${message.ephemeralFor ? '<div class="only">👁 Only you can see this</div>' : ''}</div></div>`;
}

function nameFor(user: User): string {
  return user.bot ? 'Splitproof' : (user.globalName ?? user.username);
}

/** A form as it stands on the screen. */
export function modalToHtml(modal: Json): string {
  const fields = asList(modal.components).map((part) => {
    const { label, description, component } = asJson(part);
    const input = asJson(component);
    const mark = input.required === false ? '' : ' <span class="required">*</span>';
    return `<label>${escaped(String(label))}${mark}</label>
${description ? `<div class="hint">${escaped(String(description))}</div>` : ''}
<div class="input${input.style === 2 ? ' long' : ''}">${escaped(inputText(input))}</div>`;
  });
  return `<div class="modal"><h2>${escaped(String(modal.title))}</h2>${fields.join('')}
<div class="row"><span class="button">Cancel</span><span class="button s1">Submit</span></div></div>`;
}

function inputText(input: Json): string {
  if (input.type === 19) return '⬆ Drop a file here, or browse';
  if (input.type === 3) {
    const chosen = asList(input.options)
      .map(asJson)
      .find((option) => option.default);
    return `${chosen?.label ?? 'Select'} ▾`;
  }
  return String(input.value ?? input.placeholder ?? '');
}

/** Sections, each under its heading, as a page of its own. */
export function toPage(sections: readonly (readonly [heading: string, html: string])[]): string {
  const body = sections.map(([heading, html]) => `<h1>${escaped(heading)}</h1>${html}`).join('\n');
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><body>${body}</body>`;
}
