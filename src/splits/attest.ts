import type { Attachment } from '../bot/adapter.ts';
import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { agrees, standingOf } from '../core/ledger/sheet-state.ts';
import { UserError } from '../core/problem.ts';
import { takeProof } from '../files/proof.ts';
import { askerPerson } from '../people/named.ts';
import { bareName, nameKey } from '../people/typed-name.ts';
import { keepFile } from '../store/files.ts';
import { linksOf } from '../store/people.ts';
import { lockSheet } from '../store/sheets.ts';
import { inTransaction } from '../store/transaction.ts';
import { findMeant, findVersionMeant, mustBeProposer } from './find.ts';
import { readContent } from './propose.ts';
import { readSheet } from './read-sheet.ts';
import { say } from './say.ts';
import { writeMark } from './write-mark.ts';

export type AttestRequest = {
  readonly sheet: string;
  /** A party, by the name on the sheet. */
  readonly party: string;
  readonly file: Attachment;
};

/**
 * `/split attest`: a signed file stands for the approval of a party without an account. A weaker grade, and shown as
 * such; the file is kept as it came, under its hash.
 *
 * @throws UserError `split.no-such-party`, `split.has-account`, `split.not-open`, `split.agreed-already`, `file.*`
 */
export async function attest(request: AttestRequest, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { team } = asker;
  const sheet = await findMeant(house, team, request.sheet, 'exactly');
  const stored = await findVersionMeant(house, team, sheet);
  const { parties } = readContent(stored.content);
  const party = findParty(request.party, sheet.title, parties);
  const { file } = request;
  const proof = await takeProof(file, (limitBytes) => context.download(file, limitBytes), 'papers');
  const entries = await inTransaction(house.db, async (db) => {
    // The sheet first and the ledger after it, as everybody does: else two would wait for each other.
    await lockSheet(db, team, sheet.id);
    const own = await askerPerson(house, db, asker);
    await mustBeProposer({ ...house, db }, asker, stored, own.person);
    const read = await readSheet(house, db, team, sheet.id);
    const version = read.state.versions.get(stored.version);
    const standing = version === undefined ? 'replaced' : standingOf(read.state, version);
    const state = version?.parties.get(party.person);
    if (version === undefined || state === undefined || (standing !== 'open' && standing !== 'disputed')) {
      const ended = standing === 'open' || standing === 'disputed' ? 'replaced' : standing;
      throw new UserError({ code: 'split.not-open', details: { title: sheet.title, state: ended } });
    }
    if (agrees(state)) throw new UserError({ code: 'split.agreed-already', details: { name: party.name } });
    if ((await linksOf(db, team, [party.person])).length > 0) {
      throw new UserError({ code: 'split.has-account', details: { name: party.name } });
    }
    const subject = `file/f_${house.newId()}`;
    const kept = await keepFile(db, house.evidence, team, { file: proof, subject, by: own.person });
    return writeMark(house, db, team, read, version, {
      type: 'mark',
      subject: `sheet/${sheet.id}`,
      data: {
        sheet: sheet.id,
        version: version.version,
        text: version.text,
        party: party.person,
        mark: 'approve',
        act: 'added',
        method: 'attestation',
        seen: 'attested',
        platform_time: null,
        between: null,
        at_message: null,
        link: null,
        delegation: null,
        file: kept,
      },
      sealed: { file: proof.name },
    });
  });
  house.poke();
  return {
    tone: 'good',
    title: t(say.attested, { name: party.name, title: sheet.title, version: stored.version }),
    text: [t(say.attestedGrade), t(say.attestedEntry, { seq: entries[0]?.seq ?? 0 })],
  };
}

type Party = ReturnType<typeof readContent>['parties'][number];

function findParty(typed: string, title: string, parties: readonly Party[]): Party {
  const key = nameKey(bareName(typed));
  const found = parties.filter((party) => nameKey(party.name) === key);
  const [party] = found;
  if (party !== undefined && found.length === 1) return party;
  const names = parties.map((one) => one.name);
  throw new UserError({ code: 'split.no-such-party', details: { title, typed, names } });
}
