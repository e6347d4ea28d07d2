import { expect } from '@jest/globals';
import { type Answer, completeApplication, type TestCaller, type TestService } from './test-service.ts';

/** An application, list or letter as far as tests look at it. */
export interface ApplicationAnswer {
  readonly id: string;
  readonly version: number;
  readonly number: string | null;
  readonly status: string;
}

export interface ListAnswer {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly { applicationId: string; kind: string; proposedCents: number }[];
  readonly notReady: readonly { applicationId: string; reason: string }[];
}

export interface LetterAnswer {
  readonly id: string;
  readonly kind: string;
  readonly sentOn: string | null;
}

/** The criteria that an assessor judges in the regulation of 2019. */
export const judgedCriteria = [
  'surroundings',
  'meeting',
  'several-residents',
  'support',
  'open-to-all',
  'not-a-party',
] as const;

export const regulationCode = 'leefbaarheidsbudget-2019';

export async function submit(
  applicant: TestCaller,
  change: Readonly<Record<string, unknown>> = {},
): Promise<ApplicationAnswer> {
  const { status, body } = await applicant.post<ApplicationAnswer>('/v1/applications', {
    body: completeApplication(change),
  });
  expect(status).toBe(201);
  return body;
}

/** What an official types over from paper; the application says itself when it was received. */
export function paperApplication(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    ...completeApplication(),
    intent: undefined,
    channel: 'paper',
    receivedOn: '2019-03-01',
    ...change,
  };
}

/** Judges every criterion; the application must not have changed since `version`. Returns the version that it has then. */
export async function assess(
  assessor: TestCaller,
  { id, version }: Pick<ApplicationAnswer, 'id' | 'version'>,
  outcome: 'met' | 'not-met' = 'met',
  criteria: readonly string[] = judgedCriteria,
): Promise<number> {
  let current = version;
  for (const criterion of criteria) {
    const path = `/v1/applications/${id}/findings/${criterion}`;
    const body = { outcome, reason: 'Dat blijkt uit de aanvraag.' };
    const answer = await assessor.put<{ version: number }>(path, { version: current, body });
    expect(answer.status).toBe(200);
    current = answer.body.version;
  }
  return current;
}

export async function prepareList(preparer: TestCaller, kernCodes?: readonly string[]): Promise<ListAnswer> {
  const body = { regulationCode, ...(kernCodes && { kernCodes }) };
  const answer = await preparer.post<ListAnswer>('/v1/college-lists', { body });
  expect(answer.status).toBe(201);
  return answer.body;
}

export function register<Body = Record<string, unknown>>(
  registrar: TestCaller,
  { id, version }: Pick<ListAnswer, 'id' | 'version'>,
  change: Readonly<Record<string, unknown>> = {},
): Promise<Answer<Body>> {
  return registrar.post<Body>(`/v1/college-lists/${id}/resolution`, {
    version,
    body: { number: 'B&W 2019-24', resolutionDate: '2019-06-11', ...change },
  });
}

export async function lettersOf(reader: TestCaller, applicationId: string): Promise<readonly LetterAnswer[]> {
  const { body } = await reader.get<{ items: LetterAnswer[] }>(`/v1/applications/${applicationId}/letters`);
  return body.items;
}

/** Asserts that an answer says in a whole problem document, in Dutch, what is wrong. */
export function expectRefusal(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toMatchObject({
    type: `/problems/${code}`,
    status,
    title: expect.stringMatching(/\p{L}{2}/u),
    detail: expect.stringMatching(/\p{L}{2}.*\.\)?$/su),
  });
}

/** The codes of the faults in an answer, by their place in what was sent. */
export function faultsOf(answer: Answer): Record<string, string> {
  const errors = (answer.body['errors'] ?? []) as { location: string; code: string }[];
  return Object.fromEntries(errors.map(({ location, code }) => [location, code]));
}

const countedTables = [
  'application',
  'application_event',
  'completion_request',
  'finding',
  'letter',
  'letter_document',
  'score_sheet',
  'ranking',
  'advice',
  'vote_record',
  'college_list',
  'college_list_line',
  'decision',
  'ledger_entry',
  'grant_position',
  'ledger_run',
  'ledger_resolution',
  'idempotency_record',
] as const;

const rowsOf = (columns: string, table: string) =>
  `(SELECT json_agg(json_build_array(${columns}) ORDER BY ${columns.split(',', 1)[0]}) FROM ${table}) AS ${table}_rows`;

/** Everything that a refused request must leave alone: rows, states, balances and the counter of case numbers. */
export async function contents({ database }: TestService): Promise<unknown> {
  const counts = [
    ...countedTables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`),
    // Of what was read and refused a record is kept, and must be.
    "(SELECT count(*)::int FROM audit_entry WHERE outcome = 'done') AS audit_entry",
  ];
  const rows = [
    rowsOf('id, status, version, completed_on', 'application'),
    rowsOf('id, status, version', 'college_list'),
    rowsOf('id, version, available_cents, committed_cents', 'budget'),
    rowsOf('id, version, used_cents', 'ledger_limit'),
    rowsOf('year, last_sequence', 'case_number_counter'),
    rowsOf('id, sent_on', 'letter'),
  ];
  return (await database.asOwner(`SELECT ${[...counts, ...rows].join(', ')}`))[0];
}

/** Does something that must be refused, and asserts that it left nothing behind. */
export async function withoutTrace<Body>(
  service: TestService,
  attempt: () => Promise<Answer<Body>>,
): Promise<Answer<Body>> {
  const before = await contents(service);
  const answer = await attempt();
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await contents(service)).toEqual(before);
  return answer;
}
