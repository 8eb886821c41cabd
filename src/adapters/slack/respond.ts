import { LIMITS } from './limits.ts';
import { postJson } from './post-json.ts';

const PATIENCE_MS = 5000;

/** Slack's address for answers to one act: five answers within half an hour, wherever the act happened. */
export type ResponseUrl = {
  /** False when it could not be delivered this way: used up, run out, or not reachable. */
  send(message: object): Promise<boolean>;
  /** How many answers are left. */
  left(): number;
};

/** @param until when it runs out, in epoch milliseconds */
export function responseUrl(url: string, until: number, now: () => Date): ResponseUrl {
  let uses = 0;
  const left = () => (now().getTime() < until ? LIMITS.responseUses - uses : 0);

  /** @returns the status, or null when Slack was not reached at all; a call that hangs counts as done and failed */
  async function once(message: object): Promise<number | null> {
    uses += 1;
    try {
      return await postJson(url, message, PATIENCE_MS);
    } catch {
      return null;
    }
  }

  return {
    left,
    async send(message) {
      if (left() < 1) return false;
      const first = await once(message);
      if (first === 200) return true;
      // What may pass is tried once more; an answer that comes twice is better than none.
      const mayPass = first === null || first >= 500;
      return mayPass && left() > 0 && (await once(message)) === 200;
    },
  };
}
