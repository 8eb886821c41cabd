import type { OutFile } from '../../bot/reply.ts';
import { LIMITS } from './limits.ts';
import { zip } from './zip.ts';

/**
 * Files as Discord takes them: a file that is too heavy is zipped, and names are made of what an `attachment://`
 * address may hold, each one used once.
 *
 * @throws when there are more than Discord takes with one message: whoever makes a reply knows that
 */
export function fitFiles(
  files: readonly OutFile[],
  fileBytes: number = LIMITS.fileBytes,
): readonly OutFile[] {
  if (files.length > LIMITS.files)
    throw new Error(`A message takes ${LIMITS.files} files, not ${files.length}.`);
  const taken = new Set<string>();
  return files.map((file) => {
    const fitted = file.bytes.length <= fileBytes ? file : zipped(file);
    const name = uniqueName(safeName(fitted.name), taken);
    taken.add(name);
    return { ...fitted, name };
  });
}

function zipped(file: OutFile): OutFile {
  return { name: `${file.name}.zip`, mediaType: 'application/zip', bytes: zip(file.name, file.bytes) };
}

function safeName(name: string): string {
  const [, stem = '', extension = ''] =
    /^(.*?)(\.\w{1,10})?$/s.exec(name.normalize('NFKD').replace(/\p{M}/gu, '')) ?? [];
  const safe = stem
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[._]+|[._]+$/g, '')
    .slice(-80);
  return `${safe || 'file'}${extension}`;
}

function uniqueName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const [, stem = name, extension = ''] = /^(.*?)(\.\w*)?$/.exec(name) ?? [];
  for (let count = 2; ; count += 1) {
    const next = `${stem}-${count}${extension}`;
    if (!taken.has(next)) return next;
  }
}
