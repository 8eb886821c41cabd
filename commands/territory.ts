import { z } from 'zod';
import { defineCommand, subcommand } from '../src/bot/command.ts';
import { replyForPlace, replyForPlaces, replyForWhom } from '../src/rights/places.ts';
import { suggestPlaces } from '../src/rights/suggest-places.ts';

const say = {
  formTitle: 'Check territories',
  formSubmit: 'Look up',
  formPlaces: 'Territories',
  formPlacesHint: 'Countries, codes or regions, in any language: Japan, BR, EU, world except US',
};

export default defineCommand({
  name: 'territory',
  description: 'What to look at in a country or region, and whom to ask there',
  say,
  main: 'check',
  subcommands: {
    check: subcommand({
      description: 'Cautions for countries, regions or a sentence that names them',
      options: {
        places: {
          schema: z.string().trim().min(1).max(4000),
          description: 'As in Japan, BR, EU, or: world except US',
          suggest: async (typed, context) => suggestPlaces(typed, context),
        },
      },
      form: {
        title: say.formTitle,
        submit: say.formSubmit,
        fields: [{ option: 'places', kind: 'long', label: say.formPlaces, hint: say.formPlacesHint }],
      },
      changesNothing: true,
      handle: ({ places }, context) => replyForPlaces(places, context),
    }),
  },
  buttons: {
    place: { changesNothing: true, handle: replyForPlace },
    everyone: { changesNothing: true, handle: replyForWhom },
  },
});
