import type { Contradiction } from '../../regulations/domain/contradiction.ts';

/** Something in a way of working that cannot be so, with the article of law that it would break. */
export interface WayFault extends Contradiction {
  /** Such as "Awb 3:6"; null where logic alone forbids it. */
  readonly article: string | null;
}

export function fault(
  pointer: string,
  code: string,
  detail: string,
  suggestion: string,
  article: string | null = null,
): WayFault {
  return { pointer, code, detail, suggestion, article };
}
