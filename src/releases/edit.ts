import type { Context } from '../bot/command.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import { readDay } from '../core/day.ts';
import { must, UserError } from '../core/problem.ts';
import { todayOf } from '../licenses/read-input.ts';
import { takePending } from '../places/pending.ts';
import { placesFor } from '../places/places.ts';
import { countedPlaces } from '../places/words.ts';
import { findItems } from '../store/catalog-items.ts';
import type { KeptRelease, StoredRelease } from '../store/releases.ts';
import { code, type Text } from '../text/spans.ts';
import { type Changed, changeRelease } from './change.ts';
import { findMeantRelease, mustBeOpenTo, titleOfRelease } from './find.ts';
import { trackName } from './gather.ts';
import { type Confirmed, comingLines, upcOf } from './plan.ts';
import { MOST_TRACKS, type ReleaseInput, readInput, readTracks, readZone } from './read-input.ts';
import { say } from './say.ts';
import { shownFacts } from './show.ts';
import { recordingsOf } from './tracks.ts';
import { speakerFor, tracksWords } from './words.ts';

type Of = { readonly release?: string | undefined };

/** The release that is meant, where the asker may change it. @throws UserError `release.*` */
async function openOne(typed: string | undefined, context: Context): Promise<StoredRelease> {
  const release = await findMeantRelease(typed, context, 'exactly');
  await mustBeOpenTo(context.house, context.asker, release);
  return release;
}

/** `/release edit`: title, artist, barcode, reminders. @throws UserError `release.*`, `assign.*` */
export async function editRelease(input: ReleaseInput & Of, context: Context): Promise<Reply> {
  const { t } = context;
  const release = await openOne(input.release, context);
  const said = await readInput(input, context);
  const { title, artist, latin, reminderDays } = said;
  const next = (content: KeptRelease): KeptRelease => ({
    ...content,
    ...(title === undefined ? {} : { title }),
    ...(artist === undefined ? {} : { artist }),
    ...(latin === undefined ? {} : { latin }),
    ...(reminderDays === undefined ? {} : { reminderDays }),
  });
  const changed = await changeRelease(context, release.id, next, { ...upcOf(said), event: 'changed' });
  return {
    tone: 'good',
    title: t(say.changed, { title: titleOfRelease(changed.after.content) }),
    facts: await shownFacts(changed.after, context),
    text: [...(await comingLines(changed, context)), ...ending(changed, context)],
  };
}

/** `/release date`: another day, or other clocks; its reminders move with it. @throws UserError `release.*`, `license.day` */
export async function moveRelease(
  { release: typed, date, zone }: Of & { readonly date: string; readonly zone?: string | undefined },
  context: Context,
): Promise<Reply> {
  const release = await openOne(typed, context);
  const timeZone = zone === undefined ? release.content.timeZone : readZone(zone);
  const day = must(readDay(date, todayOf({ now: context.now, timeZone })));
  const next = (content: KeptRelease): KeptRelease => ({ ...content, day, timeZone });
  const changed = await changeRelease(context, release.id, next, { event: 'moved' });
  const { after } = changed;
  const speaker = speakerFor(after, context);
  const { t } = speaker;
  const title = titleOfRelease(after.content);
  const from = changed.before?.content.day ?? day;
  return {
    tone: 'good',
    title:
      from === day ? t(say.movedZone, { title, zone: timeZone }) : t(say.moved, { title, from, to: day }),
    text: [...(await comingLines(changed, context)), ...ending(changed, context)],
  };
}

/** `/release territories`: where it comes out. @throws UserError `release.*` */
export async function placeRelease(
  input: Of & { readonly places: string },
  context: Context,
  confirmed?: Confirmed,
): Promise<Reply> {
  const { house, asker } = context;
  const release = await openOne(input.release, context);
  const press = (key: string) => pressOf('release', 'places', key);
  const question = { command: 'territories' as const, input, press };
  const placed = await placesFor(input.places, confirmed?.countries, question, context);
  if (placed.kind === 'reply') return placed.reply;
  const { set, remarks } = placed;
  const next = (content: KeptRelease): KeptRelease => ({
    ...content,
    territories: set,
    places: input.places,
  });
  const changed = await changeRelease(context, release.id, next, {
    event: 'changed',
    async also(db) {
      if (confirmed !== undefined) await takePending(house, db, asker.team, confirmed.pending);
    },
  });
  const { t } = context;
  const { after } = changed;
  return {
    tone: 'good',
    title: t(say.whereNow, { title: titleOfRelease(after.content), places: countedPlaces(set, context) }),
    text: [...remarks, ...ending(changed, context)],
    buttons: [
      { label: t(say.statusButton), style: 'primary', press: pressOf('release', 'status', after.id) },
    ],
  };
}

export type TrackInput = Of & {
  readonly add?: string | undefined;
  readonly remove?: number | undefined;
  readonly move?: number | undefined;
  readonly at?: number | undefined;
};

