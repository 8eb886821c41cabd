import type { Adapter, Finding, Memory, Services, ToolUse } from './bot/adapter.ts';
import { listAdapters, loadAdapter } from './bot/load.ts';
import { reportFindings } from './cli/doctor.ts';
import { readConfig, readVariables, secretsOf } from './config.ts';
import { say as words } from './diagnose.ts';
import { ADAPTERS_FOLDER, allCommands, servicesFor } from './house.ts';
import { createLog } from './ops/log.ts';
import { problemOfStart } from './problem-of-start.ts';
import { lookAtStore } from './store/look.ts';
import type { ToolLine } from './usage.ts';

/** The shell's `doctor`: looks at everything that can be seen without receiving events. @returns 0, or 1 if something is wrong */
export async function doctor(args: readonly string[], machine: () => Date): Promise<number> {
  if (args.length > 0) {
    process.stderr.write(
      'doctor takes no arguments; it looks at what the variables name, see .env.example.\n',
    );
    return 2;
  }
  const config = readConfig(listAdapters(ADAPTERS_FOLDER));
  const commands = await allCommands();
  const findings: Finding[] = [];
  for (const name of config.adapters) {
    const adapter = await loadAdapter(ADAPTERS_FOLDER, name);
    findings.push(
      ...(await inspect(
        adapter,
        async (env) => (await adapter.inspect?.(commands, env, toolServices(machine))) ?? [],
      )),
    );
  }
  if (config.adapters.every((name) => name === 'console')) {
    findings.push({ tone: 'plain', message: say.noPlatform, fix: say.noPlatformFix });
  }
  findings.push(await lookAtDatabase(config.databaseUrl));
  const { text, healthy } = reportFindings(findings);
  process.stdout.write(text);
  return healthy ? 0 : 1;
}

/** A platform that cannot even be asked is a finding of its own. */
async function inspect(
  adapter: Adapter,
  look: (env: unknown) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await look(readVariables(adapter.env));
  } catch (error) {
    return [
      { tone: 'bad', message: say.platform, values: { name: adapter.name, reason: problemOfStart(error) } },
    ];
  }
}

export const say = {
  noPlatform: 'No platform has a token, so <code>start</code> opens the room in this terminal.',
  noPlatformFix: 'docs/slack.md and docs/discord.md say, step by step, how to connect one.',
  platform: '{name}: {reason}',
  databaseAbsent: 'The database is not there yet; it is made at the first start.',
  databaseBehind:
    'The database is {steps, plural, one {one step} other {# steps}} behind; the next start brings it up to date.',
};

async function lookAtDatabase(url: string): Promise<Finding> {
  try {
    const look = await lookAtStore(url);
    switch (look.kind) {
      case 'absent':
        return { tone: 'good', message: say.databaseAbsent };
      case 'behind':
        return { tone: 'good', message: say.databaseBehind, values: { steps: look.steps } };
      case 'good':
        return { tone: 'good', message: words.databaseGood };
    }
  } catch (error) {
    return {
      tone: 'bad',
      message: say.platform,
      values: { name: 'database', reason: problemOfStart(error) },
    };
  }
}

/** What the adapters add to the shell, for its usage. */
export async function listTools(): Promise<readonly ToolLine[]> {
  const adapters = await Promise.all(
    listAdapters(ADAPTERS_FOLDER).map((name) => loadAdapter(ADAPTERS_FOLDER, name)),
  );
  return adapters.flatMap(({ tools = {} }) =>
    Object.entries(tools).map(([word, { description }]) => ({ word, description })),
  );
}

/** A tool of an adapter, such as `manifest`. @returns its exit code, or null when no adapter has one of this name */
export async function tool(
  word: string,
  args: readonly string[],
  machine: () => Date,
): Promise<number | null> {
  for (const name of listAdapters(ADAPTERS_FOLDER)) {
    const adapter = await loadAdapter(ADAPTERS_FOLDER, name);
    const tools = adapter.tools ?? {};
    const found = Object.hasOwn(tools, word) ? tools[word] : undefined;
    if (!found) continue;
    const use: ToolUse<unknown> = {
      args,
      commands: await allCommands(),
      env: found.needsEnv ? readVariables(adapter.env) : undefined,
      services: toolServices(machine),
      write: (text) => void process.stdout.write(text),
      writeError: (text) => void process.stderr.write(text),
    };
    return found.run(use);
  }
  return null;
}

/** For a look from the shell: nothing is remembered, and nobody is there to be told of an end. */
function toolServices(machine: () => Date): Services {
  const memory: Memory = { get: async () => undefined, set: async () => {} };
  const log = createLog({ level: 'warn', room: true, secrets: secretsOf() });
  const world = {
    log,
    now: machine,
    random: Math.random,
    fail: () => {},
    finish: () => {},
    moveClock: () => {},
    answered: () => {},
  };
  return servicesFor(world, memory, false);
}
