import { QueryFailedError } from 'typeorm';
import type { DomainError } from '../../kernel/domain-error.ts';

/**
 * Which error a caller gets when the database refuses something on a constraint with this name. Each module
 * gives its own; a violation of a constraint that nobody named is a bug and stays what it is.
 */
export type ConstraintProblems = Readonly<Record<string, () => DomainError>>;

/** What PostgreSQL tells about a failure. */
interface DriverFault {
  /** SQLSTATE, or the operating system's name such as ECONNREFUSED. */
  readonly code: string | undefined;
  readonly constraint: string | undefined;
}

/** Reads the SQLSTATE and constraint of an error that came from the database, directly or through TypeORM. */
export function driverFault(error: unknown): DriverFault {
  const source: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(source instanceof Error)) return { code: undefined, constraint: undefined };
  const { code, constraint } = source as { code?: unknown; constraint?: unknown };
  return {
    code: typeof code === 'string' ? code : undefined,
    constraint: typeof constraint === 'string' ? constraint : undefined,
  };
}

// Class 23 of the SQLSTATEs (PostgreSQL manual, appendix A): integrity constraint violation.
const integrityViolation = /^23/;

/** Gives the error for people that belongs to a violated constraint, or null when none is registered. */
export function constraintProblem(error: unknown, problems: ConstraintProblems): DomainError | null {
  const { code, constraint } = driverFault(error);
  if (!code || !constraint || !integrityViolation.test(code)) return null;
  return Object.hasOwn(problems, constraint) ? (problems[constraint]?.() ?? null) : null;
}
