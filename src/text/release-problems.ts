import type { ReleaseProblemDetails } from '../core/release-problems.ts';

/** The English of what stands in the way of releases. */
export const releaseProblemWords: Readonly<Record<keyof ReleaseProblemDetails, string>> = {
  'release.title-missing': 'A release needs a title. Type it behind <code>title:</code>.',
  'release.day-missing':
    'A release needs a day. Type it the year first behind <code>date:</code>, as in <code>2026-12-11</code>.',
  'release.zone':
    '{near, select, none {<code>{typed}</code> is no time zone. Type a name with a city, as in <code>Asia/Taipei</code>} other {<code>{typed}</code> is no time zone. Did you mean <code>{near}</code>?}}',
  'release.reminders':
    '<code>{typed}</code> are no days to be reminded on. Type how many days before the release, at most {most} numbers from 0 to {mostDays}, as in <code>28, 14, 7, 1, 0</code>; <code>usual</code> for those of the team, <code>none</code> for none.',
  'release.lead':
    '<code>{typed}</code> is no lead time of the list. <code>plan</code> is the one to deliver by; the others have names such as <code>spotify.pitch</code>, which complete while you type.',
  'release.lead-days':
    '<code>{typed}</code> is no number of days. Type one from 0 to {mostDays}, or <code>-</code> for the published one.',
  'release.upc-taken':
    '<code>{code}</code> is the barcode of <b>{title}</b> (<code>{id}</code>). Each release needs one of its own; look at which of the two it stands on.',
  'release.track':
    'There is no track <code>{typed}</code>: the release has {count, plural, =0 {none yet} one {# track} other {# tracks}}.',
  'release.too-many-tracks': 'A release holds {most, plural, one {# track} other {# tracks}} at most.',
  'release.track-act':
    'Say one thing to do: <code>add:</code> a recording, <code>remove:</code> the number of a track, or <code>move:</code> one number and <code>at:</code> another.',
  'release.no-tracks':
    '<b>{title}</b> has no tracks yet. Put recordings on it with <code>/release track</code>.',
  'release.unknown':
    'There is no release that goes by <code>{typed}</code>. <code>/release list</code> shows those there are.',
  'release.near':
    'No release goes by just <code>{typed}</code>. Close to it: <b>{title}</b>. Nothing was changed; use its id, <code>{id}</code>.',
  'release.several': 'More than one release goes by <code>{typed}</code>: {ids}. Use the id.',
  'release.which': 'There is more than one release: {ids}. Name the one you mean, by its title or id.',
  'release.none-yet': 'There is no release yet. Make one with <code>/release new</code>.',
  'release.not-yours': 'Only {name}, who looks after <b>{title}</b>, or an admin may change it.',
  'release.cancelled':
    '<b>{title}</b> was cancelled, and stays so. Make a new one with <code>/release new</code>; its recordings, codes and splits are still there.',
  'release.nothing-new': 'Nothing was changed: what was typed is what <b>{title}</b> says already.',
  'release.reminder-gone':
    'This reminder is about a day that the release no longer has. <code>/release list</code> shows what is planned.',
};
