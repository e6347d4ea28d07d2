import { mkdtemp, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { crashRounds } from '../support/crash-rounds.ts';

describe('When the service and its database are killed in the middle of the work', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp('/tmp/kernbudget-crash-');
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('nothing that was acknowledged is lost, nothing is half there, and asking again gives the first answer', async () => {
    const victims = ['service', 'database'] as const;
    const outcome = await crashRounds({ directory, clients: 4, victims, between: () => 500 });
    expect(outcome.wrong).toEqual([]);
    expect(outcome.kills).toBe(2);
    expect(outcome.confirmed).toBeGreaterThan(3);
    expect(outcome.repeated).toBeGreaterThan(0);
  }, 180_000);
});
