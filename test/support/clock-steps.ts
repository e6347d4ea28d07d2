import { expect } from '@jest/globals';
import { exampleRegulation } from './example-regulation.ts';
import { publishRegulation } from './regulation-steps.ts';
import { type ApplicationAnswer, lettersOf } from './case-steps.ts';
import type { Answer, TestCaller, TestService } from './test-service.ts';

/** A due date as far as tests look at it. */
export interface DueDateAnswer {
  readonly kind: string;
  readonly lastDate: string | null;
  readonly state: string;
  readonly metDate: string | null;
  readonly lateSinceDate: string | null;
  readonly article: string;
  readonly steps: readonly { readonly sentence: string }[];
}

export interface DeadlinesAnswer {
  readonly version: number;
  readonly asOfDate: string;
  readonly deadlines: readonly DueDateAnswer[];
  readonly penalty: {
    readonly days: number;
    readonly amountCents: number;
    readonly determinedCents: number | null;
  } | null;
  readonly records: readonly { readonly kind: string; readonly sentence: string; readonly reason?: string }[];
}

export async function deadlinesOf(reader: TestCaller, applicationId: string): Promise<DeadlinesAnswer> {
  const { status, body } = await reader.get<DeadlinesAnswer>(`/v1/applications/${applicationId}/deadlines`);
  expect(status).toBe(200);
  return body;
}

/** The last day of a kind and how it stands, such as "2019-07-26 running"; null when there is none. */
export function dueOf({ deadlines }: DeadlinesAnswer, kind: string): string | null {
  const due = deadlines.find((each) => each.kind === kind);
  return due === undefined ? null : `${due.lastDate} ${due.state}`;
}

/** The sentences of a derivation, in their order. */
export function derivationOf({ deadlines }: DeadlinesAnswer, kind: string): readonly string[] {
  return deadlines.find((each) => each.kind === kind)?.steps.map(({ sentence }) => sentence) ?? [];
}

/** Publishes a regulation that is always open, with the term from receipt. */
export async function publishAlwaysOpen(
  service: TestService,
  code: string,
  terms: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await publishRegulation(service, code, {
    window: { kind: 'rolling', opensOn: '2019-01-02' },
    distribution: { ...exampleRegulation.distribution, moment: 'as-they-come' },
    terms: {
      decisionWeeks: 8,
      decisionStartsAt: 'receipt',
      generalTermsActApplies: true,
      completionWeeks: 2,
      ...terms,
    },
  });
}

/** Records something about the clock of a case, with the version that it has now. */
export async function recordClock(
  caller: TestCaller,
  { id }: Pick<ApplicationAnswer, 'id'>,
  what: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Answer<DeadlinesAnswer & Record<string, unknown>>> {
  const { version } = await deadlinesOf(caller, id);
  return caller.post(`/v1/applications/${id}/${what}`, { version, body });
}

/** Sends, on a day, the letter of a kind that lies ready. */
export async function sendWaiting(
  service: TestService,
  registrar: TestCaller,
  application: Pick<ApplicationAnswer, 'id'>,
  kind: string,
  sentOn: string,
): Promise<Answer> {
  const letters = await lettersOf(registrar, application.id);
  const letter = letters.find((each) => each.kind === kind && each.sentOn === null)!;
  service.clock.set(new Date(`${sentOn}T08:00:00Z`));
  const body = { sentOn, channel: 'electronic' };
  return registrar.post(`/v1/letters/${letter.id}/announcement`, { version: 1, body });
}
