import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { download } from '../../../src/adapters/discord/download.ts';
import { readAttachment } from '../../../src/adapters/discord/read-options.ts';
import type { Attachment } from '../../../src/bot/adapter.ts';
import { attachmentJson } from '../../platforms/discord/payloads.ts';
import { openStage } from './stage.ts';

const MIB = 1024 * 1024;

async function read(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let count = 0;
  for await (const chunk of chunks) count += chunk.length;
  return count;
}

async function stageWithFile(sizeBytes: number) {
  const stage = await openStage();
  const { discord, ana, channel } = stage;
  const message = discord.post(ana, channel, 'a file', [{ name: 'codes.csv', sizeBytes }]);
  const json = attachmentJson(discord.world, channel.id, message.attachments[0]!);
  return { ...stage, message, file: readAttachment(json as unknown as Parameters<typeof readAttachment>[0]) };
}

it('brings a file as a stream', async () => {
  const { connection, file } = await stageWithFile(3 * MIB);
  expect(await read(await connection.download(file, 10 * MIB))).toBe(3 * MIB);
});

it('refuses 200 MB before the first byte is asked for', async () => {
  const { connection, file } = await stageWithFile(200 * MIB);
  await expect(connection.download(file, 10_000_000)).rejects.toMatchObject({
    problem: { code: 'file.too-large', details: { limitMegabytes: 10 } },
  });
});

it('refuses a file that turns out larger than Discord had said, while it comes or before', async () => {
  const { connection, file } = await stageWithFile(5 * MIB);
  const belittled: Attachment = { ...file, sizeBytes: 10 };
  await expect(connection.download(belittled, 1_000_000)).rejects.toMatchObject({
    problem: { code: 'file.too-large' },
  });
});

it('stops reading a file without a length once it is too large', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200);
    for (let count = 0; count < 40; count += 1) response.write(Buffer.alloc(100_000));
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const file = { id: `http://127.0.0.1:${port}/x`, name: 'x', sizeBytes: null, mediaType: null };
  const where = { apiUrl: `http://127.0.0.1:${port}/api`, now: () => new Date() };
  await expect(download(file, 1_000_000, where).then(read)).rejects.toMatchObject({
    problem: { code: 'file.too-large' },
  });
});

it('says that the link has run out, that the file is gone, or that the address is not Discord’s', async () => {
  const { discord, connection, file, message } = await stageWithFile(10);
  message.attachments = [];
  discord.world.uploads.clear();
  await expect(connection.download(file, MIB)).rejects.toMatchObject({
    problem: { code: 'file.gone', details: { name: 'codes.csv' } },
  });
  const url = new URL(file.id);
  url.searchParams.set('ex', '5f000000');
  await expect(connection.download({ ...file, id: url.href }, MIB)).rejects.toMatchObject({
    problem: { code: 'file.expired', details: { name: 'codes.csv' } },
  });
  await expect(connection.download({ ...file, id: 'http://127.0.0.1:1/x' }, MIB)).rejects.toMatchObject({
    problem: { code: 'file.refused' },
  });
  await discord.unplug();
  await expect(connection.download(file, MIB)).rejects.toMatchObject({
    problem: { code: 'platform.unreachable' },
  });
  await discord.plugIn();
});
