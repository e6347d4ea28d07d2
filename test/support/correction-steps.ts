import type { ApplicationAnswer } from './case-steps.ts';
import type { Answer, TestCaller } from './test-service.ts';

/** What was changed of an application, as far as tests look at it. */
export interface ChangeAnswer {
  readonly id: string;
  readonly version: number;
  readonly letterId: string | null;
  readonly rows: readonly { field: string; before: string; after: string }[];
}

export const correctionReason = 'Op het formulier staat het anders.';

/** A mistake of who typed an application over from paper. */
export const entryMistake = { origin: 'entry', reason: correctionReason };

export function correct(
  caller: TestCaller,
  { id, version }: ApplicationAnswer,
  body: object,
): Promise<Answer<ChangeAnswer & Record<string, unknown>>> {
  return caller.post(`/v1/applications/${id}/corrections`, { version, body });
}

/** The application as the caller sees it. */
export async function seen(
  caller: TestCaller,
  { id }: Pick<ApplicationAnswer, 'id'>,
): Promise<ApplicationAnswer & Record<string, unknown>> {
  const { body } = await caller.get<ApplicationAnswer & Record<string, unknown>>(`/v1/applications/${id}`);
  return body;
}
