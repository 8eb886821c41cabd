import { expect } from 'vitest';
import type { RigFile } from './rig.ts';

/** What a platform's people do with files that are to be kept; the bot is a process of its own. */
export type FilesStage = {
  /** `/license add` for a sample of this name, with everything that a license needs, and this paper. */
  record(sample: string, paper: RigFile): Promise<void>;
  /** The same with a file that says it is this large. */
  recordLarge(sample: string, name: string, sizeBytes: number): Promise<void>;
  /** A command with options, by the same person. */
  ask(command: string, subcommand: string, options: Readonly<Record<string, string>>): Promise<void>;
  /** Somebody writes this with a file, and "Save as evidence" is picked in its menu. */
  keep(text: string, file: RigFile): Promise<void>;
  /** The same, once the link of the file does not lead to it any more. */
  keepTooLate(text: string, file: RigFile): Promise<void>;
  /** Waits until the person is told this. @returns all of it */
  told(pattern: RegExp): Promise<string>;
  /** Every file that the person was given, oldest first. */
  given(): Promise<readonly RigFile[]>;
};

/** Any bytes behind the signs of a kind: zeros, line ends and what is no text in between. */
function bytesBehind(sign: string, length: number): Uint8Array {
  const rest = Array.from({ length }, (_, index) => (index * 7919 + (index >> 5) * 13) % 256);
  return Buffer.concat([Buffer.from(sign, 'latin1'), Buffer.from(rest)]);
}

const PAPER: RigFile = { name: 'Vertrag 2026.pdf', bytes: bytesBehind('%PDF-1.7\n', 70_000) };
export const PICTURE: RigFile = { name: 'chat.png', bytes: bytesBehind('\x89PNG\r\n\x1a\n', 30_000) };
const PROGRAM: RigFile = {
  name: 'contract.pdf',
  bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(62), Buffer.from('This program cannot be run')]),
};

/** A paper and a picture come back byte for byte; what cannot be kept is refused by what it is, and nothing of it stays. */
export async function tellFilesStory(stage: FilesStage, tooLate: RegExp): Promise<void> {
  await stage.record('Rain Song', PAPER);
  const recorded = await stage.told(/License l_\S+ of Rain Song is recorded/);
  const license = /l_[0-9a-f]{20}/.exec(recorded)?.[0] ?? '';
  await stage.ask('license', 'show', { license });
  await stage.told(/License l_\S+ of Rain Song \(sample\)/);
  await expectGiven(stage, PAPER);

  await stage.keep('yes, take it', PICTURE);
  const kept = await stage.told(/Kept as note n_/);
  expect(kept).toContain('yes, take it');
  const note = /n_[0-9a-f]{20}/.exec(kept)?.[0] ?? '';
  await stage.ask('evidence', 'notes', { note });
  await stage.told(/Note n_\S+: a message/);
  await expectGiven(stage, PICTURE);

  await stage.record('Other Song', PROGRAM);
  await stage.told(/contract\.pdf is a Windows program, not a PDF/);
  await stage.recordLarge('Other Song', 'album.pdf', 200_000_000);
  await stage.told(/album\.pdf is larger than the 20 MB that are kept here/);
  await stage.keepTooLate('', { ...PAPER, name: 'old.pdf' });
  await stage.told(tooLate);
  await stage.ask('license', 'check', { sample: 'Other Song', territory: 'Japan', use: 'sampling' });
  await stage.told(/No license of it is recorded here/);
}

async function expectGiven(stage: FilesStage, wanted: RigFile): Promise<void> {
  const given = (await stage.given()).at(-1);
  // Some platforms take no spaces in names.
  expect(given?.name.replaceAll('_', ' ')).toBe(wanted.name);
  expect(Buffer.from(given?.bytes ?? []).equals(Buffer.from(wanted.bytes))).toBe(true);
}

/** A license of which nothing is missing but its paper, as options. */
export const WHOLE = {
  from: 'Cy Films',
  to: 'Dee Music',
  territory: 'Japan',
  begins: '2026-01-01',
  ends: 'none',
  uses: 'sampling',
  exclusive: 'no',
  payment: 'none',
  caps: 'none',
} as const;
