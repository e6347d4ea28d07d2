/**
 * The ways in which a caller can be at fault. HTTP statuses are tied to these in one table, so that
 * a kind without a status does not compile.
 */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'precondition-failed'
  | 'precondition-required'
  | 'too-large'
  | 'unavailable';

/** Stable code to Dutch title and kind; each module has one catalogue in `domain/<module>.problems.ts`. */
export type ProblemCatalogue = Readonly<Record<string, { kind: ProblemKind; title: string }>>;

/** One fault in what the caller sent. `location` is a JSON Pointer (body) or a name (query, path, header). */
export interface InputFault {
  readonly in: 'body' | 'query' | 'path' | 'header';
  readonly location: string;
  readonly code: string;
  readonly detail: string;
}

/** A rule that the caller broke: becomes a problem document. A bug is an assertion, not a DomainError. */
export class DomainError extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly faults: readonly InputFault[];
  #withholds = false;

  private constructor(
    problem: { kind: ProblemKind; title: string },
    code: string,
    detail: string,
    faults: readonly InputFault[],
  ) {
    super(`${code}: ${detail}`);
    this.name = 'DomainError';
    this.kind = problem.kind;
    this.code = code;
    this.title = problem.title;
    this.detail = detail;
    this.faults = faults;
  }

  /** Whether the thing is there, and only the caller's right to it is lacking. Never told to the caller. */
  get withholds(): boolean {
    return this.#withholds;
  }

  /** The same error, for a thing that is there but that the caller may not know of. */
  withholding(): this {
    this.#withholds = true;
    return this;
  }

  /** Makes the error for a code of a catalogue; `detail` is a Dutch sentence for the caller. */
  static of<Catalogue extends ProblemCatalogue>(
    catalogue: Catalogue,
    code: keyof Catalogue & string,
    detail: string,
    faults: readonly InputFault[] = [],
  ): DomainError {
    return new DomainError(catalogue[code] as Catalogue[typeof code], code, detail, faults);
  }
}
