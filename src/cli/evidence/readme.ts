/** What stands in `README.txt`: for somebody who never heard of any of this. The same bytes for the same evidence. */
export type ReadmeSubject = {
  readonly ledger: string;
  readonly key: string;
  readonly subject: string | null;
};

export function writeReadme({ ledger, key, subject }: ReadmeSubject): string {
  const what =
    subject === null
      ? `This folder holds a whole ledger, ${ledger}: every entry that was written into it.`
      : `This folder holds what the ledger ${ledger} says about ${subject}, and what is needed to check it.`;
  return `EVIDENCE

${what}

A ledger is a list of entries that is only ever added to. Each entry says that something was written down at a
certain time: that a split sheet was posted, that a person marked it with an emoji, that everybody had agreed.
What is personal (names, accounts, the wording that people agreed to) stands apart from the entries, so that it
can be deleted without breaking the rest.

HOW TO CHECK IT

  splitproof verify <this folder>

Take the program from a place that you trust, not from whoever gave you this folder. It needs no network. If you
kept a receipt, give it along: --older <file>. Compare this key with the one posted in your channel, all of it:

  ${key}

WHAT IS IN HERE

  bundle.json      the list of all other files, with their hashes
  entries/         the entries, one file each        (a whole ledger: ledger.jsonl, one line each)
  sealed/          the personal parts of entries     (a whole ledger: sealed.jsonl)
  proofs/          that each entry is in the ledger
  checkpoints/     signed heads of the ledger: its size and one hash over everything
  consistency/     that older heads are the beginning of the newest
  texts/           the wording that people agreed to
  files/           what was attached as proof

WHAT IT DOES NOT SAY

It shows what was written down, when, and that nothing was changed or left out since. It does not show that an
account was in the right hands, that somebody was allowed to agree, or that a split is fair or lawful. It is not
legal advice. What counts as proof where you are, ask somebody who may advise you.

The files hold names and accounts of people. Give them only to those whom they concern.
`;
}
