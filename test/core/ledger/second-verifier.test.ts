import { describe, expect, it } from 'vitest';
import { askFirst, askSecond, hasPython, type Job } from './second.ts';
import { tellStory } from './story.ts';

describe.runIf(hasPython)('a second verifier, in Python and openssl, says the same', () => {
  it('of good bundles', () => {
    const { ledger, receipts } = tellStory();
    const older = receipts.map(({ bytes }, index) => ({ name: `receipt-${index}`, bytes }));
    const jobs: Job[] = [
      { folder: ledger.bundle('sheet/s_night'), key: ledger.key, older },
      { folder: ledger.bundle('sheet/s_other') },
      { folder: ledger.bundle('person/p_bo') },
      { folder: ledger.bundle('team') },
      { folder: ledger.whole(), older },
      { folder: ledger.whole(7), older },
    ];
    const said = jobs.map(askFirst);
    expect(askSecond(jobs)).toEqual(said);
    expect(said.map(({ verdict }) => verdict)).toEqual([
      'verified',
      'verified',
      'verified',
      'verified',
      'verified',
      'cannot say',
    ]);
  });
});
