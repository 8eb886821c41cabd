import type { Working } from '../../bot/adapter.ts';
import type { Reply } from '../../bot/reply.ts';

const FIRST_MS = 1000;
const NEXT_MS = 15_000;
/** An ephemeral message cannot be changed afterwards, so only few words of progress are said. */
const MOST = 2;

export type Progress = {
  readonly working: Working;
  /** Say no more, and wait for what is being said, so that the answer comes last. */
  stop(): Promise<void>;
};

/** Words of progress for work that takes longer than a moment; the newest one when the time has come. */
export function createProgress(say: (reply: Reply) => Promise<void>): Progress {
  let newest: Reply | null = null;
  let timer: NodeJS.Timeout | undefined;
  let said = 0;
  let saying: Promise<void> = Promise.resolve();
  let stopped = false;

  function schedule(afterMs: number): void {
    timer = setTimeout(() => {
      timer = undefined;
      if (newest === null || stopped) return;
      const reply = newest;
      newest = null;
      said += 1;
      // A lost word of progress is no reason to stop the work.
      saying = say(reply).catch(() => {});
      if (said < MOST) void saying.then(() => newest !== null && !stopped && schedule(NEXT_MS));
    }, afterMs);
  }

  return {
    working(reply) {
      newest = reply;
      if (timer === undefined && said < MOST && !stopped) schedule(said === 0 ? FIRST_MS : NEXT_MS);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await saying;
    },
  };
}
