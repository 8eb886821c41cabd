import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { UserError } from '../../core/problem.ts';

/** What a request was about, for the words of a refusal. */
export type Attempted = {
  /** Permissions the request needs, as Discord's settings call them. */
  readonly needs?: readonly string[];
  /** Whom a direct message was for. */
  readonly name?: string;
  readonly fileLimitBytes?: number;
};

const NO_CHANNEL: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
];

/** "no mutual guilds"; not among the names that discord.js knows. */
const NO_COMMON_SERVER = 50_278;
const NO_DIRECT: readonly unknown[] = [RESTJSONErrorCodes.CannotSendMessagesToThisUser, NO_COMMON_SERVER];

/** Discord's number for why it said no, or null when it said nothing. */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null;
}

/** Whether it is unknown if the request was carried out: a 5xx, a cut connection, no answer in time. */
export function isTransient(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  if (error instanceof DiscordAPIError || error instanceof RateLimitError || !(error instanceof Error))
    return false;
  // What is left is the network's: undici and Node name their errors with a code or as an abort.
  return error.name === 'AbortError' || error.name === 'TypeError' || 'code' in error;
}

/** Discord's refusal as one of ours; what is not Discord's is passed on as it is. */
export function toUserError(error: unknown, attempted: Attempted = {}): unknown {
  const refused = refusedBy(error, attempted);
  return refused ? Object.assign(refused, { cause: error }) : error;
}

function refusedBy(error: unknown, { needs = [], name = '', fileLimitBytes }: Attempted): UserError | null {
  if (isTransient(error) || error instanceof RateLimitError) {
    return new UserError({ code: 'platform.unreachable', details: { platform: 'Discord' } });
  }
  if (!(error instanceof DiscordAPIError)) return null;
  const code = codeOf(error);
  if (code === RESTJSONErrorCodes.MissingAccess) {
    return new UserError({ code: 'platform.missing-permission', details: { permissions: ['View Channel'] } });
  }
  if (code === RESTJSONErrorCodes.MissingPermissions) {
    return new UserError({ code: 'platform.missing-permission', details: { permissions: needs } });
  }
  if (NO_CHANNEL.includes(code)) return new UserError({ code: 'platform.no-channel', details: {} });
  if (NO_DIRECT.includes(code))
    return new UserError({ code: 'platform.no-direct-message', details: { name } });
  if (code === RESTJSONErrorCodes.RequestEntityTooLarge && fileLimitBytes !== undefined) {
    const limitMegabytes = Math.floor(fileLimitBytes / 1_000_000);
    return new UserError({ code: 'file.too-large', details: { limitMegabytes } });
  }
  const reason = `${error.message.split('\n')[0]} (${error.code})`;
  return new UserError({ code: 'platform.refused', details: { platform: 'Discord', reason } });
}

/** What went wrong on the way, short enough for one sentence: `HTTP 503`, `ECONNREFUSED`, `timed out`. */
export function reasonOf(error: unknown): string {
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  if (error instanceof DiscordAPIError) return `HTTP ${error.status}, ${error.message.split('\n')[0]}`;
  let cause: unknown = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'AbortError' || cause.name === 'TimeoutError') return 'timed out';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
