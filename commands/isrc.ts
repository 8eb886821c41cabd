import { z } from 'zod';
import type { Attachment } from '../src/bot/adapter.ts';
import { type Context, defineCommand, subcommand } from '../src/bot/command.ts';
import { pressOf, type Reply } from '../src/bot/reply.ts';
import { suggestItems } from '../src/catalog/find.ts';
import { type AssignInput, askAssign } from '../src/catalog/giving/ask-assign.ts';
import { askAudit } from '../src/catalog/giving/ask-audit.ts';
import { askRegister, keepCode } from '../src/catalog/giving/ask-register.ts';
import { beginWalk, goOn, readPressed, walkFor } from '../src/catalog/giving/ask-rules.ts';
import { askPrefix, SERIES_ACTS } from '../src/catalog/giving/ask-series.ts';
import { PREFIXES, suggestSeries } from '../src/catalog/giving/choose-series.ts';
import { say as giving } from '../src/catalog/giving/say.ts';
import { type Asked, replyForText } from '../src/codes/answer.ts';
import { replyForSent } from '../src/codes/sent.ts';
import { UserError } from '../src/core/problem.ts';
import { suggestReleases } from '../src/releases/find.ts';
import { tracksOf } from '../src/releases/tracks.ts';
import { replyForWalk } from '../src/rights/new-or-same.ts';

const say = {
  formTitle: 'Check codes',
  formSubmit: 'Check',
  formCodes: 'Codes',
  formCodesHint: 'One or many, in any form: US-RC1-76-07839, or a whole list',
  formFile: 'Or a file',
  formFileHint: 'CSV, TSV or text up to 10 MB, or an audio file',
  actList: 'list them',
  actAdd: 'add one, or a further range',
  actClose: 'close one',
  actOpen: 'open one again',
  yes: 'yes, all of them',
};

const asked: Asked = { command: 'isrc', expect: 'isrc' };

const suggestRecordings = suggestItems('recording');
const title = z.string().trim().min(1).max(300);

