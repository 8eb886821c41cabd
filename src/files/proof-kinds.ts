import { SNIFF_BYTES, sniff } from './sniff.ts';
import { looksLikeUtf16 } from './utf16.ts';

/** What a file that is to be kept can turn out to be, as messages select it. */
export type ProofKind =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'gif'
  | 'heic'
  | 'tiff'
  | 'text'
  | 'email'
  | 'mp3'
  | 'mp4'
  | 'wav'
  | 'ogg'
  | 'windowsProgram'
  | 'linuxProgram'
  | 'macProgram'
  | 'script'
  | 'webPage'
  | 'word'
  | 'excel'
  | 'openDocument'
  | 'oldOffice'
  | 'richText'
  | 'archive'
  | 'other';

type Known = {
  readonly mediaType: string;
  /** Endings of names that promise it; the first is put behind a name that promises nothing. */
  readonly endings: readonly string[];
};

/** What is kept: papers, pictures of papers, letters. */
export const DOCUMENTS = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  webp: { mediaType: 'image/webp', endings: ['webp'] },
  gif: { mediaType: 'image/gif', endings: ['gif'] },
  heic: { mediaType: 'image/heic', endings: ['heic', 'heif'] },
  tiff: { mediaType: 'image/tiff', endings: ['tiff', 'tif'] },
  text: { mediaType: 'text/plain', endings: ['txt', 'text', 'md', 'log', 'csv', 'tsv'] },
  email: { mediaType: 'message/rfc822', endings: ['eml'] },
} as const satisfies { readonly [K in ProofKind]?: Known };

/** A spoken yes. */
export const RECORDINGS = {
  mp3: { mediaType: 'audio/mpeg', endings: ['mp3'] },
  mp4: { mediaType: 'video/mp4', endings: ['mp4', 'm4a', 'm4v', 'mov'] },
  wav: { mediaType: 'audio/wav', endings: ['wav', 'wave'] },
  ogg: { mediaType: 'audio/ogg', endings: ['ogg', 'oga', 'opus'] },
} as const satisfies { readonly [K in ProofKind]?: Known };

/** Endings of what is never kept: a file that is called so and is something else is not kept either. */
const OTHER_ENDINGS: { readonly [K in ProofKind]?: readonly string[] } = {
  windowsProgram: ['exe', 'dll', 'com', 'scr', 'msi', 'cpl', 'sys', 'lnk'],
  macProgram: ['app', 'dmg', 'pkg', 'command'],
  script: [
    'bat',
    'cmd',
    'ps1',
    'vbs',
    'vbe',
    'js',
    'jse',
    'mjs',
    'wsf',
    'hta',
    'sh',
    'py',
    'jar',
    'apk',
    'reg',
  ],
  webPage: ['html', 'htm', 'xhtml', 'shtml', 'mhtml', 'svg', 'xml', 'php'],
  word: ['docx', 'docm', 'dotx', 'dotm'],
  excel: ['xlsx', 'xlsm', 'xltm'],
  openDocument: ['odt', 'ods', 'odp'],
  oldOffice: ['doc', 'xls', 'ppt'],
  richText: ['rtf'],
  archive: ['zip', 'rar', '7z', 'gz', 'tgz', 'iso'],
};

/** Which kind a name promises; undefined where its ending promises none. */
export function kindNamed(name: string): ProofKind | undefined {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  const all = [
    ...Object.entries(DOCUMENTS).map(([kind, { endings }]) => [kind, endings] as const),
    ...Object.entries(RECORDINGS).map(([kind, { endings }]) => [kind, endings] as const),
    ...Object.entries(OTHER_ENDINGS),
  ];
  return all.find(([, endings]) => (endings as readonly string[]).includes(ending))?.[0] as
    | ProofKind
    | undefined;
}

type Sign = readonly [kind: ProofKind, bytes: RegExp];

/** Over the first bytes as Latin-1, one character a byte. */
const SIGNS: readonly Sign[] = [
  ['pdf', /^(?:\xef\xbb\xbf)?\s{0,8}%PDF-/],
  ['png', /^\x89PNG\r\n[\s\S]\n/],
  ['jpeg', /^\xff\xd8\xff/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['gif', /^GIF8[79]a/],
  ['heic', /^[\s\S]{4}ftyp(?:hei|mif1|hevc)/],
  ['tiff', /^(?:II\*\0|MM\0\*)/],
  ['ogg', /^OggS\0/],
  ['linuxProgram', /^\x7fELF/],
  ['macProgram', /^(?:\xcf\xfa\xed\xfe|\xce\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]|\xca\xfe\xba\xbe)/],
];

/**
 * What a file is by its first bytes, whatever it is called.
 *
 * @param head the first `SNIFF_BYTES` of it, or all
 */
export function proofKind(head: Uint8Array): ProofKind {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, SNIFF_BYTES));
  const text = start.toString('latin1');
  const sign = SIGNS.find(([, bytes]) => bytes.test(text));
  if (sign !== undefined) return sign[0];
  const kind = sniff(start);
  switch (kind) {
    case 'text':
      return kindOfText(start);
    case 'program':
      return 'windowsProgram';
    case 'm4a':
      return 'mp4';
    case 'mp3':
    case 'wav':
    case 'word':
    case 'excel':
    case 'openDocument':
    case 'oldOffice':
    case 'richText':
    case 'archive':
      return kind;
    default:
      return 'other';
  }
}

const HEADERS = /^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to):/gim;

/**
 * How pages and drawings begin: what browsers take for one, whatever it is called, and what they draw or run besides.
 *
 * @see WHATWG MIME Sniffing, identifying a resource with an unknown MIME type
 */
const PAGE =
  /^<(?:!--|!doctype|\?xml|\?php|(?:html|head|body|script|svg|iframe|img|h1|div|font|table|style|title|br)\b|[abp][\s/>])/i;

/** Text that a machine would run or draw is none; letters begin with their headers. */
function kindOfText(bytes: Buffer): ProofKind {
  const text = charactersOf(bytes).trimStart();
  if (text.startsWith('#!')) return 'script';
  if (PAGE.test(text)) return 'webPage';
  const headers = new Set(
    (text.split(/\r?\n\r?\n/)[0]?.match(HEADERS) ?? []).map((one) => one.toLowerCase()),
  );
  return headers.size >= 3 && /^[\w-]+:/.test(text) ? 'email' : 'text';
}

/** Enough of them to tell what it is. A NUL between two letters, as wider encodings have it, hides nothing. */
function charactersOf(bytes: Buffer): string {
  const encoding = looksLikeUtf16(bytes);
  const text =
    encoding === null
      ? bytes.toString('latin1').replace(/^\xef\xbb\xbf/, '')
      : new TextDecoder(encoding).decode(bytes);
  return text.replaceAll('\0', '');
}
