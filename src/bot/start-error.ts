/**
 * The operator has to do something before this can start: a wrong token, a scope that is not granted, a port in use.
 * The message is one or two sentences for them, without any secret; no stack is shown.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
