import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, request } from 'node:https';

const secure = new Agent({ keepAlive: true });
const plain = new PlainAgent({ keepAlive: true });

/**
 * Sends `value` as JSON, over a connection that is kept for the next time. Follows no redirects.
 *
 * @returns the HTTP status; 408 when nothing came back for `patienceMs`
 * @throws when the address could not be reached
 */
export function postJson(url: string, value: object, patienceMs: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const body = JSON.stringify(value);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const options = { method: 'POST', headers, timeout: patienceMs };
  const sent = url.startsWith('http:')
    ? plainRequest(url, { ...options, agent: plain })
    : request(url, { ...options, agent: secure });
  sent.on('response', (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  });
  sent.on('timeout', () => {
    resolve(408);
    sent.destroy();
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}
