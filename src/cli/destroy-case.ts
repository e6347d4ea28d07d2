import { DestroyCase } from '../applications/destroy-case.service.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { runCommand } from './run-command.ts';
import { operator, withServices } from './service-context.ts';

/** `npm run case:destroy -- LB-2019-000123`: makes everything personal of a closed case unreadable, for good. */
await runCommand(async () => {
  const number = process.argv[2];
  if (number === undefined) throw new Error('Geef het zaaknummer: npm run case:destroy -- LB-2019-000123');
  await withServices((services) =>
    services.get(Transactions, { strict: false }).run(async (manager) => {
      await services.get(DestroyCase, { strict: false }).destroy(manager, operator(), { number });
    }),
  ).catch((error: unknown) => {
    throw error instanceof DomainError ? new Error(error.detail) : error;
  });
  return `De persoonsgegevens van ${number} zijn vernietigd. Reservekopieën verlopen op hun eigen tijd.`;
});
