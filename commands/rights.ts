import { z } from 'zod';
import { defineCommand, subcommand } from '../src/bot/command.ts';
import { replyInEnglish } from '../src/rights/english.ts';
import { replyForQuestion, replyForSourcesOf, replyForTopicId } from '../src/rights/quick-answer.ts';
import { suggestTopics } from '../src/rights/suggest-topics.ts';

export default defineCommand({
  name: 'rights',
  description: 'Quick answers about codes, costs and distributors',
  say: {},
  main: 'about',
  flat: true,
  subcommands: {
    about: subcommand({
      description: 'A topic, or a question in your own words; without one, what there is',
      options: {
        topic: {
          schema: z.string().max(500).optional(),
          description: 'As in isrc, iswc, upc, cost, distributors, faq',
          suggest: async (typed, context) => suggestTopics(typed, context),
        },
      },
      changesNothing: true,
      handle: ({ topic }, context) => replyForQuestion(topic ?? '', context),
    }),
  },
  buttons: {
    topic: { changesNothing: true, handle: replyForTopicId },
    english: { changesNothing: true, handle: replyInEnglish },
    sources: { changesNothing: true, handle: replyForSourcesOf },
  },
});
