import { expect, it } from 'vitest';
import { openStory } from './story.ts';

it('gets a split agreed by reaction: new, a dispute with its reason, revised, agreed, receipts', async () => {
  const { tell, failures } = await openStory();
  await tell(`
    › ana: /split new title: "Night Bus" composition: @ana 1/2 composer lyricist; @bo 25% composer; @chen 25% lyricist master: @ana 100% producer
    → ana
    ✅ Version 1 of Night Bus goes to this channel; 3 parties are asked
    See where it stands with /split status "Night Bus".
    #1 Splitproof
    Night Bus · original · version 1
    Composition
    ▇▇▇▇▇ ana 1/2 · composer, lyricist
    ▇▇▇ bo 1/4 · composer
    ▇▇▇ chen 1/4 · lyricist
    Master
    ▇▇▇▇▇▇▇▇▇▇ ana 1 · producer
    React ✅ to confirm that you are the person named and agree to version 1 as written. React ❌ if you do not; you will be asked why.
    ⏳ 0 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
    ⏳ Not answered yet: @ana, @bo, @chen
    Text hash … · sheet s_…
    [1] Approve
    [2] Dispute…
    [3] Details
    › ana: +✅ #1
    #1 Splitproof
    ⏳ 1 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
    ✅ Agreed (…): @ana
    ⏳ Not answered yet: @bo, @chen
    &
    → ana
    ✅ Receipt: you agreed to version 1 of Night Bus
    Entry: 6
    Leaf hash: …
    Head: 7 entries, root …
    Verifier key: splitproof/…
    Keep the files: the ledger cannot be rewritten without contradicting them.
    › bo: +👍🏽 #1
    #1 Splitproof
    ⏳ 2 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
    ✅ Agreed (…): @ana, @bo
    ⏳ Not answered yet: @chen
    &
    → bo
    ✅ Receipt: you agreed to version 1 of Night Bus
    › chen: +❌ #1
    #1 Splitproof
    ⚠️ 2 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
    ❌ Disputed by: @chen
    &
    → ana
    ❌ chen disputes version 1 of Night Bus
    Revise it, and everyone is asked again.
    [1] Revise…
    &
    → chen
    Receipt: you dispute version 1 of Night Bus
    &
    → chen
    ⏳ You dispute version 1 of Night Bus. Why?
    Say what is wrong, or propose a version of your own. The proposer, ana, has been told that you disagree.
    [1] Say why…
    [2] Propose my version…
    › chen: press Say why…
    Why do you dispute it?
    cancel closes the form.
    What is wrong?:
    One of: Author’s share / Authorship / Ownership
    › Author’s share
    In your own words:
    Several lines; an empty line ends it.
    › Bo wrote the bridge alone; mine is the chorus only.
    ›
    → chen
    ❌ You dispute version 1 of Night Bus
    Ledger entry 10. The receipt comes by direct message.
    [1] Take it back
    &
    → ana
    ❌ chen says why version 1 of Night Bus is wrong
    Author’s share: Bo wrote the bridge alone; mine is the chorus only.
    Revise it, and everyone is asked again.
    [1] Revise…
    › ana: /split revise "Night Bus" composition: @ana 1/2 composer lyricist; @bo 1/3 composer; @chen 1/6 lyricist
    → ana
    ✅ Version 2 of Night Bus goes to this channel; 3 parties are asked
    See where it stands with /split status "Night Bus".
    &
    #1 Splitproof
    ⚠️ Version 2 has taken its place. Marks on this one no longer count.
    [1] Details
    &
    #2 Splitproof
    Night Bus · original · version 2
    Composition
    ▇▇▇▇▇ ana 1/2 · composer, lyricist
    ▇▇▇ bo 1/3 (33.33 %) · composer
    ▇▇ chen 1/6 (16.67 %) · lyricist
    Master
    ▇▇▇▇▇▇▇▇▇▇ ana 1 · producer
    React ✅ to confirm that you are the person named and agree to version 2 as written. React ❌ if you do not; you will be asked why.
    ⏳ 0 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
    ⏳ Not answered yet: @ana, @bo, @chen
    Text hash … · sheet s_…
    Changed since version 1: bo: Composition 1/4 → 1/3 (33.33 %) · chen: Composition 1/4 → 1/6 (16.67 %)
    › chen: +✅ #2
    #2 Splitproof
    ⏳ 1 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
    ✅ Agreed (…): @chen
    ⏳ Not answered yet: @ana, @bo
    &
    → chen
    ✅ Receipt: you agreed to version 2 of Night Bus
    › bo: press Approve #2
    → bo
    ✅ You agreed to version 2 of Night Bus
    Ledger entry 14. The receipt comes by direct message.
    [1] Take it back
    &
    #2 Splitproof
    ⏳ 2 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
    ✅ Agreed (…): @bo, @chen
    ⏳ Not answered yet: @ana
    › ana: +✅ #2
    #3 Splitproof
    ✅ Night Bus, version 2: agreed by all 3, Thu 26 Nov, 20:00 Taipei
    Ledger entry 16 · size 17 · head …
    Receipts go out by direct message; whoever gets none finds it with /evidence show …
    Verifier key …
    [1] Details
    &
    #2 Splitproof
    ✅ Agreed by everyone. This version rules.
    ✅ Agreed (seen live): @ana, @bo, @chen
    [1] Details
    &
    → ana
    ✅ Receipt: version 2 of Night Bus is agreed by everyone
    Entry: 16
    &
    → bo
    ✅ Receipt: version 2 of Night Bus is agreed by everyone
    Entry: 16
    &
    → chen
    ✅ Receipt: version 2 of Night Bus is agreed by everyone
    Entry: 16
    › bo: /split show
    → bo
    Night Bus, version 2
    • ana proposed it, 26 Nov 2026, 20:00
    • chen agreed, 26 Nov 2026, 20:00 · seen live · entry 13
    • bo agreed, 26 Nov 2026, 20:00 · seen live · entry 14
    • ana agreed, 26 Nov 2026, 20:00 · seen live · entry 15
    ✅ Agreed by everyone, 26 Nov 2026, 20:00 · entry 16
    Split sheet: Night Bus
    Version kind: original · version 2
    Composition
    ana: 1/2 (50 %) · composer and lyricist
    bo: 1/3 (33.33 %) · composer
    chen: 1/6 (16.67 %) · lyricist
    Master
    ana: 1 (100 %) · producer
    Samples: none
    AI use: none
    React ✅ to confirm that you are the person named and agree to version 2 as written. React ❌ if you do not; you will be asked why.
    This is a record of what people agreed, not legal advice.
    SHA-256 of the frozen text: …
    Changed since version 1: bo: Composition 1/4 → 1/3 (33.33 %) · chen: Composition 1/4 → 1/6 (16.67 %)
    File saved: …
  `);
  expect(failures).toEqual([]);
});

