/** How fast whoever sends a file must be. */
export interface SenderPace {
  /** For how long the rate does not matter yet, in milliseconds. */
  readonly grace: number;
  /** What must come in per second after that, on average. */
  readonly bytesPerSecond: number;
  /** For how long nothing may come, in milliseconds. */
  readonly silence: number;
}

/** What came in of a body; times in milliseconds. */
export interface Progress {
  readonly elapsed: number;
  readonly sinceLastPiece: number;
  readonly receivedBytes: number;
}

/**
 * Whether somebody keeps a connection occupied rather than sending something. Each second after the grace must be paid
 * for with bytes, so that a file takes at most the grace and its size at the least rate, however it is dripped in.
 */
export function isTooSlow({ elapsed, sinceLastPiece, receivedBytes }: Progress, pace: SenderPace): boolean {
  if (sinceLastPiece > pace.silence) return true;
  return receivedBytes < ((elapsed - pace.grace) / 1000) * pace.bytesPerSecond;
}
