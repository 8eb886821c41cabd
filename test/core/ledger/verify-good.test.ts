import { expect, it } from 'vitest';
import { lines, verifyFolder } from './read-folder.ts';
import { tellStory } from './story.ts';

it('verifies the bundle of a sheet, and says how sure each approval is', () => {
  const { ledger, receipts } = tellStory();
  const folder = ledger.bundle('sheet/s_night');
  const report = verifyFolder(folder, {
    pinned: ledger.key,
    older: receipts.map(({ bytes }, index) => ({ name: `receipt ${index}`, bytes })),
  });
  expect([lines(report.failures), lines(report.gaps)]).toEqual([[], []]);
  expect(report).toMatchObject({
    verdict: 'verified',
    entries: folder.size && report.entries,
    size: ledger.size,
  });
  expect([...report.sheets()]).toEqual([
    { sheet: 's_night', version: 1, state: 'replaced', grades: { p_ana: 'live', p_bo: null, p_chen: null } },
    {
      sheet: 's_night',
      version: 2,
      state: 'completed',
      grades: { p_ana: 'confirmed', p_bo: 'live', p_chen: 'attested' },
    },
  ]);
});

it('verifies the whole ledger', () => {
  const { ledger, receipts } = tellStory();
  const report = verifyFolder(ledger.whole(), {
    older: receipts.map(({ bytes }, i) => ({ name: `${i}`, bytes })),
  });
  expect([lines(report.failures), lines(report.gaps)]).toEqual([[], []]);
  expect(report.verdict).toBe('verified');
});
