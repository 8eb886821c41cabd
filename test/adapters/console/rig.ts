import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRoom, type Room } from '../../../src/adapters/console/room.ts';
import type { Bot, Services } from '../../../src/bot/adapter.ts';
import { plain } from '../../../src/text/spans.ts';
import { soon } from '../house.ts';
import type { Rig, RigFile } from '../rig.ts';

const ANA = 'you';
const BO = 'bo';

/** The terminal room with what it prints caught, line by line typed by the test. */
export async function openConsoleRig(): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'splitproof-room-'));
  const filesFolder = join(folder, 'out');
  const printed: string[] = [];
  let room: Room;
  let open: (bot: Bot) => Room;
  let started: Bot;

  const as = (account: string, line: string) => (account === ANA ? line : `${account}: ${line}`);
  const privately = (account: string) =>
    printed
      .filter((text) => (account === ANA ? !/^(→|#\d)/.test(text) : text.startsWith(`→ ${account}\n`)))
      .filter((text) => !text.startsWith('File saved'));
  const saved = async (): Promise<readonly RigFile[]> => {
    const names = await readdir(filesFolder).catch(() => []);
    return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(filesFolder, name)) })));
  };
  const paths = async (files: readonly RigFile[]) => {
    const parts = await Promise.all(
      files.map(async ({ name, bytes }) => {
        await writeFile(join(folder, name), bytes);
        return ` +file "${join(folder, name)}"`;
      }),
    );
    return parts.join('');
  };

  return {
    place: { space: 'room', channel: 'room' },
    ana: ANA,
    bo: BO,
    async start(bot: Bot, services: Services) {
      started = bot;
      open = (to) =>
        openRoom({
          bot: to,
          services,
          screen: { styled: false },
          filesFolder,
          localeTag: 'en-US',
          timeZone: 'Asia/Taipei',
          print: (text) => void printed.push(text),
        });
      room = open(bot);
      await room.begin();
      return room.connection;
    },
    async command(account, line, files = []) {
      void room.enter(as(account, `/${line}${await paths(files)}`));
    },
    async write(account, text, files = []) {
      await room.enter(as(account, `${text}${await paths(files)}`));
      return /^#(\d+)/.exec(printed.at(-1) ?? '')?.[1] ?? '';
    },
    pickMenu: (account, message, action) => room.enter(as(account, `menu #${message} ${action}`)),
    press: (account, label) => room.enter(as(account, `press ${label}`)),
    async submit(_account, values) {
      for (const field of room.asking()?.fields ?? []) {
        const value = values[field.name];
        if (value !== undefined) await room.enter(value);
        if (field.kind === 'long' || value === undefined) await room.enter('');
      }
    },
    react: (account, message, emoji) => room.enter(as(account, `+${emoji} #${message}`)),
    unreact: (account, message, emoji) => room.enter(as(account, `-${emoji} #${message}`)),
    deleteMessage: (message) => room.enter(`delete #${message}`),
    async beAway(meanwhile) {
      room = open({ ...started, notice: async () => {} });
      await meanwhile();
      room = open(started);
      await room.begin();
    },
    privately: async (account) => privately(account),
    posted: async () =>
      printed.flatMap((text) =>
        /^#(\d+) Splitproof/.test(text) ? [{ id: /\d+/.exec(text)?.[0] ?? '', text }] : [],
      ),
    direct: async (account) => privately(account),
    form: async () => {
      const asking = room.asking();
      return (
        asking && {
          title: plain(asking.title),
          fields: asking.fields.map(({ name, label }) => ({ name, label: plain(label) })),
        }
      );
    },
    complaints: async (account) => privately(account),
    filesFor: saved,
    filesForAll: async () => [],
    pinged: async () => [],
    until: soon,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
