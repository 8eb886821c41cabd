import { listAdapters } from './bot/load.ts';
import { StartError } from './bot/start-error.ts';
import { runEvidence } from './cli/evidence.ts';
import { readConfig } from './config.ts';
import { readEvidenceMeans } from './evidence-key.ts';
import { ADAPTERS_FOLDER } from './house.ts';
import { openStore } from './store/database.ts';
import { openEvidence } from './store/evidence.ts';
import { lookAtStore } from './store/look.ts';

/** The shell's `evidence` on the database that the variables name, also while the bot runs. @returns its exit code */
export function evidence(
  args: readonly string[],
  machine: () => Date,
  errorOutput: (text: string) => void,
): Promise<number> {
  return runEvidence({
    args,
    output: (text) => void process.stdout.write(text),
    errorOutput,
    async open() {
      const config = readConfig(listAdapters(ADAPTERS_FOLDER));
      // Looking for evidence must not make a database.
      if ((await lookAtStore(config.databaseUrl)).kind === 'absent') {
        throw new StartError('The database is not there yet, so there is no evidence to take out.');
      }
      const { db, close } = await openStore(config.databaseUrl, { now: machine() });
      return { db, close, evidence: openEvidence({ ...readEvidenceMeans(config), now: machine, randomHex }) };
    },
  });
}

/** Only what is sealed needs salt, and taking out seals nothing. */
function randomHex(): string {
  throw new Error('Nothing is sealed when evidence is taken out.');
}
