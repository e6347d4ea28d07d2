import type { ProblemCatalogue } from '../../kernel/domain-error.ts';

export const databaseProblems = {
  'idempotency-key-reused': {
    kind: 'conflict',
    title: 'Deze Idempotency-Key is al gebruikt voor iets anders',
  },
  'database-busy': { kind: 'unavailable', title: 'Het is te druk; probeer het zo opnieuw' },
  'database-too-slow': { kind: 'unavailable', title: 'Het duurde te lang' },
  'database-unreachable': { kind: 'unavailable', title: 'De gegevens zijn tijdelijk niet bereikbaar' },
} as const satisfies ProblemCatalogue;
