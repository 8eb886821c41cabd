/** What the room itself says; everything else is said by commands. */
export const say = {
  welcome:
    'Splitproof, in a room of its own. Type a command, such as <code>/isrc check US-RC1-76-07839</code>.',
  welcomeHelp:
    '<code>help</code> lists what can be done here; <code>/splitproof help</code> lists the commands.',
  helpTitle: 'In this room',
  helpCommand:
    '<code>/isrc check …</code> does a command as you; <code>bo: /isrc check …</code> does it as Bo',
  helpFile: '<code>/isrc check +file codes.csv</code> attaches a file',
  helpMessage: 'A line without a slash is a message; it gets a number, as in <code>#3</code>',
  helpReaction: '<code>bo: +✅ #3</code> puts a reaction on message 3; <code>bo: -✅ #3</code> takes it back',
  helpPress:
    '<code>1</code> or <code>press Approve</code> presses a button; <code>press Approve #3</code> one on message 3',
  helpMenu: '<code>menu #3 Check codes</code> picks an entry of the menu of message 3',
  helpDelete: '<code>delete #3</code> deletes message 3',
  helpClock: '<code>clock +7d</code> moves time (s, m, h, d, w)',
  helpLeave: '<code>quit</code> leaves the room',
  clock: 'The clock now says {now, date, full}, {now, time, short}.',
  clockFixed: 'The clock cannot be moved here, because other platforms are connected to the same house.',
  deleted: 'Message #{number} is deleted.',
  noMessage: 'There is no message #{number} here.',
  noEntry: 'There is no entry “{action}” in the menu of a message. These exist: {entries}.',
  noButton: 'There is no button “{label}” to press. Numbers and names stand under a reply.',
  noFile:
    'The file <code>{path}</code> cannot be read: {why, select, missing {it is not there} folder {it is a folder} special {it is no ordinary file} other {the system refuses}}. Nothing was sent.',
  saved: 'File saved: <code>{path}</code>',
  notSaved:
    'The file <b>{name}</b> could not be saved in <code>{folder}</code>. Check that the folder may be written to.',
  field:
    '{label}{remark, select, free { (may be left empty)} path { (a path)} freePath { (a path; may be left empty)} other {}}:',
  fieldChoices: 'One of: {choices}',
  fieldNoChoice: '<code>{text}</code> is none of them. Type one of the choices, or <code>cancel</code>.',
  fieldEmpty: 'This one is needed. Type it, or <code>cancel</code>.',
  fieldLong: 'Several lines; an empty line ends it.',
  fieldNow: 'Now: {value}. An empty line keeps it.',
  formCancel: '<code>cancel</code> closes the form.',
  cancelled: 'Closed; nothing was sent.',
};
