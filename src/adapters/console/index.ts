import { createInterface } from 'node:readline';
import { z } from 'zod';
import { defineAdapter } from '../../bot/adapter.ts';
import { inOrder } from '../../bot/in-order.ts';
import { openRoom } from './room.ts';

/** The terminal room: reads lines from the keyboard or a pipe, writes plain text where nobody sees colors. */
export default defineAdapter({
  name: 'console',
  env: z.object({ CONSOLE_FILES: z.string().min(1).default('data/room') }),

  async start(bot, env, services) {
    const { stdin, stdout } = process;
    const interactive = stdin.isTTY === true && stdout.isTTY === true;
    const lines = createInterface({ input: stdin, ...(interactive ? { output: stdout, prompt: '› ' } : {}) });
    const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const room = openRoom({
      bot,
      services,
      screen: { styled: stdout.isTTY === true },
      filesFolder: env.CONSOLE_FILES,
      localeTag: locale,
      timeZone,
      print(text) {
        if (interactive) stdout.write('\r\u001b[K');
        stdout.write(`${text}\n`);
      },
    });
    const queue = inOrder();
    const prompt = () => {
      if (interactive) lines.prompt();
    };
    lines.on('line', (line) => {
      void queue('room', async () => {
        await room.enter(line);
        prompt();
      }).catch((error: unknown) => services.fail(error instanceof Error ? error.message : String(error)));
    });
    lines.on('close', () => {
      void queue('room', async () => services.finish());
    });
    // A reader that went away, as in `| head -1`, ends the room and is no fault.
    stdout.on('error', () => services.finish());
    await room.begin();
    if (interactive) room.welcome();
    prompt();
    return {
      ...room.connection,
      stop: async () => lines.close(),
    };
  },
});
