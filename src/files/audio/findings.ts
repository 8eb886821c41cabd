import { LIMITS } from '../limits.ts';

/** Where in an audio file a code stands, as people who tag files call it. */
export type AudioPlace =
  | 'ID3 TSRC'
  | 'ID3 TXXX:ISRC'
  | 'Vorbis comment ISRC'
  | 'BWF axml'
  | 'iTunes ISRC'
  | 'iTunes xid';

/** The text of a tag as it was found; whether it is a code is for the checker to say. */
export type AudioCode = { readonly text: string; readonly place: AudioPlace };

export type AudioFindings = {
  /** Each text once per place, in the order of the file. */
  readonly codes: readonly AudioCode[];
  /** The places that files of this kind were searched in. */
  readonly searched: readonly AudioPlace[];
  /**
   * What the RIFF INFO field `ISRC` holds. That name means "source", the supplier of the material; people put codes
   * there by mistake, and players do not look for them there.
   */
  readonly sourceField: string | null;
  /** The file ends in the middle of something or is built wrongly, so that a code may have been missed. */
  readonly incomplete: boolean;
  /** As the file itself says it; null where it does not, as in an MP3, whose frames have to be counted. */
  readonly durationMs: number | null;
};

/** Thrown inside a walk that would not end in reasonable time; never leaves `readAudioCodes`. */
export class TooMuch extends Error {}

/** Gathers what the walks through a file come upon. */
export class Gathering {
  readonly codes: AudioCode[] = [];
  sourceField: string | null = null;
  incomplete = false;
  durationMs: number | null = null;
  #parts = 0;

  /** @param text one code, or several with `/`, `;`, a comma or NUL between them, as ID3 taggers write them */
  add(text: string, place: AudioPlace): void {
    for (const piece of text.split(/[\0/;,]/)) {
      const trimmed = piece.trim();
      if (trimmed === '' || this.codes.some((code) => code.text === trimmed && code.place === place))
        continue;
      if (this.codes.length === LIMITS.audioCodes) throw new TooMuch();
      this.codes.push({ text: trimmed, place });
    }
  }

  /** @param units that pass at `perSecond`; nothing, or more than a number holds exactly, is no duration */
  lasts(units: number, perSecond: number): void {
    const ms = Math.round((units * 1000) / perSecond);
    if (units > 0 && perSecond > 0 && Number.isSafeInteger(ms)) this.durationMs = ms;
  }

  /** Called for every frame, comment, chunk and atom, so that a file made of millions of them ends the walk. */
  part(): void {
    this.#parts++;
    if (this.#parts > LIMITS.tagParts) throw new TooMuch();
  }
}
