import type { Context } from '../bot/command.ts';
import { type Line, pressOf, type Reply } from '../bot/reply.ts';
import { ASSET_KINDS, type Asset, type AssetKind } from '../core/licenses/content.ts';
import { type LicenseState, listLicenses, type StoredLicense } from '../store/licenses.ts';
import { code } from '../text/spans.ts';
import { assetMeant } from './assets.ts';
import { partiesWords } from './facts.ts';
import { todayOf } from './read-input.ts';
import { say } from './say.ts';
import { stateOf } from './show.ts';

export const WHICH = ['all', 'standing', 'draft', 'over'] as const;

export type Which = (typeof WHICH)[number];

const PAGE = 10;
/** What fits into a button beside the rest. */
const LONGEST_ID = 60;

/** `/license list`: licenses, newest first, ten at a time. */
export async function listAll(
  { asset: typed, state }: { readonly asset?: string | undefined; readonly state: Which },
  context: Context,
): Promise<Reply> {
  const about = typed === undefined ? undefined : await assetMeant(typed, context, 'roughly');
  return page({ about, state, offset: 0 }, context);
}

/** `draft:10:sample:rain song`, as the button "More" carries it. */
export async function listMore(value: string, context: Context): Promise<Reply> {
  const [state = '', offset = '', kind = '', ...id] = value.split(':');
  const known = ASSET_KINDS.find((one) => one === kind);
  return page(
    {
      about: known === undefined ? undefined : { kind: known, id: id.join(':') },
      state: WHICH.find((one) => one === state) ?? 'all',
      offset: Number(offset) || 0,
    },
    context,
  );
}

type Asked = {
  readonly about: { readonly kind: AssetKind; readonly id: string; readonly title?: string } | undefined;
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
  const more = found.length > PAGE ? moreButton({ about, state, offset: offset + PAGE }) : null;
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

function moreButton({ about, state, offset }: Asked): string {
  const named = about !== undefined && about.id.length <= LONGEST_ID ? `:${about.kind}:${about.id}` : '';
  return pressOf('license', 'list', `${state}:${offset}${named}`);
}

function lineFor({ id, content }: StoredLicense, context: Context): Line {
  const { state, tone } = stateOf(id, content, context);
  const { title } = content.asset satisfies Asset;
  return {
    tone,
    text: context.t(say.listLine, { title, parties: partiesWords(content, context), state, id }),
  };
}
