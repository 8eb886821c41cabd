import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLicenseStory, PDF, PNG } from './license-story.ts';

const PROGRAM = Buffer.concat([
  Buffer.from('MZ'),
  Buffer.alloc(62),
  Buffer.from('This program cannot be run'),
]);

describe('a message', () => {
  it('is kept once, with its author, time, words and files, and is no license', async () => {
    const { tell, put, failures } = await openLicenseStory();
    await tell(`
      › ana: yes, take the rain sample +file ${put('chat.png', PNG)}
      #1 ana
      › bo: menu #1 Save as evidence
      → bo
      ✅ Kept as note n_…: a message
      By: ana
      Written: 26 Nov 2026, 20:00 (Asia/Taipei)
      Text: yes, take the rain sample
      Files: chat.png, SHA-256 …
      This is a note and no license: it satisfies no check.
      For a license it has to be said, and signed: what it is about, who gives it, who gets it, where it holds, when it begins and ends, what may be done, whether it is exclusive, what is paid, its limits and the proof file.
      Ledger entry 3.
      Once there is a license: /license add …
      Education …
      [1] Say what it is about
      › dee: menu #1 save as evidence
      → dee
      Kept already, as note n_…, on 26 Nov 2026
      One in full, with its files: /evidence notes note: n_…
      › bo: press Say what it is about
      What is it about?
      …
      › sample Rain Song
      → bo
      ✅ Note n_… is about Rain Song now
      …
      Once there is a license: /license add sample: "Rain Song" …
      Education …
      › dee: /license check Rain Song territory: JP use: sampling
      → dee
      ⚠️ Cannot say whether sampling of Rain Song is covered (Japan; 26 Nov 2026)
      No license of it is recorded here.
      One note is kept about it (n_…). A note is no license and never satisfies a check.
      If there is a license that covers it: /license add sample: "Rain Song" …
      Education …
      › dee: /evidence notes about: Rain Song
      → dee
      1 note
      • 26 Nov 2026 · a message · Rain Song · ana · yes, take the rain sample · n_…
      One in full, with its files: /evidence notes note: n_…
      › dee: /evidence verify
      → dee
      ✅ The ledger holds: all 5 entries are as they were written
      …
    `);
    expect(failures).toEqual([]);
  });

  it('gives its files back byte for byte', async () => {
    const { idOf, tell, put, folder } = await openLicenseStory();
    await tell(`
      › ana: here is the paper +file ${put('deal.pdf', PDF)} +file ${put('chat.png', PNG)}
      #1 ana
    `);
    const id = await idOf('bo: menu #1 Save as evidence');
    await tell(`
      › bo: /evidence notes note: ${id}
      → bo
      Note ${id}: a message
      By: ana
      …
      Files: deal.pdf, SHA-256 … and chat.png, SHA-256 …
      Kept: 26 Nov 2026, 20:00 by bo
      …
      File saved: …deal.pdf
      File saved: …chat.png
    `);
    expect(readFileSync(join(folder, 'files', 'deal.pdf'))).toEqual(PDF);
    expect(readFileSync(join(folder, 'files', 'chat.png'))).toEqual(PNG);
  });

  it('is kept without the files that cannot be, each named; with nothing left, it is refused', async () => {
    const { tell, put } = await openLicenseStory();
    const program = put('contract.pdf', PROGRAM);
    await tell(`
      › ana: signed! +file ${program} +file ${put('empty.pdf', Buffer.alloc(0))} +file ${put('chat.png', PNG)}
      #1 ana
      › bo: menu #1 Save as evidence
      → bo
      ⚠️ Kept as note n_…, but 2 files of it could not be kept
      By: ana
      Written: …
      Text: signed!
      Files: chat.png, SHA-256 …
      ⚠️ contract.pdf is a Windows program, not a PDF. Nothing of it was kept. …
      ⚠️ empty.pdf: The file is empty. Check that it was saved, and attach it again.
      This is a note …
      …
      › ana: +file ${program}
      #2 ana
      › bo: menu #2 Save as evidence
      → bo
      ❌ contract.pdf is a Windows program, not a PDF. …
      › bo: /evidence notes
      → bo
      1 note
      …
    `);
  });
});

describe('/evidence save', () => {
  it('keeps what somebody typed or attached, and refuses what it cannot keep', async () => {
    const { tell, put } = await openLicenseStory();
    await tell(`
      › ana: /evidence save "sample by Cy Films, with thanks" kind: hearsay from: Cy Films said: 2026-11-03 about: sample Rain Song
      → ana
      ❌ kind must be one of these: a message / a credit line / a store’s receipt / a spoken yes / another kind of proof.
      › ana: /evidence save "sample by Cy Films, with thanks" kind: credit line from: Cy Films said: 2026-11-03 about: sample Rain Song
      → ana
      ✅ Kept as note n_…: a credit line, about Rain Song
      By: Cy Films
      Said on: 3 Nov 2026
      Text: sample by Cy Films, with thanks
      This is a note and no license: it satisfies no check.
      For a license it has to be said, and signed: who gives it, …
      …
      › ana: /evidence save said: yesterday text: she said yes
      → ana
      ❌ yesterday is no day that can be read. …
      › ana: /evidence save kind: verbal
      → ana
      ❌ There is nothing to keep: type text:, or attach a file.
      › ana: /evidence save +file ${put('contract.pdf', PROGRAM)}
      → ana
      ❌ contract.pdf is a Windows program, not a PDF. …
      › ana: /evidence notes note: n_7
      → ana
      ❌ There is no note n_7. /evidence notes shows those there are.
    `);
  });

  it('lists notes ten at a time', async () => {
    const { tell, hear } = await openLicenseStory();
    for (let number = 1; number <= 12; number += 1) {
      await hear(`ana: /evidence save "word ${number}" about: sample Rain Song`);
      await hear('clock +1m');
    }
    await tell(`
      › ana: /evidence notes about: Rain Song
      → ana
      Notes 1 to 10, newest first
      • 26 Nov 2026 · another kind of proof · Rain Song · word 12 · n_…
      …
      [1] More notes
      › ana: press More notes
      → ana
      Notes 11 to 12, newest first
      • … word 2 · n_…
      • … word 1 · n_…
      …
    `);
  });
});
