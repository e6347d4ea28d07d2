import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { alreadyDecided, samePerson } from './domain/decisions.problems.ts';

export const decisionConstraintProblems: ConstraintProblems = {
  decision_once: alreadyDecided,
  college_list_four_eyes: () =>
    samePerson('Wie de lijst heeft gemaakt, registreert niet het besluit erover.'),
};
