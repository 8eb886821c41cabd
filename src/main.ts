import { secretsOf } from './config.ts';
import { scrubber } from './ops/scrub.ts';
import { problemOfStart } from './problem-of-start.ts';

/** The machine's clock; nothing else looks at it. */
const machine = () => new Date();

/** Do what the shell asks for, and leave the exit code: 0 done, 1 not done, 2 bad usage; `verify` has a 3. */
export async function main(args: readonly string[]): Promise<void> {
  const [word = 'start', ...rest] = args;
  try {
    process.exitCode = await run(word, rest);
  } catch (error) {
    complain(`${problemOfStart(error)}\n`);
    process.exitCode = 1;
  }
}

/** What libraries and systems say of an error may quote a token or an address with a password. */
function complain(text: string): void {
  process.stderr.write(scrubber(secretsOf())(text));
}

/** Whoever reads has had enough, as `head` has: no more need be said, and the exit code still tells. */
function letReaderGo(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Each word brings in only what it needs: checking codes must not wait for chat libraries. */
async function run(word: string, args: readonly string[]): Promise<number> {
  switch (word) {
    case 'start':
      return (await import('./start.ts')).start(args, machine);
    case 'check':
      return (await import('./check.ts')).check(args, machine);
    case 'verify':
      letReaderGo();
      return (await import('./cli/verify.ts')).runVerify({
        args,
        output: (text) => void process.stdout.write(text),
        errorOutput: complain,
      });
    case 'evidence':
      letReaderGo();
      return (await import('./evidence.ts')).evidence(args, machine, complain);
    case 'doctor':
      return (await import('./inspect.ts')).doctor(args, machine);
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(await fullUsage());
      return 0;
    default: {
      const code = await (await import('./inspect.ts')).tool(word, args, machine);
      if (code !== null) return code;
      complain(`There is no "${word}" here.\n\n${await fullUsage()}`);
      return 2;
    }
  }
}

async function fullUsage(): Promise<string> {
  const [{ usage }, { listTools }] = await Promise.all([import('./usage.ts'), import('./inspect.ts')]);
  return usage(await listTools());
}
