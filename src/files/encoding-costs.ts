/**
 * Which old encoding does this text stand in? For each candidate we add up how many bits its writer would have
 * needed: little for characters that people write every day, much for rare ones, most for bytes that mean nothing.
 * The cheapest reading wins; on a tie the one listed first.
 *
 * The tables are the layouts of the encodings: everyday characters come first in each (Big5 level 1 from A440,
 * GB 2312 level 1 from B0A1, JIS level 1 from 889F, kana before them).
 */
type Candidate = 'big5' | 'shift_jis' | 'gb18030' | 'windows-1252' | 'utf-8';

/** What the bytes at an index cost, and how many of them make the character. */
type Step = { readonly bits: number; readonly bytes: number };

const ASCII_BITS = 5;
const NONSENSE: Step = { bits: 25, bytes: 1 };

/** In this order Traditional Chinese wins a tie: Excel in Taiwan writes Big5. */
const COSTS: Readonly<Record<Candidate, (bytes: Uint8Array, at: number) => Step>> = {
  big5: big5Step,
  shift_jis: shiftJisStep,
  gb18030: gbStep,
  'utf-8': utf8Step,
  'windows-1252': windowsStep,
};

/** @param window text that is not wholly UTF-8; its last character may be cut off */
export function cheapestEncoding(window: Uint8Array): Candidate {
  let best: Candidate = 'windows-1252';
  let bestBits = Number.POSITIVE_INFINITY;
  for (const candidate of Object.keys(COSTS) as Candidate[]) {
    const bits = costOf(window, candidate);
    if (bits < bestBits) {
      best = candidate;
      bestBits = bits;
    }
  }
  return best;
}

function costOf(window: Uint8Array, candidate: Candidate): number {
  const step = COSTS[candidate];
  let bits = 0;
  for (let at = 0; at < window.length; ) {
    const { bits: more, bytes } =
      byteAt(window, at) < 0x80 ? { bits: ASCII_BITS, bytes: 1 } : step(window, at);
    bits += more;
    at += bytes;
  }
  return bits;
}

function big5Step(bytes: Uint8Array, at: number): Step {
  const lead = byteAt(bytes, at);
  const trail = byteAt(bytes, at + 1);
  if (lead < 0x87 || lead > 0xfe || !(within(trail, 0x40, 0x7e) || within(trail, 0xa1, 0xfe)))
    return NONSENSE;
  if (within(lead, 0xa1, 0xc6)) return { bits: 11, bytes: 2 };
  return { bits: within(lead, 0xc9, 0xf9) ? 17 : 19, bytes: 2 };
}

function shiftJisStep(bytes: Uint8Array, at: number): Step {
  const lead = byteAt(bytes, at);
  if (within(lead, 0xa1, 0xdf)) return { bits: 10, bytes: 1 };
  const trail = byteAt(bytes, at + 1);
  if (!(within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xfc))) return NONSENSE;
  if (!(within(trail, 0x40, 0x7e) || within(trail, 0x80, 0xfc))) return NONSENSE;
  if (lead === 0x82 || lead === 0x83) return { bits: 8, bytes: 2 };
  if (lead <= 0x97) return { bits: 12, bytes: 2 };
  return { bits: 18, bytes: 2 };
}

function gbStep(bytes: Uint8Array, at: number): Step {
  const lead = byteAt(bytes, at);
  const trail = byteAt(bytes, at + 1);
  if (!within(lead, 0x81, 0xfe)) return NONSENSE;
  if (within(trail, 0x30, 0x39)) {
    const four = within(byteAt(bytes, at + 2), 0x81, 0xfe) && within(byteAt(bytes, at + 3), 0x30, 0x39);
    return four ? { bits: 24, bytes: 4 } : NONSENSE;
  }
  if (!(within(trail, 0x40, 0x7e) || within(trail, 0x80, 0xfe))) return NONSENSE;
  if (trail < 0xa1 || lead < 0xa1) return { bits: 19, bytes: 2 };
  if (within(lead, 0xa1, 0xa9)) return { bits: 11, bytes: 2 };
  return { bits: within(lead, 0xb0, 0xd7) ? 12 : 17, bytes: 2 };
}

/** UTF-8 in which something broke. */
function utf8Step(bytes: Uint8Array, at: number): Step {
  const lead = byteAt(bytes, at);
  const length = within(lead, 0xc2, 0xdf)
    ? 2
    : within(lead, 0xe0, 0xef)
      ? 3
      : within(lead, 0xf0, 0xf4)
        ? 4
        : 0;
  if (length === 0) return NONSENSE;
  for (let next = 1; next < length; next++) {
    if (!within(byteAt(bytes, at + next), 0x80, 0xbf)) return NONSENSE;
  }
  return { bits: 10, bytes: length };
}

/** Letters with accents stand alone among plain ones; smart quotes and opening marks are common too. */
function windowsStep(bytes: Uint8Array, at: number): Step {
  const byte = byteAt(bytes, at);
  if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) return NONSENSE;
  const alone = at === 0 || byteAt(bytes, at - 1) < 0x80;
  if (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) return { bits: alone ? 5 : 9, bytes: 1 };
  if ([0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa1, 0xa9, 0xae, 0xbf].includes(byte))
    return { bits: 6, bytes: 1 };
  return { bits: 9, bytes: 1 };
}

/** 0 behind the end, which no step takes for the second half of a character. */
function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

function within(byte: number, first: number, last: number): boolean {
  return byte >= first && byte <= last;
}
