import { DomainError } from '../../kernel/domain-error.ts';
import { driverFault } from './constraint-names.ts';
import { databaseProblems } from './database.problems.ts';
import { ConnectionLost } from './open-transaction.ts';

export const serializationFailure = '40001';
export const deadlockDetected = '40P01';
const lockNotAvailable = '55P03';
const queryCanceled = '57014';

// Class 08 is a lost connection, 57P01 to 57P03 a server that stops or starts (PostgreSQL manual, appendix A).
const unreachable = /^(08|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE)/;

/** The error for people when the database has no time, takes too long or is not there; null for other faults. */
export function databaseProblem(error: unknown): DomainError | null {
  const { code = '' } = driverFault(error);
  if ([serializationFailure, deadlockDetected, lockNotAvailable].includes(code)) {
    return DomainError.of(
      databaseProblems,
      'database-busy',
      'Anderen werken tegelijk aan dezelfde gegevens. Probeer het over enkele seconden opnieuw.',
    );
  }
  if (code === queryCanceled) {
    return DomainError.of(
      databaseProblems,
      'database-too-slow',
      'Het opzoeken duurde te lang en is afgebroken. Vraag minder tegelijk, of probeer het later opnieuw.',
    );
  }
  if (error instanceof ConnectionLost || unreachable.test(code)) {
    return DomainError.of(
      databaseProblems,
      'database-unreachable',
      'De database antwoordt niet. Probeer het over enkele minuten opnieuw.',
    );
  }
  return null;
}
