import type { Adapter, Finding, Memory, Services, ToolUse } from './bot/adapter.ts';
import { listAdapters, loadAdapter } from './bot/load.ts';
import { reportFindings } from './cli/doctor.ts';
import { readConfig, readVariables, secretsOf } from './config.ts';
import { ADAPTERS_FOLDER, allCommands, servicesFor, say as words } from './house.ts';
import { createLog } from './ops/log.ts';
import { problemOfStart } from './problem-of-start.ts';
import { openStore } from './store/database.ts';

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
  findings.push(await lookAtDatabase(config.databaseUrl, machine));
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
  platform: '{name}: {reason}',
};

async function lookAtDatabase(url: string, machine: () => Date): Promise<Finding> {
  try {
    const store = await openStore(url, { now: machine() });
    await store.close();
    return { tone: 'good', message: words.databaseGood };
  } catch (error) {
    return {
      tone: 'bad',
      message: say.platform,
      values: { name: 'database', reason: problemOfStart(error) },
    };
  }
}

/** A tool of an adapter, such as `manifest`. @returns its exit code, or null when no adapter has one of this name */
export async function tool(
  word: string,
  args: readonly string[],
  machine: () => Date,
): Promise<number | null> {
  for (const name of listAdapters(ADAPTERS_FOLDER)) {
    const adapter = await loadAdapter(ADAPTERS_FOLDER, name);
    const found = adapter.tools?.[word];
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
