type None = Record<string, never>;

/** What can stand in the way of what people ask for about one another and about split sheets. */
export type AskingProblemDetails = {
  // People, their accounts, and who acts for whom.
  'person.hours': { readonly typed: string };
  'person.unknown': { readonly name: string };
  'person.has-account': { readonly name: string };
  'person.code': { readonly typed: string };
  'person.code-own': None;
  'person.other-team': None;
  'person.linked-already': { readonly name: string };
  'person.on-sheets': { readonly name: string };
  'person.not-linked': None;
  'person.same-team': None;
  'person.team-has-ledger': None;
  'person.dm-space': None;
  'person.name-taken': { readonly name: string };
  'person.delegate-self': None;
  'person.delegate-end': None;
  'person.no-delegation': { readonly name: string };

  // Split sheets: who is meant, which sheet, and what may be done to it now.
  'split.who-unknown': { readonly name: string };
  'split.who-several': { readonly name: string };
  'split.who-twice': { readonly name: string; readonly line: number; readonly before: number };
  'split.unknown': { readonly typed: string };
  'split.several': { readonly typed: string; readonly titles: readonly string[] };
  'split.which': { readonly titles: readonly string[] };
  'split.none-yet': None;
  'split.not-proposer': { readonly proposer: string };
  'split.not-open': {
    readonly title: string;
    readonly state: 'completed' | 'cancelled' | 'lapsed' | 'replaced';
  };
  'split.not-agreed': { readonly title: string };
  'split.no-version': { readonly title: string; readonly version: number; readonly newest: number };
  'split.not-party': { readonly title: string; readonly names: readonly string[] };
  'split.has-account': { readonly name: string };
  'split.who-bot': { readonly name: string };
  'split.newer': { readonly title: string; readonly newest: number };
  'split.may-post': { readonly title: string };
  'split.agreed-already': { readonly name: string };
  'split.no-such-party': {
    readonly title: string;
    readonly typed: string;
    readonly names: readonly string[];
  };
  'split.not-posted': { readonly title: string };
  'split.emoji-stands': { readonly title: string };
  'split.nothing-to-take-back': { readonly title: string };
};
