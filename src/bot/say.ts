/** What the house says of itself, whatever the command. */
export const say = {
  ourFault: 'Something went wrong on our side, and nothing was changed.',
  reference: 'Reference <code>{reference}</code>; an admin can find it in the log.',
  several: 'Not sent: {count, plural, one {one field needs} other {# fields need}} another look',
};
