const HIDDEN = '[secret]';

/** What secrets look like, wherever they turn up: in messages of errors, in addresses, in stack traces. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // Slack: bot, user, refresh, configuration and app tokens.
  [/\bxox[a-z][-.][\w.%-]+/g, HIDDEN],
  [/\bxapp-[\w-]+/g, HIDDEN],
  // Discord: three parts, the first of them an id in base64.
  [/(?<![\w-])[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g, HIDDEN],
  [/\b(Bearer|Bot|Basic) [\w.~+/=-]{16,}/g, `$1 ${HIDDEN}`],
  // Whoever has one of these addresses can speak as the bot.
  [/\b(hooks\.slack\.com)\/[\w/.-]+/g, `$1/${HIDDEN}`],
  [/\/(webhooks|interactions)\/(\d+)\/[\w-]{16,}/g, `/$1/$2/${HIDDEN}`],
  [/([?&](?:ticket|token|secret|code|state|password)=)[^&\s"'\\]+/g, `$1${HIDDEN}`],
  // postgres://user:password@host
  [/(\b[a-z][a-z+.-]*:\/\/[^\s:/@"']*:)[^\s@"']+@/gi, `$1${HIDDEN}@`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----/gs, HIDDEN],
];

/**
 * A function that takes secrets out of a text: those that it is told, and whatever looks like one.
 *
 * @param known values that must not appear; shorter than 8 characters they are taken for ordinary words
 */
export function scrubber(known: readonly string[]): (text: string) => string {
  // Log lines are JSON, where a quote or backslash in a secret stands escaped.
  const exact = known
    .filter((secret) => secret.length >= 8)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  return (text) => {
    let clean = text;
    for (const secret of exact) clean = clean.replaceAll(secret, HIDDEN);
    for (const [shape, replacement] of SECRETS) clean = clean.replace(shape, replacement);
    return clean;
  };
}
