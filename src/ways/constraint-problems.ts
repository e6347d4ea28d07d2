import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { waysProblem } from './domain/ways.problems.ts';

const overlap = () =>
  waysProblem(
    'way-versions-overlap',
    'Iemand anders liet net een werkwijze ingaan. Haal de werkwijzen opnieuw op en probeer het daarna nog eens.',
  );

export const wayConstraintProblems: ConstraintProblems = {
  kern_body_code_unique: () =>
    waysProblem('kern-body-exists', 'Deze kern heeft al een orgaan met deze code.'),
  way_version_unique: overlap,
  way_scope_pkey: overlap,
  way_version_four_eyes: () =>
    waysProblem('way-four-eyes', 'Wie aan de werkwijze schreef, laat haar niet ingaan.'),
};
