import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Stored {
  readonly payload: AdapterPayload;
  readonly expiresAtMilliseconds: number;
}

/** Logins in progress (minutes) and sessions (a minute): what is older than this many others is forgotten. */
const mostStored = 1000;

/**
 * Keeps the issuer's short-lived records in the memory of this process. Tokens are not among them: those are signed
 * and need no record.
 */
export function sessionStore(): (kind: string) => Adapter {
  const stored = new Map<string, Stored>();

  function read(key: string): AdapterPayload | undefined {
    const found = stored.get(key);
    return found !== undefined && found.expiresAtMilliseconds > Date.now() ? found.payload : undefined;
  }

  function search(kind: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    const payloads = [...stored.keys()].filter((key) => key.startsWith(`${kind}:`)).map(read);
    return payloads.find((payload) => payload !== undefined && matches(payload));
  }

  return (kind) => {
    return {
      upsert: (id, payload, expiresInSeconds = Infinity) => {
        stored.set(`${kind}:${id}`, { payload, expiresAtMilliseconds: Date.now() + expiresInSeconds * 1000 });
        const [oldest] = stored.keys();
        if (stored.size > mostStored && oldest !== undefined) stored.delete(oldest);
        return Promise.resolve(undefined);
      },
      find: (id) => Promise.resolve(read(`${kind}:${id}`)),
      findByUid: (uid) => Promise.resolve(search(kind, (payload) => payload.uid === uid)),
      findByUserCode: (code) => Promise.resolve(search(kind, (payload) => payload.userCode === code)),
      consume: (id) => {
        const payload = read(`${kind}:${id}`);
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
        return Promise.resolve(undefined);
      },
      destroy: (id) => {
        stored.delete(`${kind}:${id}`);
        return Promise.resolve(undefined);
      },
      revokeByGrantId: (grantId) => {
        for (const [key, { payload }] of stored) if (payload.grantId === grantId) stored.delete(key);
        return Promise.resolve(undefined);
      },
    };
  };
}
