import type { Json } from './world.ts';

/** What goes wrong with a request that reaches us. `lose` does the work and then drops the answer. */
export type Trouble =
  | { readonly kind: 'error'; readonly error: string; readonly fields?: Json }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly retryAfter?: number;
      readonly location?: string;
      readonly contentType?: string;
    }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'lose' }
  | { readonly kind: 'hang' };

export type Fault = {
  /** A Web API method, or `upload`, `download`, `hook`, `socket`; all of them when left out. */
  readonly on?: string | RegExp;
  /** How many requests it hits: 1 unless said otherwise. */
  readonly times?: number;
  readonly when?: (args: Json) => boolean;
} & Trouble;

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
  /** The trouble for this request, used up by it. */
  take(name: string, args: Json): Trouble | undefined;
};

export function createFaults(): Faults {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => waiting.push({ fault, left: fault.times ?? 1 }),
    clear: () => {
      waiting = [];
    },
    take(name, args) {
      const hit = waiting.find(({ fault }) => matches(fault.on, name) && (fault.when?.(args) ?? true));
      if (hit === undefined) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) waiting = waiting.filter((entry) => entry !== hit);
      return hit.fault;
    },
  };
}

function matches(on: string | RegExp | undefined, name: string): boolean {
  if (on === undefined) return true;
  return typeof on === 'string' ? on === name : on.test(name);
}
