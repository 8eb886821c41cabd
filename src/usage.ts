/** A word of the shell and what it does, in a few words that begin with a verb. */
export type ToolLine = { readonly word: string; readonly description: string };

const OWN: readonly ToolLine[] = [
  { word: 'start', description: 'start the bot; without tokens, a chat room in this terminal' },
  { word: 'check [file|-]', description: 'check codes, one on each line (--kind KIND, --json, --jsonl)' },
  { word: 'verify <folder>', description: 'check an evidence bundle (--key KEY, --older FILE, --json)' },
  {
    word: 'evidence <folder>',
    description: 'write a ledger, or what proves one sheet, to a folder (--team ID, --sheet ID)',
  },
  { word: 'doctor', description: 'name what is missing in the set-up, and how to put it right' },
];

/** What the shell is told of its words: our own, then those that the adapters add. */
export function usage(tools: readonly ToolLine[]): string {
  const all = [...OWN, ...tools];
  const width = Math.max(...all.map(({ word }) => word.length));
  return [
    `Usage: splitproof [${all.map(({ word }) => word.split(' ')[0]).join(' | ')}] …`,
    '',
    ...all.map(({ word, description }) => `  ${word.padEnd(width)}   ${description}`),
    '',
    'Education for producers, not legal advice.',
    '',
  ].join('\n');
}
