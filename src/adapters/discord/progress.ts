import type { Reply } from '../../bot/reply.ts';

/** Words of progress on their way to one screen: one at a time, the newest wins, and the answer comes last. */
export type Progress = {
  show(reply: Reply): void;
  /** Resolves when nothing more will be shown. */
  end(): Promise<void>;
};

export function showProgress(edit: (reply: Reply) => Promise<void>): Progress {
  let newest: Reply | null = null;
  let showing: Promise<void> | null = null;
  let isOver = false;

  async function work(): Promise<void> {
    while (newest && !isOver) {
      const reply = newest;
      newest = null;
      // Whoever is told nothing of the progress still gets the answer.
      await edit(reply).catch(() => {});
    }
    showing = null;
  }

  return {
    show(reply) {
      newest = reply;
      showing ??= work();
    },
    async end() {
      isOver = true;
      await showing;
    },
  };
}
