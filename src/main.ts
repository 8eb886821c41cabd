import { problemOfStart } from './problem-of-start.ts';

const USAGE = `Usage: splitproof [start | check | doctor | manifest | register] …

  start               start the bot; without tokens, a chat room in this terminal
  check [file|-]      check codes, one on each line (--kind KIND, --json, --jsonl)
  doctor              name what is missing in the set-up, and how to put it right
  manifest            write the manifest of the Slack app
  register            register the commands with Discord

Education for producers, not legal advice.
`;

/** The machine's clock; nothing else looks at it. */
const machine = () => new Date();

/** Do what the shell asks for, and leave the exit code: 0 done, 1 not done, 2 bad usage. */
export async function main(args: readonly string[]): Promise<void> {
  const [word = 'start', ...rest] = args;
  try {
    process.exitCode = await run(word, rest);
  } catch (error) {
    process.stderr.write(`${problemOfStart(error)}\n`);
    process.exitCode = 1;
  }
}

/** Each word brings in only what it needs: checking codes must not wait for chat libraries. */
async function run(word: string, args: readonly string[]): Promise<number> {
  switch (word) {
    case 'start':
      return (await import('./start.ts')).start(args, machine);
    case 'check':
      return (await import('./check.ts')).check(args, machine);
    case 'doctor':
      return (await import('./inspect.ts')).doctor(args, machine);
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(USAGE);
      return 0;
    default: {
      const code = await (await import('./inspect.ts')).tool(word, args, machine);
      if (code !== null) return code;
      process.stderr.write(`There is no "${word}" here.\n\n${USAGE}`);
      return 2;
    }
  }
}
