import type { Account, Origin, Services } from '../../bot/adapter.ts';
import { newReference, ourFault, refusal } from '../../bot/refusal.ts';
import type { Reply } from '../../bot/reply.ts';
import { UserError } from '../../core/problem.ts';
import { nearestLocale } from '../../text/locale.ts';
import { translator } from '../../text/translate.ts';

export type Apologies = {
  /** What to say about an error that came up between the house's answer and the reader. */
  about(error: unknown, origin: Origin): Promise<Reply>;
};

export function createApologies(
  services: Pick<Services, 'log' | 'random'>,
  account: (space: string, id: string) => Promise<Account>,
): Apologies {
  return {
    async about(error, origin) {
      const reader = await account(origin.space, origin.account).catch(() => null);
      const t = translator(nearestLocale(reader?.locale) ?? 'en', reader?.timeZone ?? 'UTC');
      if (error instanceof UserError) return refusal(error.problem, t);
      const reference = newReference(services.random);
      services.log.error({ platform: 'slack', err: error, reference }, 'an answer could not be given');
      return ourFault(reference, t);
    },
  };
}
