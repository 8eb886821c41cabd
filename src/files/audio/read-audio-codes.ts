import type { ByteReader } from '../byte-reader.ts';
import type { AudioKind } from '../sniff.ts';
import { type AudioFindings, type AudioPlace, Gathering, TooMuch } from './findings.ts';
import { readFlac } from './flac.ts';
import { readId3 } from './id3.ts';
import { readAiff, readWav } from './iff.ts';
import { readMp4 } from './mp4.ts';
import type { Bytes } from './region.ts';

const ID3: readonly AudioPlace[] = ['ID3 TSRC', 'ID3 TXXX:ISRC'];

const WALKS: Readonly<Record<AudioKind, (file: Bytes, gathering: Gathering) => Promise<void>>> = {
  mp3: readId3,
  flac: readFlac,
  wav: readWav,
  aiff: readAiff,
  m4a: readMp4,
};

const PLACES: Readonly<Record<AudioKind, readonly AudioPlace[]>> = {
  mp3: ID3,
  flac: ['Vorbis comment ISRC'],
  wav: ['BWF axml', ...ID3],
  aiff: ID3,
  m4a: ['iTunes ISRC', 'iTunes xid'],
};

/**
 * The recording codes that an audio file carries in its tags, and where. Only tags are read, a megabyte of them at
 * the most; sound and covers are passed over as they arrive, and an MP3 or a FLAC is left where its tags end.
 *
 * A broken or malicious file gives what could be read and `incomplete`, never an error.
 *
 * @param kind as `sniff` saw it, never as the name of the file says
 * @throws UserError `file.too-large` where more bytes come than the reader allows
 */
export async function readAudioCodes(reader: ByteReader, kind: AudioKind): Promise<AudioFindings> {
  const gathering = new Gathering();
  let searched = PLACES[kind];
  try {
    await WALKS[kind](reader, gathering);
    // Some taggers put an ID3 tag in front of a FLAC, so that it is taken for an MP3 by its first bytes.
    if (kind === 'mp3' && Buffer.from(await reader.peek(4)).toString('latin1') === 'fLaC') {
      searched = [...searched, ...PLACES.flac];
      await readFlac(reader, gathering);
    }
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    gathering.incomplete = true;
  }
  const { codes, sourceField, incomplete, durationMs } = gathering;
  return { codes, searched, sourceField, incomplete, durationMs };
}
