import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { refused } from './domain/deadlines.problems.ts';

/** What the database says when two record the same at once; each is told before that to who comes later. */
export const deadlineConstraintProblems: ConstraintProblems = {
  delay_notice_lengthens_once: () =>
    refused({ code: 'already-extended', detail: 'De beslistermijn is al langer gemaakt. Dat kan één keer.' }),
  term_suspension_one_open: () =>
    refused({ code: 'already-suspended', detail: 'De beslistermijn staat al stil.' }),
  default_notice_once: () =>
    refused({ code: 'already-in-default', detail: 'Er is al een ingebrekestelling vastgelegd.' }),
  penalty_decision_once: () =>
    refused({ code: 'penalty-already-decided', detail: 'Over deze dwangsom is al beslist.' }),
};
