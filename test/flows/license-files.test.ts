import { readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLicenseStory, PDF, PNG } from './license-story.ts';

const ADD = 'ana: /license add sample: "Rain Song" from: Cy Films';

it('gives a PDF and a picture back byte for byte, under their own names', async () => {
  const { idOf, hear, put, folder } = await openLicenseStory();
  const first = await idOf(`${ADD} +file "${put('Vertrag 2026.pdf', PDF)}"`);
  const second = await idOf(`${ADD} +file ${put('scan.png', PNG)}`);
  await hear(`ana: /license show ${first}`);
  await hear(`ana: /license show ${second}`);
  expect(readFileSync(join(folder, 'files', 'Vertrag 2026.pdf'))).toEqual(PDF);
  expect(readFileSync(join(folder, 'files', 'scan.png'))).toEqual(PNG);
});

it('says what it does not keep: a program, a page that runs, too much, nothing, and what is gone', async () => {
  const { tell, put } = await openLicenseStory();
  const program = put('contract.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]));
  const page = put('contract.html', Buffer.from('<html><script>alert(1)</script></html>'));
  const voice = put('yes.ogg', Buffer.concat([Buffer.from('OggS\0'), Buffer.alloc(200)]));
  const large = put('album.pdf', PDF);
  truncateSync(large, 200_000_000);
  const gone = put('gone.pdf', PDF);
  await tell(`
    › ${ADD} +file ${program}
    → ana
    ❌ contract.pdf is a Windows program, not a PDF. Nothing of it was kept. Attach the file that you mean.
    › ${ADD} +file ${page}
    → ana
    ❌ contract.html is a web page or drawing that can run things, and that is not kept here. …
    › ${ADD} +file ${voice}
    → ana
    ❌ yes.ogg is an Ogg recording, and that is not kept here. …
    › ${ADD} +file ${large}
    → ana
    ❌ album.pdf is larger than the 20 MB that are kept here. Nothing of it was kept. …
    › ${ADD} +file ${put('empty.pdf', Buffer.alloc(0))}
    → ana
    ❌ The file is empty. Check that it was saved, and attach it again.
    › ana: the paper +file ${gone}
    #1 ana
    › ana: /license list
    → ana
    There is no such license here
    Record one with /license add.
  `);
  rmSync(gone);
  await tell(`
    › bo: menu #1 Save as evidence
    The file …gone.pdf cannot be read: it is not there. Nothing was sent.
    › bo: /evidence notes
    → bo
    There is no such note here
    …
    › ana: /evidence save kind: verbal +file ${voice}
    → ana
    ✅ Kept as note n_…: a spoken yes
    …
  `);
});
