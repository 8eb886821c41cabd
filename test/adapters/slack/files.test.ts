import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Attachment } from '../../../src/bot/adapter.ts';
import { UserError } from '../../../src/core/problem.ts';
import { soon } from '../house.ts';
import { openSlack } from './open.ts';

async function running() {
  const opened = await openSlack('socket');
  const connection = await opened.start();
  await soon(() => connection.whyNotReady() === null);
  const stored = opened.slack.upload(opened.ana, {
    name: 'codes.csv',
    bytes: 'a,b\n1,2\n',
    mimetype: 'text/csv',
  });
  stored.channels.add(opened.beats.id);
  const file: Attachment = {
    id: stored.id,
    name: stored.name,
    sizeBytes: stored.size,
    mediaType: stored.mimetype,
  };
  const read = async (limitBytes = 1000) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await connection.download(file, limitBytes)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };
  const refusal = (limitBytes?: number) =>
    read(limitBytes).then(
      () => 'no refusal',
      (error: unknown) => (error instanceof UserError ? error.problem.code : error),
    );
  return { ...opened, connection, stored, read, refusal };
}

describe('a file that somebody attached', () => {
  it('is read with the token of the bot', async () => {
    const { read } = await running();
    expect(await read()).toBe('a,b\n1,2\n');
  });

  it('is refused before it is read when it is too large', async () => {
    const { slack, refusal } = await running();
    slack.faults.add({ on: 'download', kind: 'drop' });
    expect(await refusal(4)).toBe('file.too-large');
  });

  it('is refused while it is read when it is larger than it says', async () => {
    const { stored, refusal } = await running();
    stored.size = 1;
    expect(await refusal(4)).toBe('file.too-large');
  });

  it('is gone when it was deleted', async () => {
    const { stored, refusal } = await running();
    stored.state = 'deleted';
    expect(await refusal()).toBe('file.gone');
  });

  it('is refused, not read, when Slack sends its sign-in page instead', async () => {
    const { slack, refusal } = await running();
    slack.faults.add({
      on: 'download',
      kind: 'status',
      status: 200,
      contentType: 'text/html',
      body: '<html></html>',
    });
    expect(await refusal()).toBe('file.refused');
  });

  it('is not followed to where Slack sends a browser', async () => {
    const { slack, stored, refusal } = await running();
    const location = `${slack.world.origin}/files-pri/${stored.teamId}-${stored.id}/codes.csv`;
    slack.faults.add({ on: 'download', kind: 'status', status: 302, location });
    expect(await refusal()).toBe('file.refused');
  });

  it('is out of reach in a channel without the bot', async () => {
    const { slack, ana, stored, refusal } = await running();
    const secret = slack.addChannel({ name: 'secret', kind: 'private', members: [ana], withoutBot: true });
    stored.channels.clear();
    stored.channels.add(secret.id);
    expect(await refusal()).toBe('file.refused');
  });

  it('names the scope that is missing', async () => {
    const { slack, refusal } = await running();
    slack.setScopes(['chat:write']);
    expect(await refusal()).toBe('platform.missing-permission');
  });

  it('never shows our token to another company where the file lies', async () => {
    const { slack, stored, refusal } = await running();
    const seen: (string | undefined)[] = [];
    const stranger = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end('a,b\n');
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void stranger.close());
    await new Promise((resolve) => stranger.once('listening', resolve));
    const address = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/codes.csv`;
    const file = {
      id: stored.id,
      name: stored.name,
      mode: 'external',
      is_external: true,
      url_private: address,
    };
    slack.faults.add({
      on: 'files.info',
      kind: 'status',
      status: 200,
      body: JSON.stringify({ ok: true, file }),
    });
    expect(await refusal()).toBe('file.refused');
    expect(seen).toEqual([]);
  });
});
