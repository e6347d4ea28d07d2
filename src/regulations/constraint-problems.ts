import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { regulationsProblem } from './domain/regulations.problems.ts';

const elsewhere = () =>
  regulationsProblem(
    'regulation-version-elsewhere',
    'Haal de versies opnieuw op en probeer het daarna nog eens.',
  );

export const regulationConstraintProblems: ConstraintProblems = {
  regulation_code_unique: elsewhere,
  regulation_version_unique: elsewhere,
  regulation_version_start_unique: elsewhere,
  regulation_ending_four_eyes: () =>
    regulationsProblem('regulation-four-eyes', 'Wie het einde voorstelde, maakt het niet bekend.'),
  regulation_version_four_eyes: () =>
    regulationsProblem('regulation-four-eyes', 'Wie aan de regeling schreef, maakt haar niet bekend.'),
};
