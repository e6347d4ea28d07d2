import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { dutiesApart } from '../identity/domain/duties.ts';
import { samePerson } from '../identity/domain/identity.problems.ts';
import { alreadyDecided } from './domain/decisions.problems.ts';

export const decisionConstraintProblems: ConstraintProblems = {
  decision_once: alreadyDecided,
  college_list_four_eyes: () => samePerson(dutiesApart['prepare-list+decide'].sentence),
};
