import type { Form } from '../../bot/form.ts';
import { LIMITS } from './limits.ts';
import type { Filled } from './modal.ts';

/** A form that somebody is at: what it asks, and what has been put in so far. */
export type OpenForm = { readonly account: string; readonly form: Form; readonly filled: Filled };

export type OpenForms = {
  /** @returns a key of 16 characters, under which it is found for a quarter of an hour */
  keep(open: OpenForm): string;
  find(key: string): OpenForm | null;
  /** The newest one of this person with this id. */
  findById(account: string, formId: string): OpenForm | null;
};

const MOST = 5000;
const KEY_LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * Forms that are open on screens, kept in this process alone. What is lost with it is comfort: a form that was
 * opened before a restart is still answered, only not shown again with what was typed.
 */
export function openForms(services: { now(): Date; random(): number }): OpenForms {
  const kept = new Map<string, OpenForm & { readonly until: number }>();

  function find(key: string): OpenForm | null {
    const found = kept.get(key);
    return found && found.until > services.now().getTime() ? found : null;
  }

  return {
    find,
    keep(open) {
      const letter = () => KEY_LETTERS.charAt(Math.floor(services.random() * KEY_LETTERS.length));
      const key = Array.from({ length: 16 }, letter).join('');
      kept.set(key, { ...open, until: services.now().getTime() + LIMITS.tokenMs });
      const oldest = kept.keys().next();
      if (kept.size > MOST && !oldest.done) kept.delete(oldest.value);
      return key;
    },
    findById(account, formId) {
      const mine = [...kept].filter(([, open]) => open.account === account && open.form.id === formId);
      const [key] = mine.at(-1) ?? [];
      return key === undefined ? null : find(key);
    },
  };
}
