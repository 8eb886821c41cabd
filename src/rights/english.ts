import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { leadTimes } from '../core/data/lead-times.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import { registrationTable } from '../core/data/registrations.ts';
import { territoryTable } from '../core/data/territories.ts';
import { translator } from '../text/translate.ts';
import { replyForWalk } from './new-or-same.ts';
import { replyForPlace, replyForWhom } from './places.ts';
import { replyForTopicId } from './quick-answer.ts';
import { say } from './say.ts';
import { readShown } from './translated.ts';

/** What a reply in another language was translated from; alone, without what could be done there. */
export function replyInEnglish(value: string, asked: Context): Reply {
  const context: Context = { ...asked, locale: 'en', t: translator('en', asked.timeZone) };
  const { buttons: _buttons, files: _files, ...reply } = replyFor(readShown(value), context);
  return reply;
}

function replyFor([kind, which]: ReturnType<typeof readShown>, context: Context): Reply {
  switch (kind) {
    case 'topic':
      return replyForTopicId(which, context);
    case 'place':
      return replyForPlace(which, context);
    case 'whom':
      return replyForWhom(which, context);
    case 'verdict':
      return replyForWalk(which, { press: () => '' }, context);
    case 'rows':
      return cautions(which === '' ? [] : which.split(','), context);
    case 'lead-times':
      return lines(
        leadTimes().cautions.map(({ en }) => en),
        context,
      );
    case 'registrations':
      return lines([registrationTable().caution.en], context);
    default:
      return lines([], context);
  }
}

/** All rows, where none is named. */
function cautions(ids: readonly string[], context: Context): Reply {
  const rows = territoryTable().rows.filter(({ id }) => ids.length === 0 || ids.includes(id));
  return {
    ...lines([], context),
    tone: 'caution',
    facts: rows.flatMap(({ label, caution }) => [{ label: label.en, value: caution.en }]),
  };
}

function lines(text: readonly string[], { t }: Context): Reply {
  const { education } = quickAnswers();
  return { tone: 'plain', title: t(say.english), text, notices: [education.en] };
}
