import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { senderDayTaken } from './domain/letters.problems.ts';

export const letterConstraintProblems: ConstraintProblems = { letter_sender_pkey: senderDayTaken };
