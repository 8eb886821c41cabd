import { describe, expect, it } from 'vitest';
import { detect } from './detect.ts';
import { askFirst, askSecond, hasPython } from './second.ts';
import { setScene, tamper } from './tamper.ts';

/** `npm run fuzz:ledger` does the same 100,000 times. */
const SLICE = 300;
const scenes = [1, 2, 3].map(setScene);
const changes = Array.from({ length: SLICE }, (_, round) => tamper(scenes[round % 3]!, 20_261_126 + round));

describe('evidence that was changed', () => {
  it('is noticed, whatever the change, by the bundle itself or by what people kept of it', () => {
    const missed = changes.filter((change) => detect(change) === 'missed').map(({ what }) => what);
    expect(missed).toEqual([]);
  }, 60_000);

  it('is of every kind', () => {
    expect(new Set(changes.map(({ kind }) => kind)).size).toBe(10);
  });

  it.runIf(hasPython)(
    'gets the same answer from the second verifier, with the same places',
    () => {
      const asked = changes
        .filter((_, round) => round % 3 === 0)
        .map(({ folder, older }) => ({
          folder,
          older: [...new Map(older.map((kept) => [kept.name, kept])).values()],
        }));
      expect(askSecond(asked)).toEqual(asked.map(askFirst));
    },
    60_000,
  );

  it('is not what a good bundle looks like', () => {
    for (const { folders, kept } of scenes) {
      for (const folder of [folders.sheet, folders.whole]) {
        expect(detect({ what: 'nothing', folder, older: kept })).toBe('missed');
      }
    }
  });
});
