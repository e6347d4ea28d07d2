import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { attachmentAlreadyReplaced } from './domain/attachments.problems.ts';

export const attachmentConstraintProblems: ConstraintProblems = {
  attachment_replaced_once: attachmentAlreadyReplaced,
};
