import { z } from 'zod';
import { type PersonRef, type Subcommand, subcommand } from '../bot/command.ts';
import { undelegate } from './delegate.ts';
import { askLink, askUnlink } from './link.ts';
import { profile, profileFields } from './me.ts';
import { privacy } from './privacy.ts';
import { say as spoken } from './say.ts';

const short = (description: string) => ({ schema: z.string().trim().max(200).optional(), description });

/** What `/splitproof` can do about people, beside what needs to know of sheets. */
export const peopleSubcommands: Readonly<Record<string, Subcommand>> = {
  me: subcommand({
    description: 'Your name, numbers, society and hours in this team’s books',
    options: {
      name: {
        // Nothing invisible, nothing that turns the direction: what is read is what is compared.
        schema: z
          .string()
          .trim()
          .min(1)
          .max(100)
          .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u)
          .optional(),
        description: 'What you are called on sheets',
      },
      legal: short('Your legal name; - takes it back'),
      ipi: short('Your IPI name number; - takes it back'),
      isni: short('Your ISNI; - takes it back'),
      society: short('Your society, as in MÜST or BMI; - takes it back'),
      hours: short('Between which hours you may be written to, as in 9-21'),
      numbers: {
        kind: 'choice',
        choices: [
          { value: 'hidden', label: spoken.hidden },
          { value: 'shown', label: spoken.shown },
        ],
        schema: z.enum(['hidden', 'shown']).optional(),
        description: 'Whether legal name and numbers may stand in posts',
      },
    },
    form: {
      title: spoken.meFormTitle,
      submit: spoken.meSave,
      fields: [
        { option: 'name', kind: 'short', label: spoken.meName },
        { option: 'legal', kind: 'short', label: spoken.meLegal },
        { option: 'ipi', kind: 'short', label: spoken.meIpi },
        { option: 'isni', kind: 'short', label: spoken.meIsni },
        { option: 'society', kind: 'short', label: spoken.meSociety },
        { option: 'hours', kind: 'short', label: spoken.meHours, hint: spoken.meHoursHint },
        { option: 'numbers', kind: 'choice', label: spoken.mePublic },
      ],
      prefill: profileFields,
    },
    handle: profile,
  }),
  link: subcommand({
    description: 'Link another account of yours, or give a party without one theirs, by a code',
    options: {
      code: short('The code from the other side'),
      person: short('A party without an account, by name'),
      for: {
        kind: 'choice',
        choices: [
          { value: 'me', label: spoken.linkForMe },
          { value: 'team', label: spoken.linkForTeam },
        ],
        schema: z.enum(['me', 'team']).default('me'),
        description: 'A code for an account, or one that joins another place to this team (admins)',
      },
    },
    handle: askLink,
  }),
  unlink: subcommand({
    description: 'Take this account off the person it is linked to',
    options: {},
    handle: (_input, context) => askUnlink(context),
  }),
  undelegate: subcommand({
    description: 'End the leave of somebody to mark for you',
    options: {
      to: {
        kind: 'person',
        schema: z.custom<PersonRef>((value) => value !== undefined),
        description: 'Who may no longer mark for you',
      },
    },
    handle: ({ to }, context) => undelegate(to, context),
  }),
  privacy: subcommand({
    description: 'Take out what is kept about you; admins can erase it',
    options: { erase: short('Whose personal data is to be erased (admins)') },
    handle: ({ erase }, context) => privacy(erase, context),
  }),
};
