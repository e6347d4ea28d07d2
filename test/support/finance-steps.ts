import { expect } from '@jest/globals';
import type { Answer, TestCaller } from './test-service.ts';

/** A run of finance as far as tests look at it. */
export interface RunAnswer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly journalId: string | null;
  readonly steps: readonly { kernCode: string | null; movement: string; amountCents: number }[];
}

/** Two people of finance: one proposes, the other confirms. */
export interface Finance {
  readonly proposer: TestCaller;
  readonly confirmer: TestCaller;
}

export async function proposeRun({ proposer }: Finance, body: object): Promise<RunAnswer> {
  const answer = await proposer.post<RunAnswer>('/v1/ledger-runs', { body });
  expect({ status: answer.status, problem: answer.status === 201 ? null : answer.body }).toEqual({
    status: 201,
    problem: null,
  });
  return answer.body;
}

export function confirmRun(
  { confirmer }: Finance,
  { id, version }: Pick<RunAnswer, 'id' | 'version'>,
): Promise<Answer<RunAnswer>> {
  return confirmer.post<RunAnswer>(`/v1/ledger-runs/${id}/confirmation`, { version });
}

/** Proposes and confirms, as two people do. */
export async function bookRun(finance: Finance, body: object): Promise<RunAnswer> {
  const answer = await confirmRun(finance, await proposeRun(finance, body));
  expect({ status: answer.status, problem: answer.status === 200 ? null : answer.body }).toEqual({
    status: 200,
    problem: null,
  });
  return answer.body;
}

/** Registers a resolution of the council that money can be allocated on. @returns its id */
export async function councilResolution({ proposer }: Finance, number = 'RB 2018-112'): Promise<string> {
  const answer = await proposer.post<{ id: string }>('/v1/ledger-resolutions', {
    body: {
      ...{ body: 'council', number, decidedOn: '2018-12-18', title: 'Begroting 2019' },
      documentReference: 'ris/2018/112',
    },
  });
  expect(answer.status).toBe(201);
  return answer.body.id;
}
