import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { stepAlreadyDone } from './domain/checked-step.ts';

export const assessmentConstraintProblems: ConstraintProblems = { step_record_once: stepAlreadyDone };
