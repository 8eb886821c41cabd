import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import { plainFacts } from './facts.ts';
import { scrubber } from './scrub.ts';

export type LogOptions = {
  /** As in LOG_LEVEL. Not set: `info`, or `warn` where a conversation goes on in the same terminal. */
  readonly level?: string | undefined;
  /** The terminal room is open: standard output is the conversation, so the log goes to standard error. */
  readonly room: boolean;
  /** Values that must never be written, such as tokens. */
  readonly secrets: readonly string[];
};

/**
 * A log of one JSON object per line, for whoever runs the bot.
 *
 * It never holds message text or secrets: facts are flat, errors come without the requests that hang on them, and
 * every line is searched for tokens before it is written.
 */
export function createLog({ level, room, secrets }: LogOptions, stream?: DestinationStream): Logger {
  return pino(
    {
      level: level ?? (room ? 'warn' : 'info'),
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: plainFacts },
      // By then the error is plain facts already.
      serializers: { err: (error: unknown) => error },
      hooks: { streamWrite: scrubber(secrets) },
    },
    // Synchronous: the line that says why the process ends must not be lost with it.
    stream ?? destination({ dest: room ? 2 : 1, sync: true }),
  );
}