it('用表情談定拆分：提案、有人異議並說明原因、修改、全員同意、收據', async () => {
  const { tell, failures } = await openStory({ localeTag: 'zh-TW' });
  await tell(`
    › ana: /split new 曲名：夜車 詞曲：@ana 1/2 作曲、作詞；@bo 25% 作曲；@chen 25% 作詞 母帶：@ana 100% 製作人
    → ana
    ✅ 夜車 第 1 版會貼在這個頻道，徵詢 3 人
    用 /split status "夜車" 查看進度。
    #1 Splitproof
    夜車 · 原版 · 第 1 版
    詞曲
    ▇▇▇▇▇ ana 1/2 · 作曲、作詞
    ▇▇▇ bo 1/4 · 作曲
    ▇▇▇ chen 1/4 · 作詞
    母帶
    ▇▇▇▇▇▇▇▇▇▇ ana 1 · 製作人
    按 ✅ 表示你就是表上的人，並同意第 1 版的內容；不同意請按 ❌，接著會請你說明原因。
    ⏳ 3 人中已有 0 人同意 · 12 月 10 日（四）20:00（台北時間）截止
    ⏳ 尚未回覆：@ana、@bo、@chen
    內容雜湊 … · 拆分表 s_…
    [1] 同意
    [2] 提出異議…
    [3] 詳細內容
    › ana: +✅ #1
    #1 Splitproof
    ⏳ 3 人中已有 1 人同意 · 12 月 10 日（四）20:00（台北時間）截止
    ✅ 已同意（…）：@ana
    ⏳ 尚未回覆：@bo、@chen
    &
    → ana
    ✅ 收據：你同意 夜車 第 1 版
    編號：6
    葉雜湊：…
    最新狀態：7 筆，樹根 …
    驗證金鑰：splitproof/…
    請保留這些檔案：紀錄簿只要被改寫，就會和它們矛盾。
    › chen: +❌ #1
    #1 Splitproof
    ⚠️ 3 人中已有 1 人同意 · 12 月 10 日（四）20:00（台北時間）截止
    ❌ 有異議：@chen
    ⏳ 尚未回覆：@bo
    &
    → ana
    ❌ chen 對 夜車 第 1 版提出異議
    修改後會重新徵詢每個人。
    [1] 修改…
    &
    → chen
    ⏳ 你對 夜車 第 1 版有異議。原因是什麼？
    請說明哪裡不對，或提出你的版本。已經告訴提案人 ana 你不同意。
    [1] 說明原因…
    [2] 提出我的版本…
    › chen: press 說明原因…
    為什麼有異議？
    輸入 cancel 關閉表單。
    哪裡不對？：
    可選：作者比例 / 作者身分 / 所有權
    › 作者比例
    用你自己的話：
    可以輸入好幾行，空白行表示結束。
    › 橋段是 bo 一個人寫的。
    ›
    → chen
    ❌ 你對 夜車 第 1 版提出異議
    紀錄簿第 9 筆，收據會以私訊送出。
    [1] 收回
    &
    → ana
    ❌ chen 說明 夜車 第 1 版哪裡不對
    作者比例：橋段是 bo 一個人寫的。
    修改後會重新徵詢每個人。
    [1] 修改…
    › ana: press 修改…
    修改拆分表
    輸入 cancel 關閉表單。
    曲名（可以留空）：
    目前是：夜車。直接按 Enter 就保留。
    ›
    詞曲（歌詞與音樂）（可以留空）：
    一行一個人；填「無」就整層拿掉
    可以輸入好幾行，空白行表示結束。
    目前是："ana" 1/2 作曲、作詞
    "bo" 1/4 作曲
    "chen" 1/4 作詞。直接按 Enter 就保留。
    › @ana 1/2 作曲、作詞
    › @bo 1/3 作曲
    › @chen 1/6 作詞
    ›
    母帶（錄音）（可以留空）：
    …
    目前是："ana" 100% 製作人。直接按 Enter 就保留。
    ›
    表演者（鄰接權）（可以留空）：
    …
    ›
    版本種類（可以留空）：
    …
    目前是：原版。直接按 Enter 就保留。
    ›
    取樣（可以留空）：
    …
    目前是：無。直接按 Enter 就保留。
    ›
    AI 使用（可以留空）：
    …
    目前是：無。直接按 Enter 就保留。
    ›
    → ana
    ✅ 夜車 第 2 版會貼在這個頻道，徵詢 3 人
    用 /split status "夜車" 查看進度。
    &
    #1 Splitproof
    ⚠️ 已由第 2 版取代。在這一版上的表示不再列入計算。
    [1] 詳細內容
    &
    #2 Splitproof
    夜車 · 原版 · 第 2 版
    詞曲
    ▇▇▇▇▇ ana 1/2 · 作曲、作詞
    ▇▇▇ bo 1/3（33.33%） · 作曲
    ▇▇ chen 1/6（16.67%） · 作詞
    …
    與第 1 版相比：bo：詞曲 1/4 → 1/3（33.33%） · chen：詞曲 1/4 → 1/6（16.67%）
    › ana: +✅ #2
    …
    › bo: +✅ #2
    …
    › chen: +👍🏿 #2
    #3 Splitproof
    ✅ 夜車 第 2 版：3 人全部同意，11 月 26 日（四）20:00（台北時間）
    紀錄簿第 15 筆 · 共 16 筆 · 樹根 …
    收據會以私訊送出；沒收到的人可以用 /evidence show …
    驗證金鑰 …
    [1] 詳細內容
    &
    #2 Splitproof
    ✅ 全員同意，以這一版為準。
    &
    → ana
    ✅ 收據：夜車 第 2 版全員同意
    &
    → chen
    ✅ 收據：夜車 第 2 版全員同意
    › bo: /split show
    → bo
    夜車 第 2 版
    • ana 提案，2026 年 11 月 26 日 20:00
    • ana 同意，2026 年 11 月 26 日 20:00 · 即時看到 · 第 12 筆
    • bo 同意，2026 年 11 月 26 日 20:00 · 即時看到 · 第 13 筆
    • chen 同意，2026 年 11 月 26 日 20:00 · 即時看到 · 第 14 筆
    ✅ 全員同意，2026 年 11 月 26 日 20:00 · 第 15 筆
    拆分表：夜車
    版本種類：原版 · 第 2 版
    詞曲
    ana：1/2（50%） · 作曲、作詞
    …
    凍結內容的 SHA-256：…
    與第 1 版相比：bo：詞曲 1/4 → 1/3（33.33%） · chen：詞曲 1/4 → 1/6（16.67%）
    檔案已存到 …
  `);
  expect(failures).toEqual([]);
});
