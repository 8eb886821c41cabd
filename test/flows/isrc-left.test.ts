import { describe, it } from 'vitest';
import { openStudio } from './studio.ts';

describe('what a prefix has left', () => {
  it('counts and names as next only what others have not used', async () => {
    const { tell, add } = await openStudio();
    for (const title of ['Harbor', 'Rain', 'Storm']) await add({ title });
    await tell(`
      › /isrc register Harbor QZ-ABC-26-00001 source: the old list
      …
      › /isrc register Rain QZ-ABC-26-00009 source: the old list
      …
      › /isrc prefix add QZ-ABC 1-3
      ✅ QZ-ABC is ready: codes can be given from it
      Range: 00001–00003
      Next in line: QZ-ABC-26-00002
      Left: 2 in 2026
      …
      › /isrc assign Storm
      ✅ Storm · Ana has the ISRC QZ-ABC-26-00002
      Given: …
      From: QZ-ABC, 1 left in 2026
      …
      › /isrc prefix
      The ISRC prefix of this team
      • QZ-ABC · 2026: 1 given · 1 left · next QZ-ABC-26-00003
    `);
  });

  it('gives all that are asked for or none, and says how many it has', async () => {
    const { tell, add } = await openStudio();
    for (const title of ['Harbor', 'Rain', 'Storm']) await add({ title });
    await tell(`
      › /isrc prefix add QZ-ABC 1-2
      …
      › /isrc assign ;
      ❌ recording is missing. …
      › /isrc assign Harbor; Rain; Storm
      ❌ QZ-ABC has only 2 left and 3 are asked for, so no code is given. …
      › /isrc assign Harbor; Rain
      ✅ 2 ISRCs given
      …
      › /isrc assign Storm
      ❌ All designations of QZ-ABC that are authorized are used for 2026. …
    `);
  });
});
