import { displayOf } from '../catalog/labels.ts';
import type { Entry } from '../core/ledger/entry-types.ts';
import type { Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import type { Called } from './called.ts';
import { say } from './say.ts';

const ITEM_MESSAGES: Readonly<Record<string, string>> = {
  'admin.item_added': say.added,
  'admin.item_changed': say.changedItem,
  'admin.item_removed': say.removed,
};

const CODE_MESSAGES: Readonly<Record<string, string>> = {
  'code.assigned': say.codeGiven,
  'code.registered': say.codeRegistered,
  'code.burnt': say.codeBurnt,
  'admin.code_dropped': say.codeDropped,
};

const LICENSE_MESSAGES: Readonly<Record<string, string>> = {
  'license.recorded': say.licenseRecorded,
  'license.completed': say.licenseCompleted,
  'license.changed': say.licenseChanged,
  'license.ended': say.licenseEnded,
  'license.resumed': say.licenseResumed,
  'license.counted': say.licenseCounted,
};

const RELEASE_MESSAGES: Readonly<Record<string, string>> = {
  'release.planned': say.releasePlanned,
  'release.changed': say.releaseChanged,
  'release.moved': say.releaseMoved,
  'release.cancelled': say.releaseCancelled,
  'release.cautions_read': say.releaseRead,
};

/**
 * What an entry says of the catalog, of codes, licenses, releases, notes and people's own profiles.
 *
 * @returns null for an entry that is about none of these
 */
export function bookWords({ type, subject, data }: Entry, called: Called, t: Translate): Text | null {
  const text = (member: string): string => {
    const value = (data as Readonly<Record<string, unknown>>)[member];
    return typeof value === 'string' ? value : '';
  };
  const count = (member: string): number => Number((data as Readonly<Record<string, unknown>>)[member] ?? 0);
  const ofItem = ITEM_MESSAGES[type];
  if (ofItem !== undefined) return t(ofItem, { kind: text('kind'), title: called.item(text('item')) });
  const ofCode = CODE_MESSAGES[type];
  if (ofCode !== undefined) {
    const release = text('release');
    const item = release || text('recording') || text('work') || text('item');
    const values = {
      code: displayOf({ scheme: text('scheme'), code: text('code') }),
      title: called.item(item),
    };
    if (item !== '') return t(ofCode, values);
    // What a code of a pool was given for is in somebody's own words, and sealed.
    return t(type === 'code.burnt' ? say.codeBurntFor : say.codeGivenFor, values);
  }
  const ofLicense = LICENSE_MESSAGES[type];
  if (ofLicense !== undefined) {
    const id = text('license');
    const isCorrected = type === 'license.ended' && text('before') !== '';
    return t(isCorrected ? say.licenseEndCorrected : ofLicense, {
      id,
      title: called.license(id),
      day: text('on'),
    });
  }
  const ofRelease = RELEASE_MESSAGES[type];
  if (ofRelease !== undefined) {
    const values = { title: called.release(text('release')), day: text('day') };
    return t(ofRelease, values);
  }
  switch (type) {
    case 'admin.items_imported':
      return t(say.imported, { added: count('added'), changed: count('changed') });
    case 'code.prefix':
      return t(say.series, { what: text('what'), prefix: prefixOf(text('scheme'), text('prefix')) });
    case 'admin.person_changed':
      return t(say.personChanged, { name: called.person(text('person')) });
    case 'admin.space_joined':
      return t(say.spaceJoined, { platform: text('platform') });
    case 'note.saved':
      return t(say.noteSaved, { id: subject.slice(subject.indexOf('/') + 1) });
    default:
      return null;
  }
}

/** An ISRC prefix as it stands at the beginning of a code that is printed. */
function prefixOf(scheme: string, prefix: string): string {
  return scheme === 'isrc' ? `${prefix.slice(0, 2)}-${prefix.slice(2)}` : prefix;
}
