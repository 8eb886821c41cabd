import { bot } from './bot.ts';
import { catalog } from './catalog.ts';
import { catalogProblems } from './catalog-problems.ts';
import { codes } from './codes.ts';
import { room } from './console.ts';
import { discord } from './discord.ts';
import { ledger } from './evidence.ts';
import { giving } from './giving.ts';
import { licenses } from './licenses.ts';
import { notes } from './notes.ts';
import { people } from './people.ts';
import { problems } from './problems.ts';
import { rights } from './rights.ts';
import { slack } from './slack.ts';
import { splitForms } from './split-forms.ts';
import { splitproof } from './splitproof.ts';
import { splits } from './splits.ts';
import { splitProblems } from './splits-core.ts';
import { territory } from './territory.ts';
import { evidence } from './verify.ts';

/** All of Traditional Chinese, as it is written in Taiwan; one part for each place that speaks. */
export const messages: Readonly<Record<string, string>> = {
  ...bot,
  ...catalog,
  ...catalogProblems,
  ...codes,
  ...discord,
  ...evidence,
  ...giving,
  ...ledger,
  ...licenses,
  ...notes,
  ...people,
  ...problems,
  ...rights,
  ...room,
  ...slack,
  ...splitForms,
  ...splitProblems,
  ...splits,
  ...splitproof,
  ...territory,
};
