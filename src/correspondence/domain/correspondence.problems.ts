import type { ProblemCatalogue } from '../../kernel/domain-error.ts';

export const correspondenceProblems = {
  'note-in-future': { kind: 'invalid', title: 'Dit moet nog gebeuren' },
  'note-not-found': { kind: 'not-found', title: 'Deze notitie is er niet' },
  'note-already-corrected': { kind: 'conflict', title: 'Deze notitie is al verbeterd' },
} as const satisfies ProblemCatalogue;
