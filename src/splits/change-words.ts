import { KIND_NAMES } from '../catalog/version-kinds.ts';
import type { PersonId, ShareText } from '../core/ledger/entry-types.ts';
import type { Difference } from '../core/sheet/changes.ts';
import { comma } from '../text/locale.ts';
import { plain, type Text } from '../text/spans.ts';
import { say } from './say.ts';
import { AI_NAMES, LAYER_NAMES, MORE_NAMES, rolesOf, type Speaker, samplesOf, shareWords } from './words.ts';

/** One difference in a few words: `Bo: Composition 1/4 (25 %) → 1/3 (33.33 %)`. */
export function changeWords(change: Difference, { t, locale }: Speaker): Text {
  const said = (text: string) => (text === '' ? plain(t(say.nothing)) : text);
  const share = (text: ShareText | null) => (text === null ? plain(t(say.nothing)) : shareWords(text, t));
  const named = (message: string) => plain(t(message));
  switch (change.what) {
    case 'title':
      return t(say.changeTitle, { from: change.from, to: change.to });
    case 'version-kind':
      return t(say.changeKind, { from: named(KIND_NAMES[change.from]), to: named(KIND_NAMES[change.to]) });
    case 'party-added':
      return t(say.changeIn, { name: change.name });
    case 'party-removed':
      return t(say.changeOut, { name: change.name });
    case 'renamed':
      return t(say.changeName, { from: change.from, to: change.to });
    case 'acts-for':
      return t(say.changeActsFor, { name: change.name });
    case 'layer-added':
      return t(say.changeLayerIn, { layer: named(LAYER_NAMES[change.layer]) });
    case 'layer-removed':
      return t(say.changeLayerOut, { layer: named(LAYER_NAMES[change.layer]) });
    case 'share': {
      const layer = named(LAYER_NAMES[change.layer]);
      return t(say.changeShare, { name: change.name, layer, from: share(change.from), to: share(change.to) });
    }
    case 'roles': {
      const [from, to] = [change.from, change.to].map((roles) =>
        said(rolesOf(roles, locale).join(comma(locale))),
      );
      return t(say.changeRoles, {
        name: change.name,
        layer: named(LAYER_NAMES[change.layer]),
        from: from ?? '',
        to: to ?? '',
      });
    }
    case 'publisher': {
      const [from, to] = [change.from, change.to].map((part) =>
        part === null ? plain(t(say.nothing)) : `${part.name} ${shareWords(part.share, t)}`,
      );
      return t(say.changePublisher, {
        name: change.name,
        layer: named(LAYER_NAMES[change.layer]),
        from: from ?? '',
        to: to ?? '',
      });
    }
    case 'samples':
      return t(say.changeSamples, { from: samplesOf(change.from, t), to: samplesOf(change.to, t) });
    case 'ai':
      return t(say.changeAi, { from: named(AI_NAMES[change.from]), to: named(AI_NAMES[change.to]) });
    case 'more':
      return t(say.changeMore, {
        label: named(MORE_NAMES[change.field]),
        from: said(change.from),
        to: said(change.to),
      });
  }
}

/**
 * Differences as they are told: people within one layer in the order in which the sheet names them. Who is new in a
 * layer, or left it, is told by the share alone.
 */
export function inOrderOf(found: readonly Difference[], people: readonly PersonId[]): readonly Difference[] {
  const told = found.filter((change) => change.what !== 'roles' || !comesOrGoes(change, found));
  const groups = told.map(groupOf);
  const rank = (change: Difference) => [
    groups.indexOf(groupOf(change)),
    'person' in change ? people.indexOf(change.person) : 0,
  ];
  return told.toSorted((a, b) => {
    const [[groupA = 0, personA = 0], [groupB = 0, personB = 0]] = [rank(a), rank(b)];
    return groupA - groupB || personA - personB;
  });
}

function comesOrGoes(
  { person, layer }: Extract<Difference, { what: 'roles' }>,
  found: readonly Difference[],
): boolean {
  return found.some(
    (one) =>
      one.what === 'share' &&
      one.person === person &&
      one.layer === layer &&
      (one.from === null || one.to === null),
  );
}

function groupOf(change: Difference): string {
  if ('layer' in change) return change.layer;
  return 'person' in change ? 'people' : change.what;
}
