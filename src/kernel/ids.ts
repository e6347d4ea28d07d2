import { v7 } from 'uuid';

/** A new identifier (UUID version 7, ordered by time), made in the application so that no sequence is shared. */
export function newId(): string {
  return v7();
}
