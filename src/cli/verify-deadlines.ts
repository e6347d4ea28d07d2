import { CheckDueDates } from '../deadlines/check-due-dates.service.ts';
import { runCommand } from './run-command.ts';
import { withServices } from './service-context.ts';

const shownFaults = 20;

/**
 * `npm run deadlines:verify`: computes every stored due date again and names the cases in which it differs, or
 * of which a sent decision lacks its term. With `-- --repair` it stores what was computed, as is needed once after days
 * of a new decree were configured.
 */
await runCommand(() =>
  withServices(async (services) => {
    const repair = process.argv.includes('--repair');
    const { caseCount, faults } = await services.get(CheckDueDates, { strict: false }).check(repair);
    if (faults.length === 0) return `De termijnen kloppen: ${caseCount} zaken nagerekend.`;
    if (repair) return `${faults.length} van ${caseCount} zaken opnieuw berekend.`;
    const lines = faults
      .slice(0, shownFaults)
      .map(
        ({ applicationNumber, stored, computed, lacksDecisionTerm }) =>
          `${applicationNumber}: bewaard ${JSON.stringify(stored)}, berekend ${JSON.stringify(computed)}${lacksDecisionTerm ? '; de beslistermijn zoals die gold toen het besluit is verzonden, is niet bewaard' : ''}`,
      );
    throw new Error(`De termijnen van ${faults.length} zaken kloppen niet.\n${lines.join('\n')}`);
  }),
);
