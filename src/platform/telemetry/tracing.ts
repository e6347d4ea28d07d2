import type { TraceContext } from './trace-context.ts';

/** Facts about a piece of work: names, kinds and statuses, never personal data. */
export type SpanFacts = Readonly<Record<string, string | number>>;

/** A request that is being followed. */
export interface RequestSpan {
  readonly context: TraceContext;
  /** Runs what belongs to the request, so that spans within it become its parts. */
  within(work: () => void): void;
  end(outcome: { readonly name: string; readonly failed: boolean }, facts: SpanFacts): void;
}

/** Follows work through the service and across services, or does nothing of the kind. */
export abstract class Tracing {
  /** Null when nothing is followed. */
  abstract startRequest(caller: TraceContext | null): RequestSpan | null;
  /** Does a piece of work as a part of a request, outside of which it is not followed; a failure is thrown on. */
  abstract inSpan<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Headers for a call to another service. */
  abstract outgoingHeaders(): Readonly<Record<string, string>>;
  /** Sends what has not been sent yet. */
  abstract close(): Promise<void>;
}

class NoTracing extends Tracing {
  startRequest(): null {
    return null;
  }

  inSpan<T>(_name: string, work: () => Promise<T>): Promise<T> {
    return work();
  }

  outgoingHeaders(): Readonly<Record<string, string>> {
    return {};
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

export const noTracing: Tracing = new NoTracing();
