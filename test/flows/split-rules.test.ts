import { describe, it } from 'vitest';
import { openStory } from './story.ts';

/** A sheet of three, posted as #1 by Ana. */
const POSTED = `
  › ana: /split new title: "Night Bus" composition: @ana 1/2 composer; @bo 1/3 composer; @chen 1/6 lyricist
  …
  [3] Details
`;

async function openPosted() {
  const story = await openStory();
  await story.tell(POSTED);
  return story;
}

describe('rule 1: freeze, then ask', () => {
  it('shows the hash of one text, which says what each mark means, in the language of the team', async () => {
    const { tell } = await openStory();
    await tell(`
      › /splitproof settings language: zh-Hant for: team
      …
      › ana: /split new title: "Night Bus" composition: @ana 100% songwriter
      …
      按 ✅ 表示你就是表上的人，並同意第 1 版的內容；不同意請按 ❌，接著會請你說明原因。
      …
      內容雜湊 … · 拆分表 s_…
      …
      › ana: /split show
      → ana
      Night Bus, version 1
      • ana proposed it, …
      拆分表：Night Bus
      版本種類：原版 · 第 1 版
      …
      按 ✅ 表示你就是表上的人，並同意第 1 版的內容；不同意請按 ❌，接著會請你說明原因。
      …
      SHA-256 of the frozen text: …
      File saved: …-v1.txt
    `);
  });
});

describe('rule 2: exact totals', () => {
  it('refuses what is off, by how much, with whose share it would add up, and posts nothing', async () => {
    const { tell } = await openStory();
    await tell(`
      › ana: /split new title: Rain composition: @ana 1/2 composer; @bo 1/4 composer; @chen 1/6 lyricist
      → ana
      ❌ Composition adds up to 11/12, not 1: 1/12 (8.33 %) is missing. Now it has ana 1/2, bo 1/4 and chen 1/6. It adds up with one of these: ana 7/12, bo 1/3 and chen 1/4. Change a line and send again; nothing has been posted.
      › ana: /split new title: Rain composition: @ana 33.33% composer; @bo 33.33% composer; @chen 33.33% lyricist
      → ana
      ❌ Composition adds up to 9999/10000, not 1: 1/10000 (0.01 %) is missing. …
      › ana: /split list
      → ana
      No split sheet here
      Begin one with /split new.
    `);
  });

  it('prints a rounded percent only beside its fraction', async () => {
    const { tell } = await openStory();
    await tell(`
      › ana: /split new title: Rain composition: @ana 33.34% composer; @bo 1/3 composer; @chen 4999/15000 lyricist
      …
      ▇▇▇ ana 33.34 % · composer
      ▇▇▇ bo 1/3 (33.33 %) · composer
      ▇▇▇ chen 4999/15000 (33.33 %) · lyricist
      …
    `);
  });
});

describe('rule 3: named people only', () => {
  it('tells a bystander once, aside, and counts nothing', async () => {
    const { tell } = await openPosted();
    await tell(`
      › dee: +✅ #1
      → dee
      Your mark on Night Bus does not count: the sheet names ana, bo and chen. If you should be on it, tell ana.
      › dee: +👍 #1
      › dee: -✅ #1
      › dee: press Approve #1
      → dee
      ❌ You are not on Night Bus: the sheet names ana, bo and chen.
      › bo: /split status
      …
      ⏳ 0 of 3 agreed · …
      …
    `);
  });
});

describe('rule 4: the proposer marks too', () => {
  it('waits for the proposer like for everyone', async () => {
    const { tell } = await openPosted();
    await tell(`
      › bo: +✅ #1
      …
      › chen: +✅ #1
      #1 Splitproof
      ⏳ 2 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
      ✅ Agreed (…): @bo, @chen
      ⏳ Not answered yet: @ana
      &
      ≠ …agreed by all 3…
      › ana: +✅ #1
      ✅ Night Bus, version 1: agreed by all 3, Thu 26 Nov, 20:00 Taipei
      & 
    `);
  });
});

describe('rule 5: silence is never yes', () => {
  it('asks again on days 2, 5 and 10, then lapses, and nobody’s share has moved', async () => {
    const { tell } = await openPosted();
    await tell(`
      › ana: +✅ #1
      …
      › bo: +✅ #1
      …
      › clock +2d
      The clock now says Saturday, 28 November 2026, 20:00.
      #1 Splitproof
      ✅ Agreed (seen and read back): @ana, @bo
      → chen
      ⏳ Night Bus waits for you: version 1, open until Thu 10 Dec, 20:00 Taipei
      Composition
      ▇▇▇▇▇ ana 1/2 · composer
      …
      Approve confirms that you are the person named and agree to version 1 as written. Press it here, or react on the message in the channel; a reaction on this message does not count. Silence is not taken for a yes.
      …
      [1] Approve
      …
      › clock +3d
      …
      → chen
      ⏳ Night Bus waits for you: …
      …
      › clock +5d
      …
      → chen
      ⏳ Night Bus waits for you: …
      …
      › clock +4d
      → ana
      ❌ Version 1 of Night Bus has lapsed: not everyone agreed in time
      Nobody’s share has moved. Ask again, with or without changes.
      [1] Ask again…
      &
      #1 Splitproof
      ❌ Lapsed on Thu 10 Dec, 20:00 Taipei: not everyone had agreed. Nobody’s share has moved.
      [1] Details
      › chen: +✅ #1
      → chen
      Your mark on version 1 of Night Bus does not count: it is no longer open.
      › ana: /split revise "Night Bus"
      → ana
      ✅ Version 2 of Night Bus goes to this channel; 3 parties are asked
      It says the same as the version before; everyone is asked again all the same.
      …
    `);
  });

  it('writes to nobody at night, and once after a time away', async () => {
    const { tell } = await openPosted();
    await tell(`
      › ana: +✅ #1
      …
      › bo: +✅ #1
      …
      › clock +59h
      The clock now says Sunday, 29 November 2026, 07:00.
      #1 Splitproof
      ✅ Agreed (seen and read back): @ana, @bo
      › clock +2h
      The clock now says Sunday, 29 November 2026, 09:00.
      → chen
      ⏳ Night Bus waits for you: …
      …
      › clock +8d
      The clock now says Monday, 7 December 2026, 09:00.
      → chen
      ⏳ Night Bus waits for you: version 1, open until Thu 10 Dec, 20:00 Taipei
      Composition
      ▇▇▇▇▇ ana 1/2 · composer
      ▇▇▇ bo 1/3 (33.33 %) · composer
      ▇▇ chen 1/6 (16.67 %) · lyricist
      Approve confirms that you are the person named and agree to version 1 as written. Press it here, or react on the message in the channel; a reaction on this message does not count. Silence is not taken for a yes.
      Text hash … · sheet s_…
      [1] Approve
      [2] Dispute…
      [3] Details
    `);
  });
});

