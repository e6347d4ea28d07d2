import { constants, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { KeyRotation } from '../secrets/key-rotation.service.ts';
import { runCommand } from './run-command.ts';
import { withServices } from './service-context.ts';

// Small, so that nobody waits long behind a batch.
const batchSize = 25;
/** Rest after a batch, in its own length: few requests meet a batch, and those that do wait for a short one. */
const restPerWork = 5;

/**
 * `npm run keys:rotate`: brings case keys and blind indexes under the first configured keys, while the service runs.
 * It may be stopped and started again at any moment. It rests much longer than it works, and gives way to
 * whatever else the machine has to do, so that the service keeps its speed; 100 thousand rows take some minutes.
 */
setPriority(constants.priority.PRIORITY_LOW);
await runCommand(() =>
  withServices(async (services) => {
    const rotation = services.get(KeyRotation, { strict: false });
    const done = await rotation.rotate(batchSize, (milliseconds) => pause(restPerWork * milliseconds));
    const left = await rotation.remaining();
    const told = `Omgezet: ${done.caseKeys} zaaksleutels en ${done.indexes} zoekwaarden.`;
    return left.caseKeys + left.indexes === 0
      ? `${told} De oudere sleutels zijn na 24 uur niet meer nodig.`
      : `${told} Nog ${left.caseKeys} en ${left.indexes} onder een oudere sleutel, doordat anderen er net mee werkten: ` +
          'geef de opdracht nog eens.';
  }),
);
