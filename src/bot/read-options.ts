import type { z } from 'zod';
import { type Problem, problem } from '../core/problem.ts';
import type { Option, Subcommand } from './command.ts';

export type Checked =
  | { readonly ok: true; readonly input: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: Readonly<Record<string, Problem>> };

/** Hold what came against the schema of each option; every option that does not fit gets one problem. */
export function checkOptions(subcommand: Subcommand, given: Readonly<Record<string, unknown>>): Checked {
  const input: Record<string, unknown> = {};
  const problems: Record<string, Problem> = {};
  for (const [name, option] of Object.entries(subcommand.options)) {
    const value = given[name] === '' ? undefined : given[name];
    const result = option.schema.safeParse(value);
    if (result.success) input[name] = result.data;
    else problems[name] = whatIsWrong(name, option, value, result.error.issues[0]);
  }
  return Object.keys(problems).length === 0 ? { ok: true, input } : { ok: false, problems };
}

export function isRequired(option: Option): boolean {
  return !option.schema.safeParse(undefined).success;
}

function whatIsWrong(
  name: string,
  option: Option,
  value: unknown,
  issue: z.core.$ZodIssue | undefined,
): Problem {
  if (value === undefined) return problem('option.missing', 'error', { option: name });
  if (option.kind === 'choice') {
    return problem('option.choice', 'error', {
      option: name,
      choices: (option.choices ?? []).map(({ label }) => label),
    });
  }
  if (option.kind === 'date') return problem('option.date', 'error', { option: name });
  if (option.kind === 'number') return numberProblem(name, issue);
  if (issue?.code === 'too_big')
    return problem('option.too-long', 'error', { option: name, limit: Number(issue.maximum) });
  return problem('option.unreadable', 'error', { option: name });
}

function numberProblem(option: string, issue: z.core.$ZodIssue | undefined): Problem {
  if (issue?.code === 'too_big')
    return problem('option.too-large', 'error', { option, limit: Number(issue.maximum) });
  if (issue?.code === 'too_small')
    return problem('option.too-small', 'error', { option, limit: Number(issue.minimum) });
  return problem('option.number', 'error', { option });
}
