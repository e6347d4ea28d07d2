import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { statementsOf } from '../platform/database/sent-statements.ts';
import { caseNumber } from './domain/case-number.ts';

const takeNextText = `
  INSERT INTO case_number_counter AS counter (year, last_sequence) VALUES ($1, 1)
  ON CONFLICT (year) DO UPDATE SET last_sequence = counter.last_sequence + 1
  RETURNING last_sequence AS sequence`;

/** Named, so that a connection parses it once. */
const takeNext = { name: 'take-case-number', text: takeNextText };

/** Gives out case numbers without gaps: a number that is rolled back is given out again. */
@Injectable()
export class CaseNumbers {
  /** Locks the counter of the year until the end of the transaction, so ask for a number as late as possible. */
  async next(manager: EntityManager, year: number): Promise<string> {
    const { rows } = await statementsOf(manager).send<{ sequence: number }>({ ...takeNext, values: [year] });
    return caseNumber(year, present(rows[0], 'the counter answers').sequence);
  }
}
