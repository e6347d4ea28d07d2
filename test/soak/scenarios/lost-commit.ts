import { loseCommits } from '../../support/lost-commits.ts';
import { createLedger } from '../../support/test-ledger.ts';
import type { SoakScenario } from '../scenario.ts';

/** The line to the database is cut just before or just after a COMMIT, and the same is asked again. */
export const lostCommit: SoakScenario = {
  name: 'lost-commit',
  summary: '500 times the connection is lost during COMMIT',
  async run({ scale }) {
    const rounds = Math.max(2, Math.round(500 * scale));
    const ledger = await createLedger(['ingen']);
    await ledger.allocate({ ingen: 2000 });
    const { kept, doneAnew, faults } = await loseCommits(ledger, await ledger.budgetId('ingen'), rounds);
    const { held } = await ledger.balances('ingen');
    const { fault } = await ledger.verifier.verify();
    await ledger.database.drop();
    return {
      figures: { rounds, kept, doneAnew },
      faults: [
        ...faults,
        ...(held === rounds / 100 ? [] : [`${rounds} cents asked for, EUR ${held} held`]),
        ...(fault === null ? [] : [`${fault.place} (${fault.rule}): ${fault.detail}`]),
      ],
    };
  },
};
