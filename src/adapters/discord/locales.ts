import type { Services } from '../../bot/adapter.ts';

/** The language of people's apps, which Discord tells with their own interactions and at no other time. */
export type Locales = {
  note(account: string, locale: string): void;
  /** null for somebody who has never sent a command or pressed a button. */
  of(account: string): Promise<string | null>;
};

const MOST = 20_000;

/** Kept in the database as well, so that somebody who only reacts is spoken to as before a restart. */
export function openLocales({ memory, log }: Pick<Services, 'memory' | 'log'>): Locales {
  const known = new Map<string, string>();

  return {
    note(account, locale) {
      if (known.get(account) === locale) return;
      if (known.size > MOST) known.clear();
      known.set(account, locale);
      memory
        .set(keyOf(account), locale)
        .catch((error: unknown) => log.warn({ err: error }, 'a language could not be kept'));
    },
    async of(account) {
      return known.get(account) ?? (await memory.get<string>(keyOf(account))) ?? null;
    },
  };
}

function keyOf(account: string): string {
  return `locale ${account}`;
}