/** `/release track`: put recordings on a release, take one off, or move one. @throws UserError `release.*`, `catalog.*` */
export async function trackRelease(input: TrackInput, context: Context): Promise<Reply> {
  const release = await openOne(input.release, context);
  const { add, remove, move, at } = input;
  const acts = [add, remove, move].filter((act) => act !== undefined).length;
  if (acts !== 1 || (at !== undefined && remove !== undefined)) {
    throw new UserError({ code: 'release.track-act', details: {} });
  }
  if (add !== undefined) return addTracks(release, await readTracks(add, context), at, context);
  if (remove !== undefined) return removeTrack(release, remove, context);
  if (at === undefined) throw new UserError({ code: 'release.track-act', details: {} });
  return moveTrack(release, move ?? 0, at, context);
}

async function addTracks(
  { id }: StoredRelease,
  added: readonly string[],
  to: number | undefined,
  context: Context,
): Promise<Reply> {
  const { t } = context;
  let first = 0;
  const changed = await changeRelease(
    context,
    id,
    (content) => {
      const tracks = [...content.tracks];
      first = to === undefined ? tracks.length + 1 : placeIn(tracks.length + 1, to);
      tracks.splice(first - 1, 0, ...added);
      if (tracks.length > MOST_TRACKS) {
        throw new UserError({ code: 'release.too-many-tracks', details: { most: MOST_TRACKS } });
      }
      return { ...content, tracks };
    },
    { event: 'changed' },
  );
  const title = titleOfRelease(changed.after.content);
  const only = added.length === 1 ? await nameOf(added[0], context) : null;
  return tracksReply(
    only === null
      ? t(say.tracksAdded, { title, count: added.length })
      : t(say.trackAdded, { title, name: only, number: first }),
    changed,
    context,
  );
}

async function removeTrack({ id }: StoredRelease, number: number, context: Context): Promise<Reply> {
  let gone: string | undefined;
  const changed = await changeRelease(
    context,
    id,
    (content) => {
      gone = content.tracks[placeIn(content.tracks.length, number) - 1];
      return { ...content, tracks: content.tracks.toSpliced(number - 1, 1) };
    },
    { event: 'changed' },
  );
  const values = { title: titleOfRelease(changed.after.content), name: await nameOf(gone, context) };
  return tracksReply(context.t(say.trackRemoved, values), changed, context);
}

async function moveTrack({ id }: StoredRelease, from: number, to: number, context: Context): Promise<Reply> {
  let moved: string | undefined;
  const changed = await changeRelease(
    context,
    id,
    (content) => {
      const { tracks } = content;
      moved = tracks[placeIn(tracks.length, from) - 1];
      const rest = tracks.toSpliced(from - 1, 1);
      return { ...content, tracks: rest.toSpliced(placeIn(tracks.length, to) - 1, 0, moved ?? '') };
    },
    { event: 'changed' },
  );
  const values = {
    title: titleOfRelease(changed.after.content),
    name: await nameOf(moved, context),
    number: to,
  };
  return tracksReply(context.t(say.trackMoved, values), changed, context);
}

/** @throws UserError `release.track` */
function placeIn(count: number, number: number): number {
  if (number >= 1 && number <= count) return number;
  throw new UserError({ code: 'release.track', details: { typed: String(number), count } });
}

async function nameOf(recording: string | undefined, { house, asker, t }: Context): Promise<string> {
  const [found] = await findItems(house.db, asker.team, 'recording', [recording ?? '']);
  return found === undefined ? '—' : trackName(found, t);
}

async function tracksReply(title: Text, changed: Changed, context: Context): Promise<Reply> {
  const { t } = context;
  const tracks = tracksWords(await recordingsOf(changed.after, context), context);
  return {
    tone: 'good',
    title,
    facts: [{ label: t(say.labelTracks), value: tracks }],
    text: ending(changed, context),
  };
}

function ending({ after, seq }: Changed, { t }: Context): readonly Text[] {
  return [t(say.entry, { seq }), t(say.nextStatus, { command: code(`/release status ${after.id}`) })];
}

/** `/release cancel`: asks first, and says what stays. @throws UserError `release.*` */
export async function askCancel(typed: string, context: Context): Promise<Reply> {
  const release = await openOne(typed, context);
  const speaker = speakerFor(release, context);
  const { t } = speaker;
  const { content, id } = release;
  return {
    tone: 'caution',
    title: t(say.cancelAsk, { title: titleOfRelease(release.content), day: content.day }),
    text: [t(say.cancelStays)],
    buttons: [{ label: t(say.cancelButton), style: 'danger', press: pressOf('release', 'cancel', id) }],
  };
}

/** The button under the question; twice pressed, it is cancelled once. */
export async function confirmCancel(id: string, context: Context): Promise<Reply> {
  const { t } = context;
  const changed = await changeRelease(context, id, (content) => content, {
    event: 'cancelled',
    state: 'cancelled',
  });
  return {
    tone: 'good',
    title: t(say.cancelledNow, { title: titleOfRelease(changed.after.content) }),
    text: [t(say.entry, { seq: changed.seq })],
    buttons: [{ label: t(say.calendarButton), press: pressOf('release', 'calendar', id) }],
  };
}
