import type { Writable } from 'node:stream';
import type { Clock } from '../../kernel/clock.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import type { RequestLimits } from './request-limits.ts';

/** What the HTTP side of the service must be told. */
export interface HttpOptions {
  /** Version of the API (semantic versioning); every answer names it. */
  readonly version: string;
  /** Address at which callers reach the service, without path: `https://subsidie.voorbeeld.nl`. */
  readonly publicUrl: string;
  /** Where to report a weakness (RFC 9116): `mailto:` or `https:` address. */
  readonly securityContact: string;
  /** Who answers questions about the API. */
  readonly contact: { readonly name: string; readonly url: string; readonly email: string };
  readonly title: string;
  readonly description: string;
  /** Tag of routes to what they are about, for the documentation. */
  readonly tags: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** Which proxies may say who the caller is; none by default. */
  readonly trustProxy?: boolean | string | string[];
  readonly logLevel?: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** Where the log is written; the standard output by default. */
  readonly logDestination?: Writable;
  readonly timeouts?: Partial<HttpTimeouts>;
  /** How much one caller may ask; without it there is no limit. */
  readonly limits?: RequestLimits;
  /** Keeps how long answers take; without it nobody wants to know. */
  readonly metrics?: Metrics;
  /** Follows requests; without it they are not followed. */
  readonly tracing?: Tracing;
}

/** Limits on how long a client may take, in milliseconds; and for a file how fast it must be. */
export interface HttpTimeouts {
  /** To send the headers. */
  readonly headers: number;
  /** To send the body of an ordinary request, after its headers. */
  readonly request: number;
  /** To send a request with a file: the longest of all, whatever its pace. */
  readonly upload: number;
  /** To send nothing in the middle of a file. */
  readonly uploadSilence: number;
  /** How many bytes of a file must come in per second, on average, after the time of an ordinary request. */
  readonly uploadBytesPerSecond: number;
  /** Without any traffic on a connection. */
  readonly idleConnection: number;
  /** Between two requests on one connection. */
  readonly keepAlive: number;
  /** How often the limits are checked. */
  readonly checkEvery: number;
}

export const defaultTimeouts: HttpTimeouts = {
  headers: 10_000,
  request: 30_000,
  upload: 30 * 60_000,
  uploadSilence: 20_000,
  uploadBytesPerSecond: 32 * 1024,
  idleConnection: 60_000,
  keepAlive: 10_000,
  checkEvery: 2_000,
};

/** The largest body that is read, in bytes. */
export const bodyLimitBytes = 1024 * 1024;

/** First part of the path of every business route. */
export const pathPrefix = 'v1';

/** Routes outside the prefix: they belong to the service, not to a version of the API. */
export const outsidePrefix = ['health', 'health/{*rest}', '.well-known/{*rest}'];
