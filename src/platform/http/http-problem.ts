import type { InputFault } from '../../kernel/domain-error.ts';
import type { PlatformProblemCode } from './platform-problems.ts';

/** More faults than this help nobody, and a small request must not give a huge answer. */
const mostFaults = 100;

/** A problem of the platform's own catalogue; becomes a problem document in the language of the caller. */
export class HttpProblem extends Error {
  readonly code: PlatformProblemCode;
  readonly faults: readonly InputFault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: PlatformProblemCode,
    faults: readonly InputFault[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.name = 'HttpProblem';
    this.code = code;
    this.faults = faults.slice(0, mostFaults);
    this.headers = headers;
  }
}
