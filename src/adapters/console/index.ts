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
    const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    let left = false;
    const leave = () => {
      left = true;
      services.finish();
    };
    const room = openRoom({
      bot,
      services: { ...services, finish: leave },
      screen: { styled: stdout.isTTY === true },
      filesFolder: env.CONSOLE_FILES,
      localeTag: locale,
      // A TZ that is no place leaves it undefined, whatever its type says.
      timeZone: timeZone ?? 'UTC',
      print(text) {
        if (interactive) stdout.write('\r\u001b[K');
        stdout.write(`${text}\n`);
      },
    });
    // A reader that went away, as in `| head -1`, ends the room and is no fault.
    stdout.on('error', leave);
    await room.begin();
    if (interactive) room.welcome();

    // Lines come as soon as somebody listens, and each needs a room that is connected: so nothing is awaited from here on.
    const lines = createInterface({ input: stdin, ...(interactive ? { output: stdout, prompt: '› ' } : {}) });
    const queue = inOrder();
    const prompt = () => {
      if (interactive && !left) lines.prompt();
    };
    lines.on('line', (line) => {
      void queue('room', async () => {
        if (left) return;
        await room.enter(line);
        prompt();
      }).catch((error: unknown) => services.fail(error instanceof Error ? error.message : String(error)));
    });
    // The first Ctrl-C closes a form that is open; without one, it is a goodbye.
    lines.on('SIGINT', () => {
      if (!room.closeForm()) lines.close();
      else prompt();
    });
    lines.on('close', () => {
      void queue('room', async () => {
        if (!left) await room.leave();
        leave();
      });
    });
    prompt();
    return {
      ...room.connection,
      async stop() {
        left = true;
        lines.close();
        await queue('room', async () => {});
      },
    };
  },
});
