import type { OutFile, Reply } from '../../bot/reply.ts';
import type { Translate } from '../../text/translate.ts';
import { LIMITS } from './limits.ts';
import { say } from './say.ts';
import { zip } from './zip.ts';

const MEGABYTE = 1_000_000;

/**
 * A reply without the files that Discord would not take, each of them named: one that is refused for its weight would
 * take the whole answer with it.
 *
 * @param fileBytes what one file may weigh here
 */
export function withoutHeavy(reply: Reply, t: Translate, fileBytes: number = LIMITS.fileBytes): Reply {
  const files = reply.files ?? [];
  let total = 0;
  const light = files.filter((file) => {
    const weight = weightOf(file, fileBytes);
    const fits = weight <= fileBytes && total + weight <= LIMITS.requestBytes;
    if (fits) total += weight;
    return fits;
  });
  if (light.length === files.length) return reply;
  const heavy = files.filter((file) => !light.includes(file));
  const limit = Math.floor(fileBytes / MEGABYTE);
  const words = heavy.map(({ name, bytes }) =>
    t(say.tooHeavy, { name, size: Math.ceil(bytes.length / MEGABYTE), limit }),
  );
  return { ...reply, files: light, text: [...words, ...(reply.text ?? [])] };
}

/** As it goes out: what is too heavy is zipped, and pictures and papers hardly become lighter by that. */
function weightOf({ name, bytes }: OutFile, fileBytes: number): number {
  return bytes.length <= fileBytes ? bytes.length : zip(name, bytes).length;
}
