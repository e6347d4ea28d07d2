import type { Tracing } from './tracing.ts';

/** A `fetch` that is a part of the trace, and tells the other service so. The span names the host and no more. */
export function tracedFetch(tracing: Tracing) {
  return (url: string, options: RequestInit): Promise<Response> =>
    tracing.inSpan(`fetch ${new URL(url).host}`, () => {
      const headers = new Headers(options.headers);
      for (const [name, value] of Object.entries(tracing.outgoingHeaders())) headers.set(name, value);
      return fetch(url, { ...options, headers });
    });
}
