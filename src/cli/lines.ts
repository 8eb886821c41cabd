import { StringDecoder } from 'node:string_decoder';

/** One line of the input without its end, and how long it really was. */
export type InputLine = { readonly text: string; readonly length: number };

/** Of a longer line only this many characters are kept: a file of a gigabyte without a line end must not fill memory. */
export const LINE_LIMIT = 100_000;

/**
 * The lines of a UTF-8 stream, in batches as they come in, so that memory stays flat however long it is. A line ends
 * with LF or CR LF and with nothing else; a byte order mark in front is dropped; what is behind the last line end is
 * a line only if there is something.
 */
export async function* linesOf(
  input: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<readonly InputLine[]> {
  const decoder = new StringDecoder('utf8');
  const splitter = newSplitter();
  for await (const chunk of input) {
    yield splitter.push(typeof chunk === 'string' ? chunk : decoder.write(chunk));
  }
  yield splitter.push(decoder.end());
  yield splitter.end();
}

function newSplitter(): { push(text: string): InputLine[]; end(): InputLine[] } {
  let open = '';
  let openLength = 0;
  let isStart = true;
  return {
    push(text) {
      const lines: InputLine[] = [];
      let at = isStart && text.startsWith('\uFEFF') ? 1 : 0;
      isStart &&= text === '';
      for (let end = text.indexOf('\n', at); end !== -1; end = text.indexOf('\n', at)) {
        lines.push(lineOf(open, openLength, text.slice(at, end)));
        open = '';
        openLength = 0;
        at = end + 1;
      }
      const rest = text.slice(at);
      open += rest.slice(0, LINE_LIMIT - open.length);
      openLength += rest.length;
      return lines;
    },
    end: () => (openLength === 0 ? [] : [lineOf(open, openLength, '')]),
  };
}

function lineOf(open: string, openLength: number, rest: string): InputLine {
  const length = openLength + rest.length;
  const text = open === '' ? rest : open + rest;
  if (length > LINE_LIMIT) return { text: text.slice(0, LINE_LIMIT), length };
  return text.endsWith('\r') ? { text: text.slice(0, -1), length: length - 1 } : { text, length };
}
