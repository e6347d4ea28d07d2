import { mkdtemp, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Acknowledged, compareWith, keepBooking, MortalService } from '../support/crash-client.ts';

describe('When the service and its database are killed in the middle of the work', () => {
  let directory: string;
  let service: MortalService;

  beforeAll(async () => {
    directory = await mkdtemp('/tmp/kernbudget-crash-');
    service = await MortalService.start(directory);
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('nothing that was acknowledged is lost, nothing is half there, and asking again gives the first answer', async () => {
    const log: Acknowledged = { proposed: new Map(), confirmed: new Map(), faults: [] };
    let stopped = false;
    const clients = Array.from({ length: 4 }, () => keepBooking(service, log, () => stopped));
    await pause(700);
    await service.killService();
    await pause(400);
    await service.killDatabase(directory);
    await pause(400);
    stopped = true;
    await Promise.all(clients);
    expect(log.confirmed.size).toBeGreaterThan(3);
    expect(await compareWith(service, log)).toEqual([]);
  }, 120_000);
});
