import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/problem.ts';
import { type Accepts, takeProof } from '../../src/files/proof.ts';
import { kindNamed, type ProofKind, proofKind } from '../../src/files/proof-kinds.ts';
import { inChunks } from './chunks.ts';

const bytes = (...parts: readonly (string | readonly number[] | Buffer)[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const zip = (name: string) =>
  bytes('PK\x03\x04', Buffer.alloc(22), [name.length, 0, 0, 0], name, 'PK\x03\x04', [0x4b, 0x9f, 0]);

const PDF = bytes('%PDF-1.7\n', [0xe2, 0xe3, 0, 1, 2]);
const PNG = bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13]);
const PROGRAM = bytes('MZ', Buffer.alloc(62), 'This program cannot be run in DOS mode');
const LETTER = bytes(
  'From: cy@example.com\r\nTo: ana@example.com\r\nSubject: yes\r\nDate: Thu\r\n\r\nYes, <html> you may.',
);

const KINDS: readonly (readonly [what: string, kind: ProofKind, content: Buffer])[] = [
  ['a PDF', 'pdf', PDF],
  ['a PDF behind a byte order mark and a line', 'pdf', bytes([0xef, 0xbb, 0xbf], '\n%PDF-1.4\n')],
  ['a PNG', 'png', PNG],
  ['a JPEG', 'jpeg', bytes([0xff, 0xd8, 0xff, 0xe0], Buffer.alloc(30))],
  ['a WebP', 'webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ', Buffer.alloc(30))],
  ['a GIF', 'gif', bytes('GIF89a', Buffer.alloc(30))],
  ['a picture of a phone', 'heic', bytes([0, 0, 0, 24], 'ftypheic', Buffer.alloc(30))],
  ['a scan as TIFF', 'tiff', bytes('II*\0', Buffer.alloc(30))],
  ['a letter', 'email', LETTER],
  ['text', 'text', Buffer.from('Dear Ana, yes. 可以。')],
  ['text that mentions markup', 'text', Buffer.from('use <script> with care')],
  ['text that begins like a header', 'text', Buffer.from('Subject: only one header\n\nhello')],
  ['text in UTF-16', 'text', Buffer.from('\ufeffyes, you may', 'utf16le')],
  ['a voice message of Discord', 'ogg', bytes('OggS\0', Buffer.alloc(40))],
  ['a voice message of a phone', 'mp4', bytes([0, 0, 0, 24], 'ftypM4A ', Buffer.alloc(40))],
  ['an MP3', 'mp3', bytes('ID3\x03', Buffer.alloc(40))],
  ['a WAV', 'wav', bytes('RIFF', [1, 2, 3, 4], 'WAVE', Buffer.alloc(40))],
  ['a Windows program', 'windowsProgram', PROGRAM],
  ['a Linux program', 'linuxProgram', bytes('\x7fELF', [2, 1, 1, 0], Buffer.alloc(40))],
  ['a Mac program', 'macProgram', bytes([0xcf, 0xfa, 0xed, 0xfe], Buffer.alloc(40))],
  ['a shell script', 'script', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['a web page', 'webPage', Buffer.from('\n<!DOCTYPE html><script>alert(1)</script>')],
  [
    'a drawing that runs things',
    'webPage',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
  ],
  ['a web page in UTF-16', 'webPage', Buffer.from('\ufeff <html><script>x()</script>', 'utf16le')],
  [
    'a web page in UTF-16 the other way round, without a mark',
    'webPage',
    Buffer.from('<!DOCTYPE html><p>yes', 'utf16le').swap16(),
  ],
  ['a web page in UTF-32', 'webPage', bytes([0xff, 0xfe, 0, 0], '<\0\0\0p\0\0\0>\0\0\0')],
  ['a web page behind a comment', 'webPage', Buffer.from('<!-- --><script>x()</script>')],
  ['a web page behind a short comment', 'webPage', Buffer.from('\r\n<!--><script>x()</script>')],
  ['a piece of a web page', 'webPage', Buffer.from('<a href="javascript:x()">yes</a>')],
  ['a script in UTF-16', 'script', Buffer.from('\ufeff#!/bin/sh\n', 'utf16le')],
  ['a chat, line by line', 'text', Buffer.from('<Ana> may I?\n<Bo> <3 you may\n')],
  ['any XML', 'webPage', Buffer.from('\ufeff<?xml version="1.0"?><a/>')],
  ['a Word document', 'word', zip('word/document.xml')],
  ['a workbook', 'excel', zip('xl/workbook.xml')],
  ['a zip', 'archive', zip('songs/one.mp3')],
  ['old Office', 'oldOffice', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', Buffer.alloc(40))],
  ['rich text', 'richText', Buffer.from('{\\rtf1 yes}')],
  ['a Photoshop file', 'other', bytes('8BPS\0', Buffer.alloc(40))],
  [
    'noise',
    'other',
    Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256)),
  ],
];

