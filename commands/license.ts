import { z } from 'zod';
import { defineCommand, subcommand } from '../src/bot/command.ts';
import { addLicense } from '../src/licenses/add.ts';
import { answerPlaces } from '../src/licenses/answer-places.ts';
import { checkLicenses } from '../src/licenses/check.ts';
import { countLicense, endLicense } from '../src/licenses/end.ts';
import {
  addOptions,
  addOutline,
  anyLicense,
  checkOptions,
  checkOutline,
  completeForm,
  license,
} from '../src/licenses/forms.ts';
import { listAll, listMore, WHICH } from '../src/licenses/list.ts';
import { say } from '../src/licenses/say.ts';
import { showLicense } from '../src/licenses/show.ts';

const { asset } = addOptions;

export default defineCommand({
  name: 'license',
  description: 'Permissions to use things: what they cover, what is missing, when they end',
  say,
  subcommands: {
    add: subcommand({
      description: 'Record a license, or complete one; what is missing is named',
      options: addOptions,
      form: addOutline,
      handle: (input, context) => addLicense(input, context),
    }),
    show: subcommand({
      description: 'All that a license says, with its proof file',
      options: { license: anyLicense },
      changesNothing: true,
      handle: (input, context) => showLicense(input.license, context),
    }),
    list: subcommand({
      description: 'The team’s licenses, newest first',
      options: {
        asset: { ...asset, description: 'Only those about this' },
        state: {
          kind: 'choice',
          choices: [
            { value: 'all', label: say.listAll },
            { value: 'standing', label: say.listStanding },
            { value: 'draft', label: say.listDraft },
            { value: 'over', label: say.listOver },
          ],
          schema: z.enum(WHICH).default('all'),
          description: 'All, those that stand, drafts, or those that are over',
          named: true,
        },
      },
      changesNothing: true,
      handle: listAll,
    }),
    check: subcommand({
      description: 'Is this use covered there and then? Yes, no or cannot say, with the clause',
      options: checkOptions,
      form: checkOutline,
      changesNothing: true,
      handle: (input, context) => checkLicenses(input, context),
    }),
    end: subcommand({
      description: 'End a license, or correct its end; it is kept, and covers nothing after its last day',
      options: {
        license,
        date: {
          schema: z.string().trim().min(1).max(40).optional(),
          description: 'Its last day, as in 2026-12-11; today when left out; none takes an end back',
          named: true,
        },
        reason: {
          schema: z.string().trim().min(1).max(1000).optional(),
          description: 'Why it ends',
          named: true,
        },
      },
      handle: endLicense,
    }),
    count: subcommand({
      description: 'How much has been made under a license, for its limits',
      options: {
        license,
        made: {
          schema: z.string().trim().min(1).max(300),
          description: 'In all, as in 8200 copies; 40000 streams',
          named: true,
        },
      },
      handle: countLicense,
    }),
  },
  buttons: {
    complete: { form: completeForm },
    places: { handle: answerPlaces },
    list: { changesNothing: true, handle: listMore },
  },
});
