import { webApi } from '@slack/bolt';
import { UserError } from '../../core/problem.ts';

/** Slack's words for "this token will never work"; anything else may pass. */
const DEAD_TOKEN = new Set([
  'account_inactive',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
]);

const NO_CHANNEL = new Set(['channel_not_found', 'is_archived', 'not_in_channel', 'thread_not_found']);
const NO_DIRECT = new Set(['cannot_dm_bot', 'user_disabled', 'user_not_found', 'user_not_visible']);

/** The word with which Slack refused a call, or null when it did not even answer. */
export function refusalOf(error: unknown): string | null {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  return null;
}

export function isDeadToken(error: unknown): boolean {
  const word = refusalOf(error);
  return word !== null && DEAD_TOKEN.has(word);
}

/** True when nobody knows whether Slack did what it was asked: the connection broke, or a server in front gave up. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError;
}

/** How many seconds Slack wants to be left alone, if that is what it said. */
export function retryAfterSeconds(error: unknown): number | null {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : null;
}

/** Slack's refusal as one of ours; whatever is not Slack's is passed on as it is. */
export function toUserError(error: unknown, name = ''): unknown {
  const word = refusalOf(error);
  if (word === null) {
    if (!isUnanswered(error)) return error;
    const unreachable = new UserError({ code: 'platform.unreachable', details: { platform: 'Slack' } });
    return Object.assign(unreachable, { cause: error });
  }
  return Object.assign(refusedBy(word, error, name), { cause: error });
}

function refusedBy(word: string, error: unknown, name: string): UserError {
  if (word === 'missing_scope' && error instanceof webApi.WebAPIPlatformError) {
    const needed = 'needed' in error.data ? String(error.data.needed) : '';
    const permissions = needed === '' ? [] : needed.split(',');
    return new UserError({ code: 'platform.missing-permission', details: { permissions } });
  }
  if (NO_CHANNEL.has(word)) return new UserError({ code: 'platform.no-channel', details: {} });
  if (NO_DIRECT.has(word)) return new UserError({ code: 'platform.no-direct-message', details: { name } });
  if (word === 'ratelimited')
    return new UserError({ code: 'platform.unreachable', details: { platform: 'Slack' } });
  return new UserError({ code: 'platform.refused', details: { platform: 'Slack', reason: word } });
}

/** What went wrong on the way to Slack, short enough for one sentence: `ECONNREFUSED`, `HTTP 503`, `timed out`. */
export function reasonOf(error: unknown): string {
  const word = refusalOf(error);
  if (word !== null) return word;
  if (error instanceof webApi.WebAPIHTTPError) return `HTTP ${error.statusCode}`;
  let cause: unknown = error instanceof webApi.WebAPIRequestError ? error.original : error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return 'timed out';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
