import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStory } from './story.ts';

it('is found out by somebody who has never seen it', async () => {
  const { tell, failures } = await openStory();
  await tell(`
    › help
    In this room
    • /isrc check … does a command as you; bo: /isrc check … does it as Bo
    …
    • quit leaves the room
    › /splitproof help
    Splitproof keeps a music team’s rights paperwork straight
    …
    • /splitproof settings: Your language and time zone, or the team’s
    …
    Splitproof 1.2.3
    › /splitproof help settings
    Help, settings and a look at the set-up
    …
    • /splitproof settings: Your language and time zone, or the team’s
    …
    › /splitproof help splits
    ❌ There is no command splits
    …
    • /splitproof
    …
    › /splitproof setings
    ❌ There is no command splitproof setings here. These exist: /splitproof help, … /splitproof help says what each does.
    › /
    ❌ Say what to do. The commands are … /isrc, … and …
    › /splitproof
    ❌ /splitproof needs one more word. These exist: /splitproof help, …
    › quit
    (the room is closed)
  `);
  expect(failures).toEqual([]);
});

it('asks for settings in a form, and speaks as it was asked to from then on', async () => {
  const { tell } = await openStory();
  await tell(`
    › /splitproof settings
    Settings
    cancel closes the form.
    Language (may be left empty):
    One of: …As the platform says / English / 繁體中文 / 简体中文 / 日本語 / …
    › 繁體中文
    Time zone (may be left empty):
    For example Asia/Taipei or Europe/Berlin; auto is as the platform says
    › berlin
    For whom (may be left empty):
    One of: For you / For the team
    Now: For you. An empty line keeps it.
    ›
    ✅ 已儲存
    只給自己：繁體中文 · Europe/Berlin
    給整個團隊：未設定
    › /splitproof settings for: me
    目前的設定
    只給自己：繁體中文 · Europe/Berlin
    給整個團隊：未設定
    › /splitproof settings 時區： "Mars/Olympus"
    ❌ 沒有叫做 Mars/Olympus 的時區
    …
    時區名稱的寫法像 Asia/Taipei 這樣。沒有任何設定被更動。
    › /splitproof settings 語言：法文
    ❌ language 必須是其中之一：…跟著平台 / English / 繁體中文 / 简体中文 / 日本語 / …
  `);
});

it('lets only an admin speak for the team, whose choice holds for those who made none', async () => {
  const { tell } = await openStory({ localeTag: 'de-DE' });
  await tell(`
    › bo: /splitproof settings language: zh-Hant for: team
    → bo
    ❌ Only an admin may do this: an admin or owner of the Slack workspace, somebody with “Manage Server” on Discord, whoever opened the room in the terminal. Ask one of them.
    › /splitproof settings language: zh-Hant for: team
    ✅ Saved
    For you: not set
    For the team: 繁體中文
    › bo: /splitproof settings for: me
    → bo
    目前的設定
    只給自己：未設定
    給整個團隊：繁體中文
    › bo: /splitproof settings English
    → bo
    ✅ Saved
    For you: English
    For the team: 繁體中文
    › bo: /splitproof settings for: me
    → bo
    What is set now
    For you: English
    For the team: 繁體中文
  `);
});

it('closes a form without sending anything', async () => {
  const { tell } = await openStory();
  await tell(`
    › bo: /splitproof settings
    …
    One of: …As the platform says / English / 繁體中文 / 简体中文 / 日本語 / …
    › cancel
    Closed; nothing was sent.
    › bo: /splitproof settings for: me
    → bo
    What is set now
    For you: not set
    For the team: not set
  `);
});

it('keeps messages, reactions and their order, over a restart as well', async () => {
  const { tell, reopen, events } = await openStory();
  await tell(`
    › Does anybody know US-RC1-76-07839?
    #1 you
    › bo: Ask Ana.
    #2 bo
    › +👍 #2
    › bo: +✅ #1
    › bo: +✅ #1
    › bo: -✅ #1
    › +✅ #7
    There is no message #7 here.
  `);
  await reopen();
  await tell(`
    › bo: +❌ #1
    › dee: hello
    #3 dee
    › delete #2
    Message #2 is deleted.
    › delete #2
    There is no message #2 here.
    › menu #2 Check codes
    There is no message #2 here.
  `);
  const reactions = events.flatMap((event) =>
    event.kind === 'reaction' ? [[event.origin.account, event.act, event.emoji, event.message.id]] : [],
  );
  expect(reactions).toEqual([
    ['you', 'added', '👍', '2'],
    ['bo', 'added', '✅', '1'],
    ['bo', 'removed', '✅', '1'],
    ['bo', 'added', '❌', '1'],
  ]);
  const others = events.flatMap((event) => (event.kind === 'reaction' ? [] : [event.kind]));
  expect(others).toEqual(['gap', 'gap', 'message-gone']);
});

it('checks the codes of a message from its menu, whatever case it is typed in', async () => {
  const { tell } = await openStory();
  await tell(`
    › bo: Take US-RC1-76-07839 for it
    #1 bo
    › menu #1 check CODES
    ✅ US-RC1-76-07839 has the shape of an ISRC
    …
    › menu #1 Burn it
    There is no entry “Burn it” in the menu of a message. These exist: …Check codes….
    › press Nothing
    There is no button “Nothing” to press. Numbers and names stand under a reply.
  `);
});

it('moves time', async () => {
  const { tell } = await openStory();
  await tell(`
    › clock +7d
    The clock now says Thursday, 3 December 2026, 20:00.
    › clock +30m
    The clock now says Thursday, 3 December 2026, 20:30.
  `);
});

it('attaches files, and says why it does not', async () => {
  const { tell, folder } = await openStory();
  const path = join(folder, 'codes.csv');
  writeFileSync(path, 'isrc\nUS-RC1-76-07839\n');
  await tell(`
    › /isrc check +file "${path}"
    …
    › /isrc check +file nothing.csv
    The file nothing.csv cannot be read: it is not there. Nothing was sent.
    › /isrc check +file "${folder}"
    The file ${folder} cannot be read: it is a folder. Nothing was sent.
    › listen +file /dev/zero
    The file /dev/zero cannot be read: it is no ordinary file. Nothing was sent.
    › listen +file "${path}"
    #1 you
  `);
});

it('speaks Chinese to a Chinese machine', async () => {
  const { tell } = await openStory({ localeTag: 'zh-TW' });
  await tell(`
    › help
    在這個聊天室裡
    …
    › clock +1h
    現在的時間是 2026 年 11 月 26 日星期四 21:00。
    › +✅ #9
    這裡沒有 #9 這則訊息。
    › /splitproof 設定
    ❌ 這裡沒有 splitproof 設定 這個指令。可用的有：/splitproof help、…。各個指令的用途，請看 /splitproof help。
  `);
});

it('says which options there are when one is named that there is not, and echoes no pages', async () => {
  const story = await openStory();
  const page = 'x'.repeat(5000);
  await story.tell(`
    › /splitproof settings zone: Asia/Taipei
    ❌ There is no option zone: here. These exist: language:, timezone: and for:.
    › /splitproof settings language: zh-tw
    ✅ 已儲存
    …
    › /splitproof settings language: english
    ✅ Saved
    …
    › /${page}
    ❌ There is no command xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… here. These exist…
  `);
});
