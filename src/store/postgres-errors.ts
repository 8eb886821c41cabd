import { StoreError } from './store-error.ts';

const SERVER = 'The PostgreSQL server that DATABASE_URL names';

/** By Node's error code or PostgreSQL's SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html). */
const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: `${SERVER} does not answer: nothing listens at its host and port. Start the server, or correct the host and port.`,
  ENOTFOUND: `${SERVER} cannot be found: its host name is unknown. Correct the host.`,
  EAI_AGAIN: `${SERVER} cannot be found: names cannot be looked up at the moment. Check the network and start again.`,
  EHOSTUNREACH: `${SERVER} cannot be reached from this machine. Check the network and the firewall.`,
  ENETUNREACH: `${SERVER} cannot be reached from this machine. Check the network and the firewall.`,
  ETIMEDOUT: `${SERVER} does not answer in time. Check the host, the network and the firewall.`,
  ECONNRESET: `${SERVER} closed the connection at once. Check that the host and port belong to PostgreSQL, and whether it wants an encrypted connection (?sslmode=require).`,
  ENOENT: `${SERVER} has no socket at the path given. Start the server, or correct the path.`,
  '28P01': `${SERVER} refuses the user name or password. Correct them in DATABASE_URL; special characters have to be percent-encoded.`,
  '28000': `${SERVER} does not let this user in from this machine. Allow it in pg_hba.conf, or ask for an encrypted connection (?sslmode=require).`,
  '3D000': `${SERVER} has no database of that name. Create it (createdb), or correct the name at the end of DATABASE_URL.`,
  '42501':
    'The user in DATABASE_URL may not create tables in the database. Make it the owner of the database, or grant it CREATE on the schema.',
  '3F000': 'The schema that DATABASE_URL asks for does not exist. Create it, or correct the search_path.',
  '53300': `${SERVER} has no connection left to give. Raise its max_connections, or stop what uses them.`,
  '57P03': `${SERVER} is still starting. Wait a moment and start again.`,
  '25006': `${SERVER} is read-only: it is a standby. Name the primary server.`,
};

/** Turns why a first connection failed into a sentence; of what is unknown it keeps the code, never the words. */
export function sayWhyUnreachable(error: unknown): StoreError {
  const causes: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  const codes = causes.map(codeOf).filter((code) => code !== undefined);
  const sentence = codes.map((code) => SENTENCES[code]).find((known) => known !== undefined);
  const unknown = `${SERVER} could not be used (${codes[0] ?? 'no reason given'}). Check host, port, user, password, database and encryption in DATABASE_URL.`;
  return new StoreError(sentence ?? unknown, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
