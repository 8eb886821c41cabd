import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStory, type Story } from './story.ts';

/** Begins like a PDF; what is behind it is nobody's business. */
export const PDF = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0, 255, 13, 10]),
]);
export const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * 37) % 256)),
]);

export type LicenseStory = Story & {
  /** Puts a file on the disk of whoever types. @returns its path */
  put(name: string, bytes: Uint8Array): string;
  /** Types a line and takes the id of the license or note out of the answer. */
  idOf(line: string): Promise<string>;
};

export async function openLicenseStory(): Promise<LicenseStory> {
  const story = await openStory();
  return {
    ...story,
    put(name, bytes) {
      const path = join(story.folder, name);
      writeFileSync(path, bytes);
      return path;
    },
    async idOf(line) {
      const said = await story.hear(line);
      return /\b[ln]_[0-9a-f]{20}/.exec(said)?.[0] ?? `no id in: ${said}`;
    },
  };
}

/** A year in the EU, for Ana alone, as one line. */
export const RAIN =
  'ana: /license add sample: "Rain Song" from: "Cy Films" to: @ana territory: EU begins: 2026-01-01 ends: 2026-12-31 uses: sampling, reproduction exclusive: yes payment: 500 EUR once caps: none';
