/** Something that goes wrong with a request. What is left out goes as usual. */
export type Fault = Readonly<{
  /** `POST /channels/:id/messages`; `:x` stands for one part of the path, `*` for the rest. */
  on: string;
  /** How many requests it befalls; 1 unless given. */
  times?: number;
  delayMs?: number;
  status?: number;
  code?: number;
  message?: string;
  /** Seconds: makes it a 429. */
  retryAfter?: number;
  /** Whether the 429 is for all routes. */
  isGlobal?: boolean;
  /** The work is done, only the answer is bad. */
  afterWork?: boolean;
  /** The connection is cut in place of an answer. */
  cut?: boolean;
}>;

type Armed = { readonly fault: Fault; readonly pattern: RegExp; left: number };

function patternOf(on: string): RegExp {
  const escaped = on.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/:\w+/g, '[^/]+').replace(/\*/g, '.*')}$`);
}

export class Faults {
  #armed: Armed[] = [];

  add(fault: Fault): void {
    this.#armed.push({ fault, pattern: patternOf(fault.on), left: fault.times ?? 1 });
  }

  clear(): void {
    this.#armed = [];
  }

  /** Take the fault meant for this request, if there is one. */
  take(method: string, path: string): Fault | null {
    const found = this.#armed.find(({ pattern, left }) => left > 0 && pattern.test(`${method} ${path}`));
    if (!found) return null;
    found.left -= 1;
    return found.fault;
  }
}