it('speaks to each in their own language, and to the room in that of the team', async () => {
  const { tell } = await openStory();
  await tell(`
    › chen: /splitproof settings language: zh-Hant
    …
    ${POSTED}
    › chen: +❌ #1
    #1 Splitproof
    ⚠️ 0 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
    ❌ Disputed by: @chen
    &
    → chen
    ⏳ 你對 Night Bus 第 1 版有異議。原因是什麼？
    &
    → chen
    收據：你對 Night Bus 第 1 版提出異議
    &
    → ana
    ❌ chen disputes version 1 of Night Bus
    › chen: -❌ #1
    …
    › clock +2d
    → chen
    ⏳ Night Bus 等你回覆：第 1 版，12 月 10 日（四）20:00（台北時間）截止
    詞曲
    &
    → bo
    ⏳ Night Bus waits for you: version 1, open until Thu 10 Dec, 20:00 Taipei
    Composition
  `);
});

describe('rule 6: everyone or nothing', () => {
  it('shows how many agree, and calls it agreed when all do', async () => {
    const { tell } = await openPosted();
    await tell(`
      › ana: +✅ #1
      ⏳ 1 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
      &
      ≠ …agreed by…
      › bo: +✅ #1
      ⏳ 2 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
      &
      ≠ …agreed by…
      › bo: /split list
      → bo
      1 split sheet
      ⏳ Night Bus · version 1 · open · s_…
      › chen: +✅ #1
      ✅ Night Bus, version 1: agreed by all 3, Thu 26 Nov, 20:00 Taipei
      &
      › bo: /split list
      → bo
      1 split sheet
      ✅ Night Bus · version 1 · agreed · s_…
    `);
  });
});

describe('rule 7: any change is a new version', () => {
  it('voids the marks of the old one and says in words what changed', async () => {
    const { tell } = await openPosted();
    await tell(`
      › ana: +✅ #1
      …
      › ana: /split revise "Night Bus" title: "Night Bus II" composition: @ana 1/2 composer; @bo 1/2 composer kind: live ai: partly samples: "Rain | Cy Ltd | no"
      ⚠️ Version 2 has taken its place. Marks on this one no longer count.
      &
      → ana
      ✅ Version 2 of Night Bus II goes to this channel; 2 parties are asked
      ⚠️ The sample Rain is not cleared. Clear it before the release.
      See where it stands with /split status "Night Bus II".
      &
      #2 Splitproof
      Night Bus II · live · version 2
      Composition
      ▇▇▇▇▇ ana 1/2 · composer
      ▇▇▇▇▇ bo 1/2 · composer
      Samples: Rain, owned by Cy Ltd (not cleared)
      AI use: partly
      …
      ⏳ 0 of 2 agreed · open until Thu 10 Dec, 20:00 Taipei
      …
      Changed since version 1: title: Night Bus → Night Bus II · version kind: original → live · chen is no longer on it · chen: Composition 1/6 (16.67 %) → nothing · bo: Composition 1/3 (33.33 %) → 1/2 · samples: none → Rain, owned by Cy Ltd (not cleared) · AI use: none → partly
      › bo: +✅ #1
      → bo
      Your mark on version 1 of Night Bus does not count: version 2 has taken its place.
    `);
  });

  it('is not made over nothing', async () => {
    const { tell } = await openPosted();
    await tell(`
      › ana: +✅ #1
      …
      › ana: /split revise "Night Bus"
      → ana
      ⚠️ Nothing would change: version 1 of Night Bus says the same and still stands
      Change it in the form, or add what is different to the command.
      [1] Revise…
      › ana: /split status
      → ana
      …
      ✅ Agreed (…): @ana
      …
    `);
  });

  it('is for the proposer, an admin, and whoever is on the sheet', async () => {
    const { tell } = await openPosted();
    await tell(`
      › dee: /split revise "Night Bus" ai: partly
      → dee
      ❌ Only ana, who proposed it, or an admin may do that.
      › dee: /split cancel "Night Bus"
      → dee
      ❌ Only ana, who proposed it, or an admin may do that.
      › /split revise "Night Bus" ai: partly
      ✅ Version 2 of Night Bus goes to this channel; 3 parties are asked
      …
    `);
  });
});
