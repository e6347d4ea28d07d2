import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { alreadyRecused } from './recusals.service.ts';

export const applicationConstraintProblems: ConstraintProblems = { recusal_once: alreadyRecused };
