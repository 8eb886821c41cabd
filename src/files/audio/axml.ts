import { TextDecoder } from 'node:util';

/** An element or text that names the code: `ISRC:`, `ISRC `, `urn:isrc:`. */
const NAMED = /^(?:urn:)?isrc\s*[:\s]\s*(.+)$/is;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The codes in the XML of a broadcast wave file.
 *
 * EBU Core writes `<identifier formatLabel="ISRC"><dc:identifier>ISRC:FIYGE1000001</dc:identifier></identifier>`.
 * A text counts when it begins with the name of the code, or when an element around it is labeled or named ISRC.
 *
 * The XML is walked once from tag to tag and never built up: a document type with entities that multiply is a
 * tag like any other here, and entities of its own making stay unread.
 *
 * @see EBU Tech 3352, Carriage of identifiers in BWF; EBU Tech 3293, EBU Core
 */
export function codesInAxml(bytes: Uint8Array): string[] {
  const xml = decodeXml(bytes);
  const codes: string[] = [];
  const labeled: boolean[] = [];
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const text = decodeEntities(xml.slice(at, open === -1 ? xml.length : open)).trim();
    take(text, labeled.at(-1) ?? false, codes);
    if (open === -1) break;
    at = step(xml, open, labeled, codes);
  }
  return codes;
}

function take(text: string, labeled: boolean, codes: string[]): void {
  const [, named] = NAMED.exec(text) ?? [];
  const code = named?.trim() ?? (labeled ? text : '');
  if (code !== '') codes.push(code);
}

/** Passes over the tag at `open`. @returns where the text behind it begins */
function step(xml: string, open: number, labeled: boolean[], codes: string[]): number {
  if (xml.startsWith('<!--', open)) return behind(xml, '-->', open);
  if (xml.startsWith('<![CDATA[', open)) {
    const end = behind(xml, ']]>', open);
    take(xml.slice(open + '<![CDATA['.length, end - ']]>'.length).trim(), labeled.at(-1) ?? false, codes);
    return end;
  }
  const end = behind(xml, '>', open);
  const tag = xml.slice(open + 1, end - 1);
  if (tag.startsWith('/')) labeled.pop();
  else if (!/^[!?]/.test(tag) && !tag.endsWith('/'))
    labeled.push((labeled.at(-1) ?? false) || isLabeled(tag));
  return end;
}

function isLabeled(tag: string): boolean {
  return (
    /^(?:[\w-]+:)?isrc(?:\s|$)/i.test(tag) || /\b(?:format|type)Label\s*=\s*["']\s*ISRC\s*["']/i.test(tag)
  );
}

function behind(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found === -1 ? xml.length : found + mark.length;
}

function decodeXml(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes).replaceAll('\0', '');
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (entity, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? entity;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10_ffff ? String.fromCodePoint(point) : entity;
  });
}
