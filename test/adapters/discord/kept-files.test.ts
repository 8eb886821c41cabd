import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Discord } from '../../platforms/discord/discord.ts';
import type { Guild, Message } from '../../platforms/discord/things.ts';
import type { BotProcess } from '../bot-process.ts';
import { type FilesStage, PICTURE, tellFilesStory, WHOLE } from '../kept-files-story.ts';
import { type DiscordStage, openSplitDiscord, setDiscordStage } from './split-stage.ts';

let discord: Discord;
let guild: Guild;
let bot: BotProcess;
let stage: DiscordStage;

beforeAll(async () => {
  ({ discord, guild, bot } = await openSplitDiscord());
  stage = setDiscordStage(discord, guild, 'en');
  await bot.start();
  await discord.waitFor(() => discord.command('license'), 'the commands to be registered');
});
afterAll(async () => {
  await bot?.close();
  await discord?.stop();
});

function filesStage(): FilesStage {
  const { ana, bo } = stage.people;
  const { channel } = stage;
  const menu = (message: Message) => void discord.messageCommand(ana, message, 'Save as evidence');
  return {
    async record(sample, proof) {
      discord.slash(ana, channel, 'license', 'add', { sample, ...WHOLE, proof });
    },
    async recordLarge(sample, name, sizeBytes) {
      discord.slash(ana, channel, 'license', 'add', { sample, ...WHOLE, proof: { name, sizeBytes } });
    },
    async ask(command, subcommand, options) {
      discord.slash(ana, channel, command, subcommand, options);
    },
    keep: async (text, file) => menu(discord.post(bo, channel, text, [file])),
    async keepTooLate(text, file) {
      const { settings } = discord.world;
      const before = settings.attachmentUrlLifeMs;
      Object.assign(settings, { attachmentUrlLifeMs: -1000 });
      menu(discord.post(bo, channel, text, [file]));
      Object.assign(settings, { attachmentUrlLifeMs: before });
    },
    told: async (pattern) => stage.read(await stage.answered(ana, pattern)),
    given: async () =>
      discord
        .ephemerals(ana)
        .flatMap(({ attachments }) => attachments)
        .map(({ filename, bytes }) => ({ name: filename, bytes: bytes ?? new Uint8Array() })),
  };
}

it('keeps files on Discord and gives them back byte for byte, with the bot as a process of its own', async () => {
  await tellFilesStory(filesStage(), /The link of old\.pdf has run out/);
});

it('names a file that Discord would not take, and shows everything else', async () => {
  const { ana } = stage.people;
  const noise = Buffer.alloc(12_000_000);
  for (let index = 0, seed = 1; index < noise.length; index += 4) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    noise.writeUInt32LE((seed ^ (seed >>> 11)) >>> 0, index);
  }
  const proof = { name: 'scan.pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]) };
  discord.slash(ana, stage.channel, 'license', 'add', { sample: 'Long Song', ...WHOLE, proof });
  const recorded = stage.read(await stage.answered(ana, /of Long Song is recorded/));
  const license = /l_[0-9a-f]{20}/.exec(recorded)?.[0] ?? '';
  const sent = discord.slash(ana, stage.channel, 'license', 'show', { license });
  const shown = await sent.reply((message) => stage.read(message).includes('Proof file'));
  expect(stage.read(shown)).toContain('scan.pdf has 13 MB and Discord takes 10 MB here');
  expect(shown.attachments).toEqual([]);
});

it('records a license in a form of two pages, and takes its paper with the button below the answer', async () => {
  const { ana } = stage.people;
  const pages: string[][] = [];
  await stage.send(discord.slash(ana, stage.channel, 'license', 'add'), (stood) => {
    pages.push(Object.keys(stood));
    return { asset: 'sample Form Song', ...WHOLE };
  });
  expect(pages.map((fields) => fields.length)).toEqual([5, 5]);
  const draft = await stage.answered(ana, /of Form Song is kept as a draft: one part is missing/);
  const form = discord.click(ana, draft, 'Add what is missing');
  await discord.submitModal(form, { proof: [PICTURE] });
  await stage.answered(ana, /of Form Song is complete now/);
});
