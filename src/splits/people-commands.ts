import { z } from 'zod';
import {
  type ButtonHandler,
  type Context,
  type PersonRef,
  type Subcommand,
  subcommand,
} from '../bot/command.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { endOfDay } from '../core/time-zones.ts';
import { delegate } from '../people/delegate.ts';
import { confirmedLink } from '../people/link.ts';
import { confirmedErase } from '../people/privacy.ts';
import { askForReceipt } from '../people/receipt.ts';
import { peopleSubcommands } from '../people/subcommands.ts';
import { linksOf, sheetsOf } from '../store/people.ts';
import { findSheet, findVersion, messagesOf } from '../store/sheets.ts';
import { again } from './ask.ts';
import { lookKey } from './complete.ts';
import { findMeant, suggestSheets } from './find.ts';
import { readContent } from './propose.ts';
import { askToShow } from './write-mark.ts';

/** About people and about what they do on sheets: subcommands of `/splitproof`. */
export const personSubcommands: Readonly<Record<string, Subcommand>> = {
  ...peopleSubcommands,
  delegate: subcommand({
    description: 'Let somebody else mark for you, until a day, on one sheet or on all',
    options: {
      to: {
        kind: 'person',
        schema: z.custom<PersonRef>((value) => value !== undefined),
        description: 'Who may mark for you',
      },
      until: { kind: 'date', schema: z.iso.date(), description: 'The last day, as in 2026-12-31' },
      sheet: {
        schema: z.string().trim().max(200).optional(),
        description: 'Only on this sheet',
        suggest: suggestSheets,
      },
    },
    async handle({ to, until, sheet }, context) {
      const found = sheet === undefined ? null : await findMeant(context.house, context.asker.team, sheet);
      return delegate({ to, until: endOfDay(until, context.timeZone), sheet: found }, context);
    },
  }),
};

/** The buttons under their questions. */
export const personButtons: Readonly<Record<string, ButtonHandler>> = {
  link: {
    handle: (code, context) => confirmedLink(code, context, (person) => lookForMarksOf(person, context)),
  },
  erase: {
    who: 'admin',
    async handle(person, context) {
      const { house, asker } = context;
      const reply = await confirmedErase(person, context, async (db, sheet, seq) => {
        const stored = await findSheet(db, asker.team, sheet);
        const version = stored && (await findVersion(db, asker.team, sheet, stored.newest));
        const parties = version ? readContent(version.content).parties.map((party) => party.person) : [];
        for (const link of await linksOf(db, asker.team, parties)) {
          await askForReceipt(house, db, asker.team, seq, link);
        }
      });
      // The name goes from the messages as well.
      for (const sheet of await sheetsOf(house.db, asker.team, person)) {
        await askToShow(house, house.db, asker.team, sheet);
      }
      house.poke();
      return reply;
    },
  },
};

/**
 * An account became somebody's: their sheets show it. What it had put on them before does not count; a look now says
 * what that was, so that whatever is found later was made later.
 */
async function lookForMarksOf(person: PersonId, { house, asker }: Context): Promise<void> {
  for (const sheet of await sheetsOf(house.db, asker.team, person)) {
    for (const { platform, space, channel, message, isGone } of await messagesOf(
      house.db,
      asker.team,
      sheet,
    )) {
      if (isGone) continue;
      const payload = { platform, space, channel, message };
      await again(house, house.db, asker.team, { kind: 'look', key: lookKey(payload), platform, payload });
    }
    await askToShow(house, house.db, asker.team, sheet);
  }
  house.poke();
}
