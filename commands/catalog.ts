import { defineCommand, subcommand } from '../src/bot/command.ts';
import { askAdd } from '../src/catalog/add.ts';
import { askEdit } from '../src/catalog/edit.ts';
import { say as gapSay } from '../src/catalog/gap-words.ts';
import { askHealth, say as healthSay, pressHealth } from '../src/catalog/health.ts';
import { askImport, confirmImport } from '../src/catalog/import/ask.ts';
import { askList, pressList } from '../src/catalog/list.ts';
import {
  addOptions,
  addOutline,
  anyItem,
  editForm,
  editOptions,
  say as formSay,
  importOptions,
  listOptions,
} from '../src/catalog/options.ts';
import { askRemove, confirmRemove } from '../src/catalog/remove.ts';
import { say as spoken } from '../src/catalog/say.ts';
import { askShow } from '../src/catalog/show.ts';
import { askExport, say as exportSay } from '../src/catalog/table/export.ts';
import { addWorkOf, joinWorkOf } from '../src/catalog/work-of.ts';

const say = { ...spoken, ...formSay, ...gapSay, ...healthSay, ...exportSay };

export default defineCommand({
  name: 'catalog',
  description: 'Works, recordings and persons, the codes they bear, and what is missing',
  say,
  subcommands: {
    add: subcommand({
      description: 'Add a recording, a work or a person',
      options: addOptions,
      form: addOutline,
      handle: askAdd,
    }),
    edit: subcommand({
      description: 'Change an item; what you leave out stays, - takes something away',
      options: editOptions,
      handle: askEdit,
    }),
    show: subcommand({
      description: 'Everything about an item: facts, codes, versions, and what is open',
      options: { item: anyItem },
      changesNothing: true,
      handle: ({ item }, context) => askShow(item, context),
    }),
    list: subcommand({
      description: 'What there is, the newest first, or what has these words',
      options: listOptions,
      changesNothing: true,
      handle: askList,
    }),
    remove: subcommand({
      description: 'Take a recording or a work out of the catalog (admins)',
      options: { item: anyItem },
      who: 'admin',
      changesNothing: true,
      handle: ({ item }, context) => askRemove(item, context),
    }),
    health: subcommand({
      description: 'What is missing or contradicts itself, and the command that closes it',
      options: {},
      changesNothing: true,
      handle: (_input, context) => askHealth(context),
    }),
    import: subcommand({
      description: 'Bring a CSV or TSV in: first what each row would do, then all of it at a press (admins)',
      options: importOptions,
      who: 'admin',
      handle: askImport,
    }),
    export: subcommand({
      description: 'All recordings and works as CSV files that can be brought back',
      options: {},
      changesNothing: true,
      handle: (_input, context) => askExport(context),
    }),
  },
  buttons: {
    'add-work': { handle: addWorkOf },
    'join-work': { handle: joinWorkOf },
    show: { changesNothing: true, handle: askShow },
    edit: { form: editForm },
    list: { changesNothing: true, handle: pressList },
    remove: { who: 'admin', handle: confirmRemove },
    health: { changesNothing: true, handle: pressHealth },
    import: { who: 'admin', handle: confirmImport },
  },
});
