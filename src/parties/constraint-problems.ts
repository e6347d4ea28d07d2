import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { partyHindered } from './domain/parties.problems.ts';

/** What the database says when two say yes at once, or one person twice. */
export const partyConstraintProblems: ConstraintProblems = {
  case_party_one_in_force: () =>
    partyHindered({ code: 'party-already-agreed', detail: 'Op hetzelfde moment stemde een ander in.' }),
  case_party_person_once: () =>
    partyHindered({ code: 'party-already-agreed', detail: 'U heeft in deze zaak al ingestemd.' }),
};