describe('what a file is, by its first bytes', () => {
  it.each(KINDS)('%s: %s', (_what, kind, content) => {
    expect(proofKind(content)).toBe(kind);
  });

  it('is something for any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        expect(proofKind(content)).toMatch(/^[a-zA-Z0-9]+$/);
      }),
    );
  });
});

it.each([
  ['contract.pdf', 'pdf'],
  ['CONTRACT.PDF ', 'pdf'],
  ['scan.JPG', 'jpeg'],
  ['scan.pdf.exe', 'windowsProgram'],
  ['run.bat', 'script'],
  ['deal.docx', 'word'],
  ['contract.2026', undefined],
  ['scan', undefined],
  ['.pdf', 'pdf'],
])('a file called %s promises %s', (name, kind) => {
  expect(kindNamed(name)).toBe(kind);
});

function take(name: string, content: Buffer, accepts: Accepts = 'papers', sizeBytes: number | null = null) {
  return takeProof({ name, sizeBytes }, async () => inChunks(content, 1000), accepts);
}

async function refusalOf(taking: Promise<unknown>): Promise<string> {
  const error = await taking.then(
    () => 'taken',
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) return String(error);
  const { code, details } = error.problem;
  return [code, ...Object.values(details)].join(' ');
}

describe('a file that is to be kept', () => {
  it('comes with its bytes as they are, their hash, and what they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 20_000 }),
        fc.integer({ min: 1, max: 5000 }),
        async (rest, size) => {
          const content = Buffer.concat([PDF, rest]);
          const file = { name: 'a.pdf', sizeBytes: content.length };
          const proof = await takeProof(file, async () => inChunks(content, size), 'papers');
          expect(Buffer.from(proof.bytes).equals(content)).toBe(true);
          expect(proof.sha256).toBe(createHash('sha256').update(content).digest('hex'));
          expect(proof.mediaType).toBe('application/pdf');
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each<[string, string, Buffer, Accepts?]>([
    ['file.keep-not-what-named contract.pdf windowsProgram pdf', 'contract.pdf', PROGRAM],
    ['file.keep-not-what-named scan.png pdf png', 'scan.png', PDF],
    ['file.keep-not-what-named setup.exe pdf windowsProgram', 'setup.exe', PDF],
    ['file.keep-not-what-named page.pdf webPage pdf', 'page.pdf', Buffer.from('<html></html>')],
    ['file.keep-kind setup.exe windowsProgram', 'setup.exe', PROGRAM],
    ['file.keep-kind setup windowsProgram', 'setup', PROGRAM],
    ['file.keep-kind page.html webPage', 'page.html', Buffer.from('<html></html>')],
    ['file.keep-kind deal.docx word', 'deal.docx', zip('word/document.xml')],
    ['file.keep-kind yes.ogg ogg', 'yes.ogg', bytes('OggS\0', Buffer.alloc(40))],
    ['file.empty', 'contract.pdf', Buffer.alloc(0)],
    ['file.empty', 'setup.exe', Buffer.alloc(0)],
    ['file.keep-not-what-named run.bat text script', 'run.bat', Buffer.from('echo hello')],
    ['taken', 'contract.pdf', PDF],
    ['taken', 'yes.ogg', bytes('OggS\0', Buffer.alloc(40)), 'anything'],
    ['taken', 'letter.txt', LETTER],
    ['taken', 'letter.eml', Buffer.from('short and without headers')],
    ['taken', 'scan', PNG],
  ])('%s: %s', async (expected, name, content, accepts = 'papers') => {
    expect(await refusalOf(take(name, content, accepts))).toBe(expected);
  });

  it('is refused beyond 20 MB, before the first byte where that is known, and while it comes where it is not', async () => {
    const known = takeProof(
      { name: 'long.pdf', sizeBytes: 200_000_000 },
      async (limitBytes) => {
        expect(limitBytes).toBe(20_000_000);
        throw new UserError({ code: 'file.too-large', details: { limitMegabytes: 19 } });
      },
      'papers',
    );
    expect(await refusalOf(known)).toBe('file.keep-too-large long.pdf 20');
    let given = 0;
    let isClosed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        yield PDF;
        for (;;) {
          given += 1_000_000;
          yield Buffer.alloc(1_000_000);
        }
      } finally {
        isClosed = true;
      }
    }
    const unknown = takeProof({ name: 'long.pdf', sizeBytes: null }, async () => endless(), 'papers');
    expect(await refusalOf(unknown)).toBe('file.keep-too-large long.pdf 20');
    expect(given).toBeLessThan(22_000_000);
    expect(isClosed).toBe(true);
  });

  it('may have 20 MB, to the byte', async () => {
    const content = Buffer.concat([PDF, Buffer.alloc(20_000_000 - PDF.length)]);
    const proof = await takeProof(
      { name: 'a.pdf', sizeBytes: null },
      async () => inChunks(content, 1 << 20),
      'papers',
    );
    expect(proof.bytes.length).toBe(20_000_000);
    expect(await refusalOf(take('a.pdf', Buffer.concat([content, Buffer.alloc(1)])))).toContain('too-large');
  });

  it('is refused by what it is before all of it has come', async () => {
    let given = 0;
    async function* long(): AsyncGenerator<Uint8Array> {
      for (given = 0; given < 100; given += 1) yield given === 0 ? PROGRAM : Buffer.alloc(10_000);
    }
    const refused = await refusalOf(
      takeProof({ name: 'a.pdf', sizeBytes: null }, async () => long(), 'papers'),
    );
    expect(refused).toContain('windowsProgram');
    expect(given).toBeLessThan(3);
  });

  it('is refused when it breaks off, and what the platform says of it is passed on', async () => {
    expect(await refusalOf(take('a.pdf', PDF, 'papers', PDF.length + 1))).toBe('file.keep-cut a.pdf');
    expect(await refusalOf(take('a.pdf', PDF, 'papers', PDF.length - 1))).toBe('taken');
    for (const code of ['file.gone', 'file.expired', 'file.refused'] as const) {
      const gone = takeProof(
        { name: 'a.pdf', sizeBytes: null },
        async () => {
          throw new UserError({ code, details: { name: 'a.pdf' } });
        },
        'papers',
      );
      expect(await refusalOf(gone)).toBe(`${code} a.pdf`);
    }
  });
});

describe('the name of a file that is kept', () => {
  it.each([
    ['contract.pdf', 'contract.pdf'],
    ['Vertrag  Müller.PDF', 'Vertrag Müller.PDF'],
    ['../../etc/passwd.pdf', '_.._etc_passwd.pdf'],
    ['a\u202efdp.pdf', 'afdp.pdf'],
    ['.hidden.pdf', 'hidden.pdf'],
    ['con"tract|<1>.pdf', 'con_tract__1_.pdf'],
    ['scan', 'scan.pdf'],
    ['contract.2026', 'contract.2026.pdf'],
    ['\u0000', 'file.pdf'],
    [`${'長'.repeat(300)}.pdf`, `${'長'.repeat(120)}.pdf`],
  ])('%j is %j', async (name, expected) => {
    expect((await take(name, PDF)).name).toBe(expected);
  });

  it('never lies about what it is, and can stand on any disk', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (name) => {
        const taken = await take(name, PDF).catch(() => null);
        if (taken === null) return;
        expect(taken.name).toMatch(/^[^\\/:*?"<>|\p{Cc}]+\.pdf$/iu);
        expect(taken.name.startsWith('.')).toBe(false);
      }),
    );
  });
});
