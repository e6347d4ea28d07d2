import type { EnvironmentReader } from './environment-reader.ts';

/** How much one caller may ask of the service. */
export interface LimitsConfiguration {
  /** Requests per minute of one person who has logged in; 0 for no limit. */
  readonly perCallerPerMinute: number;
  /** Requests per minute without login from one address; 0 for no limit. */
  readonly perAddressPerMinute: number;
}

/** Reads the limits; faults go to the reader. */
export function readLimits(reader: EnvironmentReader): LimitsConfiguration {
  const limit = (name: string, absent: number) => reader.integer(name, absent, [0, 1_000_000]);
  return {
    perCallerPerMinute: limit('REQUESTS_PER_MINUTE_PER_CALLER', 1_200),
    perAddressPerMinute: limit('REQUESTS_PER_MINUTE_PER_ADDRESS', 600),
  };
}
