import { resolve } from 'node:path';
import type { Evidence, SignedHead } from '../store/evidence.ts';
import { takeOut } from '../store/evidence-bundle.ts';
import { type LedgerOwner, listLedgers } from '../store/evidence-teams.ts';
import type { Db } from '../store/tables.ts';
import { plain } from '../text/spans.ts';
import { translator } from '../text/translate.ts';
import { EVIDENCE_USAGE, type EvidenceArgs, readEvidenceArgs } from './evidence/arguments.ts';
import { BundleTooLarge, beginFolder, FolderTaken, type NewFolder } from './evidence/new-folder.ts';
import { writeReadme } from './evidence/readme.ts';
import { say } from './evidence/say.ts';
import { writeWhole } from './evidence/whole.ts';

export type EvidenceRun = {
  readonly args: readonly string[];
  output(text: string): void;
  errorOutput(text: string): void;
  /** The database that is set up here, opened only when the arguments can be understood. */
  open(): Promise<{ readonly db: Db; readonly evidence: Evidence; close(): Promise<void> }>;
};

const BAD_USAGE = 2;
const t = translator('en', 'UTC');
const told = (...said: Parameters<typeof t>): string => plain(t(...said));

/** A sentence that ends the run with nothing left behind. */
class Refusal extends Error {}

/**
 * `splitproof evidence`: write a ledger, or what proves one sheet, to a folder.
 *
 * @returns the exit code: 0 written, 1 not written, 2 bad usage
 * @throws UserError `evidence.*`, and what the system says of its disk; nothing is left behind then either
 */
export async function runEvidence(run: EvidenceRun): Promise<number> {
  const args = readEvidenceArgs(run.args);
  if (args === 'help') {
    run.output(EVIDENCE_USAGE);
    return 0;
  }
  if ('refusal' in args) {
    run.errorOutput(`${args.refusal}\n\n${EVIDENCE_USAGE}`);
    return BAD_USAGE;
  }
  const { db, evidence, close } = await run.open();
  try {
    const team = chooseTeam(await listLedgers(db), args.team);
    const lines = await write(db, evidence, team, args);
    run.output(lines.map((line) => `${line}\n`).join(''));
    return 0;
  } catch (error) {
    const refusal = refusalOf(error, args);
    if (refusal === null) throw error;
    run.errorOutput(`${refusal}\n`);
    return 1;
  } finally {
    await close();
  }
}

async function write(
  db: Db,
  evidence: Evidence,
  team: string,
  { folder: name, sheet }: EvidenceArgs,
): Promise<readonly string[]> {
  const folder = beginFolder(name);
  try {
    const first = await (sheet === null
      ? writeLedger(db, evidence, team, folder)
      : writeSheet(db, evidence, team, sheet, folder));
    folder.finish();
    const { key } = evidence.ledgerOf(team);
    return [
      ...first.map(([message, values]) => told(message, { ...values, folder: resolve(name) })),
      told(say.key, { key }),
      told(say.check, { folder: name }),
      told(say.personal),
    ];
  } finally {
    folder.abandon();
  }
}

type Said = readonly [message: string, values: Readonly<Record<string, string | number>>];

async function writeLedger(
  db: Db,
  evidence: Evidence,
  team: string,
  folder: NewFolder,
): Promise<readonly Said[]> {
  const head = await writeWhole(db, evidence, team, folder);
  const ledger = evidence.ledgerOf(team).name;
  return [[say.ledgerWritten, { ledger, size: head.size }], headLine(head)];
}

async function writeSheet(
  db: Db,
  evidence: Evidence,
  team: string,
  sheet: string,
  folder: NewFolder,
): Promise<readonly Said[]> {
  const subject = `sheet/${sheet}`;
  const { name: ledger, key } = evidence.ledgerOf(team);
  const readme = writeReadme({ ledger, key, subject });
  const files = await takeOut(db, evidence, team, { subject, readme, by: null });
  if (files === undefined) throw new Refusal(told(say.noSheet, { sheet }));
  for (const { path, bytes } of files) folder.write(path, bytes);
  return [[say.sheetWritten, { subject, files: files.length }]];
}

const headLine = ({ size, root }: SignedHead): Said => [say.head, { size, root }];

function chooseTeam(owners: readonly LedgerOwner[], wanted: string | null): string {
  const [only, second] = owners;
  const teams = owners.length === 0 ? '' : told(say.teams, { teams: owners.map(describe) });
  if (wanted !== null) {
    if (owners.some(({ team }) => team === wanted)) return wanted;
    throw new Refusal(told(say.noTeam, { team: wanted, teams }).trimEnd());
  }
  if (second !== undefined) throw new Refusal(told(say.whichTeam, { teams }));
  if (only === undefined) throw new Refusal(told(say.none));
  return only.team;
}

function describe({ team, size, spaces }: LedgerOwner): string {
  const named = spaces.map(({ platform, name }) => `${platform} ${name ?? ''}`.trim());
  return told(say.team, { team, size, spaces: named.map((space) => `${space}, `).join('') });
}

function refusalOf(error: unknown, { folder }: EvidenceArgs): string | null {
  if (error instanceof Refusal) return error.message;
  if (error instanceof FolderTaken) return told(say.taken, { folder });
  if (error instanceof BundleTooLarge) return told(say.tooLarge);
  return null;
}
