import { type Check, misshapen, NOTHING } from '../core/identifiers/check.ts';
import { CODE_LIMIT } from '../core/identifiers/clean.ts';
import type { CheckOptions } from '../core/identifiers/judge.ts';
import { checked } from '../core/identifiers/judges.ts';
import { checkIdentifier } from '../core/identifiers/recognize.ts';
import { type Problem, problem } from '../core/problem.ts';
import { type InputLine, LINE_LIMIT } from './lines.ts';

/**
 * The check of one line of the input. Every line has one, so that the output can be pasted beside the input: an
 * empty line is checked as an empty code, and a line of `--jsonl` that is no JSON string is an error with its number.
 */
export function checkLine(line: InputLine, number: number, jsonl: boolean, options: CheckOptions): Check {
  if (line.length > LINE_LIMIT) {
    return refusedLine(
      line.text,
      problem('code.too-long', 'error', { length: line.length, limit: CODE_LIMIT }),
    );
  }
  if (!jsonl) return checkIdentifier(line.text, options);
  const value = parseJson(line.text);
  if (typeof value === 'string') return checkIdentifier(value, options);
  if (value === undefined) return refusedLine(line.text, problem('line.json', 'error', { line: number }));
  const found =
    value === null
      ? 'null'
      : Array.isArray(value)
        ? 'list'
        : (typeof value as 'number' | 'boolean' | 'object');
  return refusedLine(line.text, problem('line.not-text', 'error', { line: number, found }));
}

function refusedLine(text: string, refusal: Problem): Check {
  return checked(text, null, NOTHING, misshapen([refusal]));
}

/** Undefined where it is no JSON: no JSON value is undefined. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
