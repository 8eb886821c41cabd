import type { SplitProblemDetails } from '../core/sheet/problems.ts';

const layer = '{layer, select, composition {composition} master {master} other {performer}}';
const Layer = '{layer, select, composition {Composition} master {Master} other {Performer}}';
const field =
  '{field, select, title {The title} name {A name} publisher {The name of a publisher} actsFor {The name of the one who is acted for} sample {The title of a sample} owner {The owner of a sample} language {The language} iswc {The ISWC} recordings {The list of recordings} finished {Place and date} licensing {The line about who may license} other {The line about who registers the work}}';
const at = 'Line {line, number}';

/** The English of what is wrong with shares as they are typed, and with what a split sheet says. */
export const splitProblemWords: Readonly<Record<keyof SplitProblemDetails, string>> = {
  'share.none': 'There are no shares here. Type one person a line, such as <code>@ana 1/2 composer</code>.',
  'share.too-long':
    'The shares are {length, number} characters long; the limit is {limit, number}. Leave out what is no name, share or role.',
  'share.too-many':
    'There are {count, number} people in this layer; the limit is {limit, number}. Put some of them together under a company.',
  'share.character': `${at}, character {position, number}, is one that cannot be seen or turns text around (<code>{codePoint}</code>). Delete it and type the line again.`,
  'share.quote-open': `${at}: the quotation mark at <code>{found}</code> is never closed. Close it behind the name.`,
  'share.quote-needed': `${at}: a name in quotation marks is missing behind {after, select, for {<code>for</code>. Type it as <code>for "Ana Music Ltd"</code>, or <code>for artist "Dee"</code>} other {<code>publisher</code>. Type it as <code>publisher "Night Music" 1/4</code>}}.`,
  'share.name-missing': `${at}, character {position, number}: the name is missing at <code>{found}</code>. Begin with it, as in <code>@ana 1/2 composer</code> or <code>"Cy Ltd" 25% publisher</code>.`,
  'share.name-too-long': `${at}: the name has {length, number} characters; the limit is {limit, number}. Shorten it.`,
  'share.name-or-role': `${at}: is {role} a role, or part of the name? Type <code>"{name}" {role}</code> or <code>"{name} {role}"</code>.`,
  'share.missing': `${at}: {name} has no share. Add one, such as <code>1/3</code> or <code>33.34%</code>.`,
  'share.second': `${at}, character {position, number}: a second share, <code>{found}</code> after <code>{first}</code>. Begin a new line for each person, and put a name with a number in it in quotation marks.`,
  'share.ambiguous': `${at}, character {position, number}: <code>{found}</code> could be {percent} or {whole}. Type the one you mean.`,
  'share.number': `${at}, character {position, number}: <code>{found}</code> cannot be read as a share. Type it as <code>1/3</code> or <code>33.34%</code>.`,
  'share.fraction-percent': `${at}, character {position, number}: <code>{found}</code> is a fraction of a percent. Leave out the percent sign if the fraction is the share.`,
  'share.range': `${at}, character {position, number}: <code>{found}</code> is no share. A share is more than 0 and at most 100%.`,
  'share.too-fine': `${at}, character {position, number}: <code>{found}</code> has more digits than can be kept exactly. Type it as a fraction, such as <code>1/3</code>.`,
  'share.role-unknown': `${at}, character {position, number}: <code>{found}</code> is no role that is known here. {near, select, none {Use a role such as composer, lyricist or producer.} other {Did you mean <code>{near}</code>?}}`,
  'share.stray': `${at}, character {position, number}: <code>{found}</code> does not belong here. Begin a new line for each person, or put <code>;</code> between.`,
  'share.part-twice': `${at}: {part, select, for {<code>for</code> stands here twice} other {<code>publisher</code> stands here twice}}. Keep one.`,
  'share.publisher-share': `${at}: the share of the publisher {name} is missing. Add it behind the name, as in <code>publisher "{name}" 1/4</code>; it counts inside the share of the writer.`,
  'share.publisher-more': `${at}, character {position, number}: the publisher’s {found} is more than the {share} that it is part of. Make it at most {share}.`,
  'share.publisher-layer': `${at}: only a composition has publishers, and this is the ${layer} layer. Leave the publisher out here.`,
  'share.twice': `${at}: {name} stands in line {first, number} already. Keep one line for each person and add the shares up.`,

  'sheet.text-missing': `${field} is missing. Type it.`,
  'sheet.text-too-long': `${field} has {length, number} characters; the limit is {limit, number}. Shorten it.`,
  'sheet.text-character': `${field} has a line break in it, or a character that cannot be seen. Type it again on one line.`,
  'sheet.layers-missing':
    'There are no shares on the sheet. Fill in at least one layer: composition, master or performer.',
  'sheet.layer-empty': `${Layer} has no shares. Fill it in, or leave the layer out.`,
  'sheet.too-many':
    'There are {count, number} people on the sheet; the limit is {limit, number}. Put some of them together under a company.',
  'sheet.total': `${Layer} adds up to {sum}, not 1: {off} ({percent} %) {side, select, missing {is missing} other {is too much}}. Now it has {shares}. {ways, plural, =0 {} one {It adds up with {mended}. } other {It adds up with one of these: {mended}. }}Change a line and send again; nothing has been posted.`,
  'sheet.person-twice': '{name} is on the list of people twice. Keep one.',
  'sheet.line-twice': `{name} has two shares in the ${layer} layer. Keep one line for each person and add the shares up.`,
  'sheet.stranger': `Somebody in the ${layer} layer, <code>{person}</code>, is not on the list of people. Add them to it.`,
  'sheet.role-missing': `{name} has no role in the ${layer} layer. Add what they did, such as {layer, select, composition {composer or lyricist} master {producer or label} other {vocalist or musician}}.`,
  'sheet.publisher-more':
    'The publisher {publisher} has more than {name}, of whose share it is a part. Lower the one or raise the other.',
  'sheet.publisher-layer': `Only a composition has publishers. Leave out the publisher of {name} in the ${layer} layer.`,
  'sheet.no-writer':
    'Nobody is composer, lyricist or songwriter; without one no society takes the work. Add the role to whoever wrote it.',
  'sheet.role-layer': `{name} has no role in the ${layer} layer that belongs there, so registrations will leave the share out. Add what {name} did.`,
  'sheet.role-also':
    '{name} is {role, select, topliner {topliner} beatmaker {beatmaker} producer {producer} other {rapper}}, which societies have no code for. Add composer, lyricist or songwriter if {name} wrote; without one, the share cannot be registered.',
  'sheet.role-existing-work':
    '{name} is {role, select, arranger {arranger} adapter {adapter} translator {translator} subArranger {sub-arranger} other {sub-lyricist}}, which is for a new version of an existing work and needs its writers on the sheet. Check that this is one.',
  'sheet.sample-owner': 'The owner of the sample {title} is not named. Add who has to be asked.',
  'sheet.sample-cleared':
    '{cleared, select, no {The sample {title} is not cleared} other {Nobody knows whether the sample {title} is cleared}}. Clear it before the release.',
};
