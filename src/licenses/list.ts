import type { Context } from '../bot/command.ts';
import { type Line, pressOf, type Reply } from '../bot/reply.ts';
import type { Asset } from '../core/licenses/content.ts';
import { findLicense, type LicenseState, listLicenses, type StoredLicense } from '../store/licenses.ts';
import { code } from '../text/spans.ts';
import { assetMeant } from './assets.ts';
import { partiesWords } from './facts.ts';
import { todayOf } from './read-input.ts';
import { say } from './say.ts';
import { stateOf } from './show.ts';

export const WHICH = ['all', 'standing', 'draft', 'over'] as const;

export type Which = (typeof WHICH)[number];

const PAGE = 10;

/** `/license list`: licenses, newest first, ten at a time. */
export async function listAll(
  { asset: typed, state }: { readonly asset?: string | undefined; readonly state: Which },
  context: Context,
): Promise<Reply> {
  const about = typed === undefined ? undefined : await assetMeant(typed, context, 'roughly');
  return page({ about, state, offset: 0 }, context);
}

/** `draft:10:l_7k2m…`, as the button "More" carries it: a license of what is asked about, where one thing is. */
export async function listMore(value: string, context: Context): Promise<Reply> {
  const { house, asker } = context;
  const [state = '', offset = '', like = ''] = value.split(':');
  const one = like === '' ? undefined : await findLicense(house.db, asker.team, like);
  return page(
    {
      about: one?.content.asset,
      state: WHICH.find((one) => one === state) ?? 'all',
      offset: Number(offset) || 0,
    },
    context,
  );
}

type Asked = {
  readonly about: Pick<Asset, 'kind' | 'id'> | undefined;
  readonly state: Which;
  readonly offset: number;
};

async function page({ about, state, offset }: Asked, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const found = await listLicenses(house.db, asker.team, {
    ...(about === undefined ? {} : { about }),
    ...(state === 'all' ? {} : { state: state satisfies LicenseState }),
    today: todayOf(context),
    limit: PAGE + 1,
    offset,
  });
  const shown = found.slice(0, PAGE);
  if (shown.length === 0) {
    return {
      tone: 'plain',
      title: t(say.listNone),
      text: [t(say.listNoneNext, { command: code('/license add') })],
    };
  }
  const like = about === undefined ? '' : (shown[0]?.id ?? '');
  const more = found.length > PAGE ? pressOf('license', 'list', `${state}:${offset + PAGE}:${like}`) : null;
  return {
    tone: 'plain',
    title:
      offset === 0 && more === null
        ? t(say.listTitle, { count: shown.length })
        : t(say.listPage, { from: offset + 1, to: offset + shown.length }),
    list: shown.map((license) => lineFor(license, context)),
    text: [t(say.listNext, { command: code(`/license show ${shown[0]?.id ?? ''}`) })],
    ...(more === null ? {} : { buttons: [{ label: t(say.listMore), press: more }] }),
  };
}

function lineFor({ id, content }: StoredLicense, context: Context): Line {
  const { state, tone } = stateOf(id, content, context);
  const { title } = content.asset satisfies Asset;
  return {
    tone,
    text: context.t(say.listLine, { title, parties: partiesWords(content, context), state, id }),
  };
}
