import { expect } from '@jest/globals';
import type { TestCaller } from './test-service.ts';

interface Made {
  readonly id: string;
  readonly version: number;
}

/** A way for Ingen under the regulation of 2019, as a kernregisseur would write it. */
export function ownWay(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    title: 'Ingen praat mee',
    regulationCode: 'leefbaarheidsbudget-2019',
    kernCodes: ['ingen'],
    startsAt: 'completeness',
    decisionDays: 14,
    steps: [
      {
        ...{ kind: 'check', code: 'controle', title: 'Eerste controle', by: 'assessor', termDays: 7 },
        whenLate: { kind: 'wait' },
      },
      {
        ...{ kind: 'advice', code: 'advies', title: 'Advies van de dorpsraad', by: 'kernregisseur' },
        ...{ body: 'dorpsraad', binding: false, termDays: 14, whenLate: { kind: 'continue' } },
        when: [{ fact: 'requested-at-least', amountCents: 50_000 }],
      },
      {
        ...{ kind: 'proposal', code: 'voorstel', title: 'Voorstel', by: 'kernregisseur', termDays: 7 },
        whenLate: { kind: 'hand-over', to: 'assessor' },
      },
    ],
    ...change,
  };
}

export async function recordBody(
  administrator: TestCaller,
  kernCode: string,
  code: string,
  kind = 'village-body',
): Promise<void> {
  const body = { code, kind, name: `${code} van ${kernCode}`, validFromDate: '2019-01-01' };
  expect((await administrator.post(`/v1/kernen/${kernCode}/bodies`, { body })).status).toBe(201);
}

/** Writes a way by one person and has another let it begin. @returns the id of the version */
export async function activateWay(
  writer: TestCaller,
  other: TestCaller,
  code: string,
  document: object,
  activeFrom: string,
): Promise<string> {
  const { body: draft } = await writer.post<Made & { faults: unknown }>('/v1/way-drafts', {
    body: { code, document },
  });
  expect(draft).toMatchObject({ faults: [] });
  const { version } = draft;
  const path = `/v1/way-drafts/${draft.id}/activation`;
  const activated = await other.post<Made>(path, { version, body: { activeFrom } });
  expect(activated.status).toBe(201);
  return activated.body.id;
}

/** A step of an application as far as tests look at it. */
export interface StepAnswer {
  readonly code: string;
  readonly state: string;
  readonly who: string;
  readonly dueOn: string | null;
  readonly form: object | null;
  readonly report?: string | null;
}

export interface StepsAnswer {
  readonly version: number;
  readonly wayVersionId: string | null;
  readonly isFinished: boolean;
  readonly steps: readonly StepAnswer[];
}

export async function stepsOf(caller: TestCaller, applicationId: string): Promise<StepsAnswer> {
  return (await caller.get<StepsAnswer>(`/v1/applications/${applicationId}/steps`)).body;
}
