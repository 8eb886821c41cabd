import type { Json } from './world.ts';

/** `ok: false` with one of Slack's error words, and whatever fields go with it. */
export class ApiError extends Error {
  readonly word: string;
  readonly fields: Json;

  constructor(word: string, fields: Json = {}) {
    super(word);
    this.word = word;
    this.fields = fields;
  }
}

/** A refusal with pointers into the arguments, the way Slack names what is wrong with blocks and views. */
export function refusedAt(word: string, problems: readonly string[]): ApiError {
  return new ApiError(word, {
    errors: problems,
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  });
}
