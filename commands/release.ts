import { z } from 'zod';
import { defineCommand, subcommand } from '../src/bot/command.ts';
import { answerPlaces } from '../src/releases/answer-places.ts';
import { settle, snooze } from '../src/releases/answer-reminder.ts';
import { calendarOf } from '../src/releases/calendar.ts';
import { readCautions } from '../src/releases/cautions.ts';
import {
  askCancel,
  confirmCancel,
  editRelease,
  moveRelease,
  placeRelease,
  trackRelease,
} from '../src/releases/edit.ts';
import { showLeadTimes } from '../src/releases/lead.ts';
import { listAll, listMore, WHICH } from '../src/releases/list.ts';
import {
  anyRelease,
  dateOptions,
  editForm,
  editOptions,
  newOptions,
  newOutline,
  oneRelease,
  placesOptions,
  trackOptions,
  usualOptions,
} from '../src/releases/options.ts';
import { newRelease } from '../src/releases/plan.ts';
import { showRegistrations } from '../src/releases/register.ts';
import { say } from '../src/releases/say.ts';
import { showRelease } from '../src/releases/show.ts';
import { releaseStatus } from '../src/releases/status.ts';
import { usualOf } from '../src/releases/usual.ts';

export default defineCommand({
  name: 'release',
  description: 'What comes out when: what is still open, reminders before the day, a calendar file',
  say,
  subcommands: {
    new: subcommand({
      description: 'Plan a release: its day, barcode, tracks, and where it comes out',
      options: newOptions,
      form: newOutline,
      handle: (input, context) => newRelease(input, context),
    }),
    show: subcommand({
      description: 'Everything that a release says',
      options: { release: anyRelease },
      changesNothing: true,
      handle: ({ release }, context) => showRelease(release, context),
    }),
    list: subcommand({
      description: 'What is to come, the next first; or what is out, or was cancelled',
      options: {
        which: {
          kind: 'choice',
          choices: [
            { value: 'coming', label: say.whichComing },
            { value: 'past', label: say.whichPast },
            { value: 'cancelled', label: say.whichCancelled },
            { value: 'all', label: say.whichAll },
          ],
          schema: z.enum(WHICH).default('coming'),
          description: 'To come, out already, cancelled, or all',
        },
      },
      changesNothing: true,
      handle: listAll,
    }),
    status: subcommand({
      description: 'What holds, what is still open, whom it waits for, and the command that closes it',
      options: { release: anyRelease },
      changesNothing: true,
      handle: ({ release }, context) => releaseStatus(release, context),
    }),
    edit: subcommand({
      description: 'Change title, artist, barcode or reminders; what you leave out stays, - takes away',
      options: editOptions,
      handle: editRelease,
    }),
    date: subcommand({
      description: 'Move a release to another day; its reminders move with it',
      options: dateOptions,
      handle: moveRelease,
    }),
    track: subcommand({
      description: 'Put recordings on a release, take one off, or move one',
      options: trackOptions,
      handle: trackRelease,
    }),
    territories: subcommand({
      description: 'Say where a release comes out',
      options: placesOptions,
      handle: (input, context) => placeRelease(input, context),
    }),
    usual: subcommand({
      description: 'Reminder days and lead times of the team, for every release (changes: admins)',
      options: usualOptions,
      handle: usualOf,
    }),
    cancel: subcommand({
      description: 'Cancel a release; asks first',
      options: { release: oneRelease },
      changesNothing: true,
      handle: ({ release }, context) => askCancel(release, context),
    }),
    calendar: subcommand({
      description: 'A calendar file of a release with its reminders; of all to come when left out',
      options: { release: anyRelease },
      changesNothing: true,
      handle: ({ release }, context) => calendarOf(release, context),
    }),
  },
  buttons: {
    status: { changesNothing: true, handle: releaseStatus },
    lead: { changesNothing: true, handle: showLeadTimes },
    register: { changesNothing: true, handle: showRegistrations },
    calendar: { changesNothing: true, handle: calendarOf },
    list: { changesNothing: true, handle: listMore },
    edit: { form: editForm },
    read: { handle: readCautions },
    cancel: { handle: confirmCancel },
    places: { handle: answerPlaces },
    done: { visibility: 'posted', handle: settle },
    snooze: { handle: snooze },
  },
});
