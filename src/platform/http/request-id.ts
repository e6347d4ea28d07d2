import type { IncomingMessage } from 'node:http';
import { newId } from '../../kernel/ids.ts';

/** The number of a request: the caller's own when it is harmless in logs and headers, else a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : newId();
}
