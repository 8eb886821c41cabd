import { expect } from 'vitest';

/** What stands in the fields of a form, by field. */
export type Stood = Readonly<Record<string, string>>;

/** A channel on some platform with three people who share a song, and one who looks on. */
export type SplitStage<User, Shown> = {
  readonly people: Readonly<Record<'ana' | 'bo' | 'chen' | 'dee', User>>;
  readonly language: 'en' | 'zh-Hant';
  /** What they are called on sheets. */
  nameOf(user: User): string;
  /** Somebody as they are named in a share line. */
  mention(user: User): string;
  /** `/split new`, typed. */
  propose(by: User, sheet: Readonly<Record<'title' | 'composition' | 'master', string>>): Promise<unknown>;
  /** The first post in the channel, direct message, or private answer that says this. */
  posted(pattern: RegExp): Promise<Shown>;
  told(user: User, pattern: RegExp): Promise<Shown>;
  answered(user: User, pattern: RegExp): Promise<Shown>;
  read(shown: Shown): string;
  /** Resolves when a message reads so. */
  shows(shown: Shown, pattern: RegExp): Promise<unknown>;
  react(user: User, shown: Shown, emoji: string): void;
  press(user: User, shown: Shown, button: string): Promise<unknown>;
  /** Press a button, and send in the form it opens: what stood in each field goes in, what is to stand there comes out. */
  fill(
    user: User,
    shown: Shown,
    button: string,
    change: (stood: Stood) => Stood | Promise<Stood>,
  ): Promise<unknown>;
  /** All files that somebody got alone. */
  filesOf(user: User): readonly { readonly name: string; readonly text: string }[];
  until(what: string, check: () => boolean): Promise<unknown>;
};

const WORDS = {
  en: {
    title: 'Night Bus',
    roles: ['composer lyricist', 'composer', 'lyricist'],
    producer: 'producer',
    separator: '; ',
    sheet: (version: number) => new RegExp(`^Night Bus · original · version ${version}\\n`),
    lines: [
      /1\/2 · composer, lyricist$/m,
      /1\/3 \(33\.33 %\) · composer$/m,
      /1\/6 \(16\.67 %\) · lyricist$/m,
    ],
    asked: /^✅ Version 1 of Night Bus goes to this channel; 3 parties are asked/,
    count: (count: number) => new RegExp(`^\\S+ ${count} of 3 agreed · open until `, 'm'),
    disputed: (name: string) => new RegExp(`^❌ ${name} disputes version 1 of Night Bus`),
    isDisputed: /^❌ Disputed by: /m,
    why: /^⏳ You dispute version 1 of Night Bus\. Why\?/,
    sayWhy: 'Say why…',
    youDispute: /^❌ You dispute version 1 of Night Bus/,
    again: /Change it|Why do you dispute it/,
    reason: 'I wrote the second verse as well',
    because:
      /^❌ .* says why version 1 of Night Bus is wrong\nAuthor’s share: I wrote the second verse as well$/m,
    revise: 'Revise…',
    there: /^✅ Version 2 of Night Bus goes to where the sheet stands; 3 parties are asked/,
    changed: /^Changed since version 1: .*1\/2 → 1\/3 \(33\.33 %\)/m,
    replaced: /^⚠️ Version 2 has taken its place\. Marks on this one no longer count\.$/m,
    approve: 'Approve',
    approved: /^✅ You agreed to version 2 of Night Bus/,
    details: 'Details',
    history: /^Night Bus, version 2\n(.*\n)*.* proposed it, /,
    agreed: /^✅ Night Bus, version 2: agreed by all 3, /,
    head: /^Ledger entry \d+ · size \d+ · head [0-9a-f]{64}$/m,
    rules: /^✅ Agreed by everyone\. This version rules\.$/m,
    receipt: /^✅ Receipt: you agreed to version 2 of Night Bus\nEntry: (\d+)\nLeaf hash: [0-9a-f]{64}\n/,
    complete: /^✅ Receipt: version 2 of Night Bus is agreed by everyone\nEntry: (\d+)\n/,
    frozen: /^Split sheet: Night Bus\nVersion kind: original · version 2\n/,
    bystander: /^Your mark on Night Bus does not count: the sheet names .* If you should be on it, tell /,
  },
  'zh-Hant': {
    title: '夜車',
    roles: ['作曲、作詞', '作曲', '作詞'],
    producer: '製作人',
    separator: '；',
    sheet: (version: number) => new RegExp(`^夜車 · 原版 · 第 ${version} 版\\n`),
    lines: [/1\/2 · 作曲、作詞$/m, /1\/3（33\.33%） · 作曲$/m, /1\/6（16\.67%） · 作詞$/m],
    asked: /^✅ 夜車 第 1 版會貼在這個頻道，徵詢 3 人/,
    count: (count: number) => new RegExp(`^\\S+ 3 人中已有 ${count} 人同意 · .*截止$`, 'm'),
    disputed: (name: string) => new RegExp(`^❌ ${name} 對 夜車 第 1 版提出異議`),
    isDisputed: /^❌ 有異議：/m,
    why: /^⏳ 你對 夜車 第 1 版有異議。原因是什麼？/,
    sayWhy: '說明原因…',
    youDispute: /^❌ 你對 夜車 第 1 版提出異議/,
    again: /修改|為什麼有異議/,
    reason: '第二段歌詞也是我寫的',
    because: /^❌ .* 說明 夜車 第 1 版哪裡不對\n作者比例：第二段歌詞也是我寫的$/m,
    revise: '修改…',
    there: /^✅ 夜車 第 2 版會貼在拆分表原本的位置，徵詢 3 人/,
    changed: /^與第 1 版相比：.*1\/2 → 1\/3（33\.33%）/m,
    replaced: /^⚠️ 已由第 2 版取代。在這一版上的表示不再列入計算。$/m,
    approve: '同意',
    approved: /^✅ 你同意了 夜車 第 2 版/,
    details: '詳細內容',
    history: /^夜車 第 2 版\n(.*\n)*.* 提案，/,
    agreed: /^✅ 夜車 第 2 版：3 人全部同意，/,
    head: /^紀錄簿第 \d+ 筆 · 共 \d+ 筆 · 樹根 [0-9a-f]{64}$/m,
    rules: /^✅ 全員同意，以這一版為準。$/m,
    receipt: /^✅ 收據：你同意 夜車 第 2 版\n編號：(\d+)\n葉雜湊：[0-9a-f]{64}\n/,
    complete: /^✅ 收據：夜車 第 2 版全員同意\n編號：(\d+)\n/,
    frozen: /^拆分表：夜車\n版本種類：原版 · 第 2 版\n/,
    bystander: /^你在 夜車 按的表情不列入計算：拆分表上的人是 .*如果應該有你，請告訴 /,
  },
} as const;

