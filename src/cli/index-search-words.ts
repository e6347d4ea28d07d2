import { IndexWords } from '../applications/index-words.service.ts';
import { runCommand } from './run-command.ts';
import { withServices } from './service-context.ts';

/**
 * `npm run search:index`: lets applications be found by their words that were there before the service kept these. It
 * may be stopped and started again while the service runs, and needs the same keys.
 */
await runCommand(() =>
  withServices(async (services) => {
    const count = await services.get(IndexWords, { strict: false }).all();
    return count === 0 ? 'Alle aanvragen zijn te vinden.' : `${count} aanvragen zijn nu ook te vinden.`;
  }),
);
