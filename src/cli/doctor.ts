import type { Finding } from '../bot/adapter.ts';
import { MARKS } from '../bot/reply.ts';
import { plain } from '../text/spans.ts';
import { translator } from '../text/translate.ts';

/** What was found, a line each with what to do under it. @returns the text, and whether all is well */
export function reportFindings(findings: readonly Finding[]): {
  readonly text: string;
  readonly healthy: boolean;
} {
  const t = translator('en', 'UTC');
  const lines = findings.flatMap(({ tone, message, values, fix }) => [
    `${MARKS[tone]}${plain(t(message, values))}`,
    ...(fix === undefined ? [] : [`   → ${plain(t(fix, values))}`]),
  ]);
  return { text: `${lines.join('\n')}\n`, healthy: findings.every(({ tone }) => tone !== 'bad') };
}
