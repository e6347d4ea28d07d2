import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { keepBooking } from '../support/booking-client.ts';
import { PersistentCaller } from '../support/persistent-caller.ts';

/**
 * The clients of a crash test, in a process of their own: at an address, with a log of their own on disk, so many
 * clients. What was acknowledged is on disk before the next is asked; SIGTERM lets them finish what they began.
 */
const [url = '', logFile = '', clientCount = '4'] = process.argv.slice(2);
const file = openSync(logFile, 'a');
let stopped = false;
process.once('SIGTERM', () => (stopped = true));
await Promise.all(
  Array.from({ length: Number(clientCount) }, () =>
    keepBooking(
      new PersistentCaller(url),
      (line) => {
        writeSync(file, `${JSON.stringify(line)}\n`);
        fsyncSync(file);
      },
      () => stopped,
    ),
  ),
);
closeSync(file);
