import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Slack } from '../../platforms/slack/slack.ts';
import type { Message, StoredFile } from '../../platforms/slack/world.ts';
import type { BotProcess } from '../bot-process.ts';
import { type FilesStage, PICTURE, tellFilesStory, WHOLE } from '../kept-files-story.ts';
import type { RigFile } from '../rig.ts';
import { openSplitSlack, type SlackStage, sendForm, setSlackStage } from './split-stage.ts';

let slack: Slack;
let bot: BotProcess;
let stage: SlackStage;

beforeAll(async () => {
  ({ slack, bot } = await openSplitSlack());
  stage = setSlackStage(slack, 'en');
  await bot.start();
});
afterAll(async () => {
  await bot?.close();
  await slack?.stop();
});

const lineOf = (options: Readonly<Record<string, string>>): string =>
  Object.entries(options)
    .map(([name, value]) => `${name}: "${value}"`)
    .join(' ');

const uploadOf = ({ name, bytes }: RigFile) => ({
  name,
  bytes: Buffer.from(bytes),
  mimetype: 'application/octet-stream',
});

/** A slash command carries no files at Slack, so a file comes with a mention. */
function filesStage(): FilesStage {
  const { ana, bo } = stage.people;
  const { channel } = stage;
  const mention = (line: string, file: RigFile) =>
    slack.mention(ana, channel, line, { files: [uploadOf(file)] });
  const storedOf = (message: Message): StoredFile | undefined =>
    slack.world.files.get(message.files[0] ?? '');
  const menu = async (message: Message) => {
    await slack.shortcut(ana, channel, message, 'Save as evidence');
  };
  return {
    async record(sample, paper) {
      mention(`license add ${lineOf({ sample, ...WHOLE })}`, paper);
    },
    async recordLarge(sample, name, sizeBytes) {
      const message = mention(`license add ${lineOf({ sample, ...WHOLE })}`, { ...PICTURE, name });
      const stored = storedOf(message);
      if (stored !== undefined) stored.size = sizeBytes;
    },
    async ask(command, subcommand, options) {
      await slack.command(ana, channel, `/${command}`, `${subcommand} ${lineOf(options)}`);
    },
    keep: (text, file) => menu(slack.post(bo, channel, text, { files: [uploadOf(file)] })),
    async keepTooLate(text, file) {
      const message = slack.post(bo, channel, text, { files: [uploadOf(file)] });
      const picked = menu(message);
      // Between the press and the download: before it, Slack would not even name the file.
      const stored = storedOf(message);
      if (stored !== undefined) stored.state = 'deleted';
      await picked;
    },
    told: async (pattern) => slack.read(await stage.answered(ana, pattern)),
    given: async () =>
      slack
        .directs(ana)
        .flatMap(({ files }) => files)
        .flatMap((id) => slack.world.files.get(id) ?? [])
        .map(({ name, bytes }) => ({ name, bytes })),
  };
}

it('keeps files on Slack and gives them back byte for byte, with the bot as a process of its own', async () => {
  await tellFilesStory(filesStage(), /old\.pdf cannot be fetched any more: it was deleted/);
});

it('keeps the link of a message with it', async () => {
  const { ana, bo } = stage.people;
  const message = slack.post(bo, stage.channel, 'and the artwork too');
  await slack.shortcut(ana, stage.channel, message, 'Save as evidence');
  const kept = slack.read(await stage.answered(ana, /and the artwork too/));
  expect(kept).toContain(`/archives/${stage.channel.id}/p${message.ts.replace('.', '')}`);
  expect(kept).toContain('By: Bo');
});

it('records a license in a form, and takes its paper with the button below the answer', async () => {
  const { ana } = stage.people;
  await slack.command(ana, stage.channel, '/license', 'add');
  await sendForm(slack, ana, () => ({ asset: 'sample Form Song', ...WHOLE }));
  const draft = await stage.answered(ana, /of Form Song is kept as a draft: one part is missing/);
  expect(slack.read(draft)).toContain('Missing: the proof file.');
  await slack.click(ana, draft, 'Add what is missing');
  await slack.waitFor('the form', () => {
    const top = slack.views(ana).at(-1);
    return JSON.stringify(top?.view ?? {}).includes('file_input');
  });
  const file = slack.upload(ana, uploadOf(PICTURE));
  file.channels.add(stage.channel.id);
  await slack.submitView(ana, { proof: slack.fileValue(file) });
  await stage.answered(ana, /of Form Song is complete now/);
});

it('says what a form says wrong', async () => {
  const { ana } = stage.people;
  await slack.command(ana, stage.channel, '/license', 'add');
  await sendForm(slack, ana, () => ({ asset: 'sample Late Song', ...WHOLE, uses: 'streaming' }));
  await stage.answered(ana, /streaming is no use that is known here/);
});
