import { StoreError } from './store-error.ts';

/** Where the database is: a file (`:memory:` for none), or a server. */
export type Address =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

const WANTED =
  'It must be sqlite: and a path, as in sqlite:./data/splitproof.db, or postgres:// and the server, as in postgres://user:password@host:5432/splitproof.';

/**
 * Read DATABASE_URL.
 *
 * `sqlite://name.db` is refused: some programs take it for a file here, others for one at the root of the disk.
 *
 * @throws StoreError with a sentence that says what is wanted and keeps the value to itself
 */
export function parseAddress(url: string): Address {
  const sqlite = /^sqlite:(.*)$/is.exec(url.trim())?.[1];
  if (sqlite !== undefined) return { kind: 'sqlite', path: parsePath(sqlite) };
  if (/^postgres(ql)?:/i.test(url.trim())) return { kind: 'postgres', url: parseServer(url.trim()) };
  throw new StoreError(`DATABASE_URL names no database that Splitproof knows. ${WANTED}`);
}

function parsePath(path: string): string {
  if (path === '') throw new StoreError(`DATABASE_URL names no file after sqlite:. ${WANTED}`);
  if (/^\/\/(?!\/)/.test(path)) {
    throw new StoreError(
      'DATABASE_URL has two slashes after sqlite:, which can mean two places. Write sqlite:./name.db for a file here, or sqlite:/folder/name.db for a full path.',
    );
  }
  return path;
}

function parseServer(url: string): string {
  const parts = URL.parse(url);
  const host = parts?.hostname || parts?.searchParams.get('host');
  if (!parts || !host || !isDecodable(`${parts.username}${parts.password}${parts.pathname}`)) {
    throw new StoreError(
      `DATABASE_URL is not a readable postgres:// address; special characters in a password have to be percent-encoded. ${WANTED}`,
    );
  }
  if (parts.pathname.length < 2) {
    throw new StoreError(`DATABASE_URL names no database after the host. ${WANTED}`);
  }
  return url;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
