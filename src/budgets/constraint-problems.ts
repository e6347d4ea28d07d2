import { zeroCents } from '../kernel/money.ts';
import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { dutiesApart } from '../identity/domain/duties.ts';
import { samePerson } from '../identity/domain/identity.problems.ts';
import { runProblem } from './domain/runs/run.problems.ts';
import { budgetsProblem, ceilingReached, holdTooSmall, shortageOn } from './domain/budgets.problems.ts';

/** What callers are told when the database refuses what the rules let through, in a race for the last euro. */
export const budgetConstraintProblems: ConstraintProblems = {
  budget_available_not_negative: () => ceilingReached({ of: 'kern', name: null }, []),
  ledger_limit_not_exceeded: () => ceilingReached({ of: 'scheme', name: null }, []),
  budget_held_not_negative: () => shortageOn('held', null),
  ledger_hold_not_negative: () => holdTooSmall(zeroCents),
  grant_committed_not_negative: () => shortageOn('committed', null),
  grant_in_payment_not_negative: () => shortageOn('inPayment', null),
  grant_paid_not_negative: () => shortageOn('paid', null),
  grant_receivable_not_negative: () => shortageOn('receivable', null),
  ledger_entry_corrected_once: () =>
    budgetsProblem('already-corrected', 'Een boeking wordt hoogstens één keer gecorrigeerd.'),
  budget_unique: () => runProblem('run-stale', 'Dit budget is intussen geopend. Maak een nieuw voorstel.'),
  ledger_limit_unique: () =>
    runProblem('run-stale', 'Dit maximum is intussen gezet. Maak een nieuw voorstel.'),
  ledger_run_reversed_once: () => runProblem('run-decided', 'Deze mutatie is al teruggedraaid.'),
  ledger_run_four_eyes: () => samePerson(dutiesApart['propose-booking+confirm-booking'].sentence),
  ledger_resolution_unique: () =>
    runProblem('resolution-known', 'Er is al een besluit met dit nummer geregistreerd.'),
  ledger_year_open: () =>
    budgetsProblem(
      'counts-in-closed-year',
      'Dit jaar is afgesloten. Boek op een dag in een jaar dat open is.',
    ),
};
