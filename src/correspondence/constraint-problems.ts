import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { noteAlreadyCorrected } from './domain/note.ts';

export const correspondenceConstraintProblems: ConstraintProblems = {
  case_note_corrected_once: noteAlreadyCorrected,
};
