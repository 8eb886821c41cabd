import { z } from 'zod';
import type { Attachment } from '../src/bot/adapter.ts';
import { type Context, defineCommand, subcommand } from '../src/bot/command.ts';
import { pressOf, type Reply, type Tone } from '../src/bot/reply.ts';
import { type Asked, replyForText } from '../src/codes/answer.ts';
import { replyForSent } from '../src/codes/sent.ts';
import { inLanguage, type Localized } from '../src/core/data/localized.ts';
import type { Ruling, Verdict } from '../src/core/data/new-or-same.ts';
import { quickAnswers } from '../src/core/data/quick-answers.ts';
import { walkNewOrSame } from '../src/core/new-or-same.ts';
import { say as ofRights } from '../src/rights/say.ts';

const say = {
  formTitle: 'Check codes',
  formSubmit: 'Check',
  formCodes: 'Codes',
  formCodesHint: 'One or many, in any form: US-RC1-76-07839, or a whole list',
  formFile: 'Or a file',
  formFileHint: 'CSV, TSV or text up to 10 MB, or an audio file',
  source: 'Source: {source} ({certainty})',
  again: 'Start again',
};

const asked: Asked = { command: 'isrc', expect: 'isrc' };

export default defineCommand({
  name: 'isrc',
  description: 'Check recording codes, and find out when a recording needs one',
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
    'new-or-same': subcommand({
      description: 'Does this version need a code of its own? Question by question',
      options: {},
      changesNothing: true,
      handle: (_input, context) => newOrSame('', context),
    }),
  },
  buttons: {
    check: { changesNothing: true, handle: (code, context) => replyForText(code, context, asked) },
    'new-or-same': { changesNothing: true, handle: newOrSame },
  },
  messageActions: [
    {
      name: 'Check codes',
      changesNothing: true,
      handle: (message, context) => replyForSent(message, context, asked),
    },
  ],
});

const TONES: Readonly<Record<Ruling, Tone>> = {
  new: 'caution',
  keep: 'good',
  depends: 'caution',
  disputed: 'caution',
  may: 'plain',
  never: 'bad',
};

/** The next question, or the verdict, after these answers. */
function newOrSame(answers: string, context: Context): Reply {
  const words = (localized: Localized) => inLanguage(localized, context.locale);
  const step = walkNewOrSame(answers);
  if (step.kind === 'verdict') return verdict(step.verdict, context);
  return {
    tone: 'plain',
    title: words(step.ask),
    buttons: step.choices.map((choice) => ({
      label: words(choice.label),
      press: pressOf('isrc', 'new-or-same', choice.answers),
    })),
  };
}

function verdict({ verdict: ruling, answer, rule, next, sources }: Verdict, { t, locale }: Context): Reply {
  const words = (localized: Localized) => inLanguage(localized, locale);
  return {
    tone: TONES[ruling],
    title: words(answer),
    text: [words(rule), words(next)],
    notices: [
      ...sources.map(({ source, confidence }) =>
        t(say.source, { source, certainty: t(ofRights.certainty, { confidence }) }),
      ),
      words(quickAnswers().education),
    ],
    buttons: [{ label: t(say.again), press: pressOf('isrc', 'new-or-same') }],
  };
}