/** Looks on while the story is told: what `user` sees at that moment; without `shown`, a form. */
export type Watch<User, Shown> = (moment: Moment, user: User, shown?: Shown) => Promise<void>;

export type Moment =
  | 'open'
  | 'disputed'
  | 'why'
  | 'dispute-form'
  | 'notice'
  | 'revise-form'
  | 'revised'
  | 'agreed'
  | 'completion'
  | 'receipt'
  | 'history';

/** new → ✅ ✅ ❌ with a reason → revise → all ✅ → agreed, with receipts. */
export async function tellSplitStory<User, Shown>(
  stage: SplitStage<User, Shown>,
  watch: Watch<User, Shown> = async () => {},
): Promise<void> {
  const { people, nameOf, mention } = stage;
  const { ana, bo, chen, dee } = people;
  const words = WORDS[stage.language];

  // Ana proposes, naming people by mention.
  const shares = ['1/2', '1/3', '1/6'];
  const lines = [ana, bo, chen].map((user, at) => `${mention(user)} ${shares[at]} ${words.roles[at]}`);
  const composition = lines.join(words.separator);
  await stage.propose(ana, {
    title: words.title,
    composition,
    master: `${mention(ana)} 100% ${words.producer}`,
  });
  await stage.answered(ana, words.asked);
  const first = await stage.posted(words.sheet(1));
  for (const line of words.lines) expect(stage.read(first)).toMatch(line);
  expect(stage.read(first)).toMatch(words.count(0));
  await watch('open', ana, first);

  // Two agree, in whatever skin tone; one does not, and is asked why.
  stage.react(ana, first, '✅');
  stage.react(bo, first, '👍🏽');
  stage.react(chen, first, '❌');
  await stage.shows(first, words.count(2));
  await stage.shows(first, words.isDisputed);
  await watch('disputed', bo, first);
  await stage.told(ana, words.disputed(nameOf(chen)));
  const question = await stage.told(chen, words.why);
  await watch('why', chen, question);
  await stage.fill(chen, question, words.sayWhy, async () => {
    await watch('dispute-form', chen);
    return { kind: 'author-share', reason: words.reason };
  });

  const taken = await stage.answered(chen, words.youDispute);
  expect(stage.read(taken)).not.toMatch(words.again);

  // Ana hears the reason, and revises in the form that has everything in it already.
  const notice = await stage.told(ana, words.because);
  await watch('notice', ana, notice);
  await stage.fill(ana, notice, words.revise, async (stood) => {
    await watch('revise-form', ana);
    const { composition } = stood;
    // A form may come in pages, and the shares stand on one of them.
    if (composition === undefined) return stood;
    expect(composition.split('\n')).toHaveLength(3);
    return { ...stood, composition: composition.replace('1/2', '1/3').replace('1/6', '1/3') };
  });
  await stage.answered(ana, words.there);
  const second = await stage.posted(words.sheet(2));
  expect(stage.read(second)).toMatch(words.changed);
  await stage.shows(first, words.replaced);
  await watch('revised', ana, second);

  // Everyone agrees: one by the button, two by emoji.
  await stage.press(ana, second, words.approve);
  await stage.answered(ana, words.approved);
  stage.react(bo, second, '👍🏿');
  stage.react(chen, second, '✅');
  const agreed = await stage.posted(words.agreed);
  expect(stage.read(agreed)).toMatch(words.head);
  await stage.shows(second, words.rules);
  await watch('agreed', ana, second);
  await watch('completion', ana, agreed);
  await stage.press(chen, second, words.details);
  await watch('history', chen, await stage.answered(chen, words.history));

  // Everyone has it in their hands.
  for (const party of [ana, bo, chen]) {
    const [, mark] = words.receipt.exec(stage.read(await stage.told(party, words.receipt))) ?? [];
    const [, end] = words.complete.exec(stage.read(await stage.told(party, words.complete))) ?? [];
    const text = /^s_[a-z0-9]+-v2\.txt$/;
    const wanted = [`receipt-${mark}.txt`, `sealed-${mark}.json`, `receipt-${end}.txt`];
    await stage.until(`the receipts ${wanted.join(', ')}`, () => {
      const names = stage.filesOf(party).map(({ name }) => name);
      return (
        wanted.every((name) => names.includes(name)) && names.filter((name) => text.test(name)).length >= 2
      );
    });
    const frozen = stage.filesOf(party).find(({ name }) => text.test(name));
    expect(frozen?.text).toMatch(words.frozen);
    await watch('receipt', party, await stage.told(party, words.receipt));
  }

  // Who is not on the sheet is told so.
  stage.react(dee, second, '✅');
  await stage.told(dee, words.bystander);
}