export default defineCommand({
  name: 'isrc',
  description: 'Recording codes: check them, give them out, register those from elsewhere',
  say,
  main: 'check',
  subcommands: {
    check: subcommand({
      description: 'Check any number of codes, or a file of them',
      options: {
        codes: {
          schema: z.string().max(100_000).optional(),
          description: 'One code or many, as in US-RC1-76-07839',
        },
        file: {
          kind: 'file',
          schema: z.custom<Attachment>().optional(),
          description: 'A CSV, TSV or text file with codes, or an audio file',
        },
      },
      form: {
        title: say.formTitle,
        submit: say.formSubmit,
        fields: [
          { option: 'codes', kind: 'long', label: say.formCodes, hint: say.formCodesHint },
          { option: 'file', kind: 'file', label: say.formFile, hint: say.formFileHint },
        ],
      },
      changesNothing: true,
      handle: ({ codes, file }, context) =>
        replyForSent({ text: codes, files: file ? [file] : [] }, context, asked),
    }),
    assign: subcommand({
      description: 'Give recordings the next codes of the team’s prefix (admins)',
      options: {
        recording: {
          schema: z.string().trim().min(1).max(4000).optional(),
          description: 'Title or id of the recording; several with a semicolon between',
          suggest: suggestRecordings,
        },
        release: {
          schema: z.string().trim().min(1).max(300).optional(),
          description: 'Or a release: each of its tracks that has none yet',
          suggest: suggestReleases,
          named: true,
        },
        prefix: {
          schema: z.string().trim().max(40).optional(),
          description: 'Which prefix, where the team has more than one',
          suggest: suggestSeries(PREFIXES),
          named: true,
        },
        new: {
          kind: 'choice',
          choices: [{ value: 'yes', label: say.yes }],
          schema: z.enum(['yes']).optional(),
          description: 'You have looked at the rules: each of them is a new recording',
          named: true,
        },
      },
      who: 'admin',
      handle: async ({ recording, release, prefix, new: word }, context) => {
        const meant = release === undefined ? recording : await tracksOf(release, context);
        if (meant === undefined)
          throw new UserError({ code: 'option.missing', details: { option: 'recording' } });
        return assign({ recording: meant, prefix, word: word === 'yes' ? 'said' : null }, context);
      },
    }),
    register: subcommand({
      description: 'Write down a code that somebody else gave to a recording',
      options: {
        recording: {
          schema: title,
          description: 'Title or id of the recording',
          suggest: suggestRecordings,
        },
        code: { schema: z.string().trim().min(1).max(200), description: 'The ISRC, in any form' },
        source: {
          schema: z.string().trim().min(1).max(200).optional(),
          description: 'Who gave it, such as the distributor',
          named: true,
        },
        accept: {
          schema: z.string().trim().min(1).max(300).optional(),
          description: 'Why it stands although something is odd about it',
          named: true,
        },
      },
      handle: askRegister,
    }),
    prefix: subcommand({
      description: 'What codes are given from: the team’s prefixes and their ranges (changes: admins)',
      options: {
        do: {
          kind: 'choice',
          choices: [
            { value: 'list', label: say.actList },
            { value: 'add', label: say.actAdd },
            { value: 'close', label: say.actClose },
            { value: 'open', label: say.actOpen },
          ],
          schema: z.enum(SERIES_ACTS).default('list'),
          description: 'What to do',
        },
        prefix: {
          schema: z.string().trim().min(1).max(40).optional(),
          description: 'The prefix as it was allocated, five characters, as in QZ-ABC',
          suggest: suggestSeries(PREFIXES),
        },
        range: {
          schema: z.string().trim().min(1).max(1000).optional(),
          description: 'Numbers that are yours, as in 00001-00500; all of them without',
        },
      },
      handle: ({ do: act, prefix, range }, context) => askPrefix({ act, prefix, range }, context),
    }),
    list: subcommand({
      description: 'Every code that was given, for you or for an agency, with a file',
      options: {
        prefix: {
          schema: z.string().trim().min(1).max(40).optional(),
          description: 'Only this prefix',
          suggest: suggestSeries(PREFIXES),
        },
        year: {
          kind: 'number',
          schema: z.number().int().min(2000).max(2099).optional(),
          description: 'The year of the codes; this one without',
        },
      },
      changesNothing: true,
      handle: ({ prefix, year }, context) => askAudit(PREFIXES, { typed: prefix, year }, context),
    }),
    'new-or-same': subcommand({
      description: 'Does this version need a code of its own? Question by question',
      options: {
        recording: {
          schema: title.optional(),
          description: 'A recording of the catalog: what is known of it is not asked',
          suggest: suggestRecordings,
        },
      },
      changesNothing: true,
      handle: ({ recording }, context) =>
        recording === undefined ? newOrSame('', context) : newOrSameFor(recording, context),
    }),
  },
  buttons: {
    check: { changesNothing: true, handle: (code, context) => replyForText(code, context, asked) },
    'new-or-same': { changesNothing: true, handle: newOrSame },
    rules: {
      changesNothing: true,
      handle: async (value, context) => {
        const pressed = readPressed(value);
        const about = await goOn(pressed, context);
        return replyForWalk(pressed.answers, walkFor(about, context), context);
      },
    },
    give: {
      who: 'admin',
      handle: (value, context) => {
        const { recording, prefix, answers } = readPressed(value);
        return assign({ recording, prefix, word: { answers } }, context);
      },
    },
    keep: { handle: keepCode },
  },
  messageActions: [
    {
      name: 'Check codes',
      changesNothing: true,
      handle: (message, context) => replyForSent(message, context, asked),
    },
  ],
});

async function assign(input: AssignInput, context: Context): Promise<Reply> {
  const done = await askAssign(input, context);
  if (done.kind === 'reply') return done.reply;
  const walk = { ...walkFor(done.about, context), before: [context.t(giving.mustSay)] };
  return replyForWalk(done.answers, walk, context);
}

function newOrSame(answers: string, context: Context): Reply {
  const press = (next: string) => pressOf('isrc', 'new-or-same', next);
  return replyForWalk(answers, { press }, context);
}

async function newOrSameFor(recording: string, context: Context): Promise<Reply> {
  const begun = await beginWalk(recording, context);
  if (begun.kind === 'reply') return begun.reply;
  return replyForWalk(begun.answers, walkFor(begun.about, context), context);
}
