import type { Context } from '../../bot/command.ts';
import { type Button, pressOf, type Reply } from '../../bot/reply.ts';
import type { Ruling } from '../../core/data/new-or-same.ts';
import { beginningFor, mayGet, mayKeep } from '../../core/new-or-same.ts';
import { UserError } from '../../core/problem.ts';
import { listSeries } from '../../store/series.ts';
import { plain, type Words } from '../../text/spans.ts';
import { findMeantItem } from '../find.ts';
import { displayOf, labelOf } from '../labels.ts';
import { type About, replyForBears } from './ask-assign.ts';
import { PREFIXES } from './choose-series.ts';
import { type Source, sourceOf, standingOf } from './give-isrcs.ts';
import { say } from './say.ts';

/** What stands in a button: the recording, the prefix that its code would come from, the answers so far. */
export type Pressed = { readonly recording: string; readonly prefix: string; readonly answers: string };

export function readPressed(value: string): Pressed {
  const [recording = '', prefix = '', ...answers] = value.split(':');
  return { recording, prefix, answers: answers.join(':') };
}

const pressedOf = ({ recording, prefix }: About, answers: string): string =>
  `${recording.id}:${prefix}:${answers}`;

/** The walk through the rules for one recording: what it says beside them, and what can be done at their end. */
export type RecordingWalk = {
  press(answers: string): string;
  readonly facts: NonNullable<Reply['facts']>;
  onVerdict(
    ruling: Ruling,
    answers: string,
  ): { readonly buttons: readonly Button[]; readonly text: readonly Words[] };
};

export function walkFor(about: About, { t }: Pick<Context, 't'>): RecordingWalk {
  const { recording, source, prefix } = about;
  const [code] = source?.isrcs ?? [];
  return {
    press: (answers) => pressOf('isrc', 'rules', pressedOf(about, answers)),
    facts: [
      { label: t(say.about), value: labelOf('recording', recording.content, t) },
      ...(source === null ? [] : [{ label: t(say.versionOf), value: sourceWords(source, t) }]),
    ],
    onVerdict(ruling, answers) {
      const buttons: Button[] = [];
      const text: Words[] = [];
      if (mayGet(ruling) && prefix !== '') {
        const press = pressOf('isrc', 'give', pressedOf(about, answers));
        buttons.push({ label: t(say.give), style: 'primary', press });
        text.push(t(say.typeGive, { command: `/isrc assign ${recording.id} new: yes` }));
      }
      if (mayKeep(ruling) && code !== undefined) {
        const shown = displayOf({ scheme: 'isrc', code: code.code });
        buttons.push({
          label: t(say.keep, { code: shown }),
          press: pressOf('isrc', 'keep', recording.id),
        });
        const command = `/isrc register ${recording.id} ${shown} accept: "${plain(t(say.keptShort))}"`;
        text.push(t(say.typeKeep, { command }));
      }
      return { buttons, text };
    },
  };
}

function sourceWords({ recording, isrcs }: Source, t: Context['t']): Words {
  const title = labelOf('recording', recording.content, t);
  const [code] = isrcs;
  return code === undefined
    ? title
    : t(say.versionOfCoded, { title, code: displayOf({ scheme: 'isrc', code: code.code }) });
}

export type Begun =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'rules'; readonly about: About; readonly answers: string };

/**
 * `/isrc new-or-same recording:`: the walk for a recording of the catalog, from what its version kind says already.
 *
 * @throws UserError `catalog.*`
 */
export async function beginWalk(typed: string, context: Context): Promise<Begun> {
  const { house, asker } = context;
  const recording = await findMeantItem(house, asker.team, 'recording', typed);
  const source = await sourceOf(house.db, asker.team, recording);
  const standing = await standingOf(house.db, asker.team, recording, null);
  if (standing.kind === 'bears') {
    return { kind: 'reply', reply: await replyForBears(recording, standing.isrcs, context) };
  }
  const { answers } = beginningFor(recording.content.versionKind, false);
  return { kind: 'rules', about: { recording, source, prefix: await onlyPrefix(context) }, answers };
}

/** A button of the walk was pressed. @throws UserError `catalog.unknown` */
export async function goOn({ recording: id, prefix }: Pressed, context: Context): Promise<About> {
  const { house, asker } = context;
  const recording = await findMeantItem(house, asker.team, 'recording', id, 'exactly');
  if (recording.id !== id) throw new UserError({ code: 'command.gone', details: {} });
  return { recording, source: await sourceOf(house.db, asker.team, recording), prefix };
}

/** The prefix that needs no naming; empty where there is none, or more than one. */
async function onlyPrefix({ house, asker }: Context): Promise<string> {
  const open = (await listSeries(house.db, asker.team, PREFIXES.schemes)).filter(({ closed }) => !closed);
  return open.length === 1 ? (open[0]?.name ?? '') : '';
}
