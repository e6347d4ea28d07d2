import { present } from '../src/kernel/assert.ts';
import type { Application, Letter } from './answers.ts';
import { type Plan, plans, regulationCode } from './plans.ts';
import type { Applicant, Story } from './story.ts';

/** Somebody submits the own plan over the internet. Gives the application as the service answers it. */
export async function apply(story: Story, applicant: Applicant): Promise<Application> {
  const caller = await story.as(applicant);
  const { body } = await caller.post<Application>('/applications', { body: formOf(applicant, 'submit') });
  story.remember(applicant, body);
  return body;
}

/** The form as somebody filled it in. */
export function formOf(
  applicant: Applicant,
  intent: 'draft' | 'submit',
  change: Partial<Plan> = {},
): Readonly<Record<string, unknown>> {
  return { intent, regulationCode, ...plans[applicant], ...change };
}

export async function lettersOf(story: Story, personId: string, applicant: Applicant): Promise<Letter[]> {
  const caller = await story.as(personId);
  const path = `/applications/${story.caseOf(applicant).id}/letters`;
  return [...(await caller.get<{ items: readonly Letter[] }>(path)).body.items];
}

/** The letter of a kind that still lies ready to be sent. */
export async function waitingLetter(
  story: Story,
  officialId: string,
  applicant: Applicant,
  kind: string,
): Promise<Letter> {
  const letters = await lettersOf(story, officialId, applicant);
  const waiting = letters.find((letter) => letter.kind === kind && letter.sentOn === null);
  return present(waiting, `a letter of the kind ${kind} lies ready for ${applicant}`);
}

/** Sends a letter. Electronic goes to who chose that; all others get post (Awb 2:8). */
export async function send(
  story: Story,
  officialId: string,
  letterId: string,
  sentOn: string,
  channel: 'post' | 'electronic',
): Promise<Letter> {
  const caller = await story.as(officialId);
  const body = { sentOn, channel };
  return (await caller.post<Letter>(`/letters/${letterId}/announcement`, { version: 1, body })).body;
}

export interface Item {
  readonly what: string;
  readonly why: string;
}

/** An official asks somebody to complete an application; the letter lies ready afterwards. */
export async function askToComplete(
  story: Story,
  officialId: string,
  applicant: Applicant,
  items: readonly Item[],
): Promise<Letter> {
  const { version } = await story.application(officialId, applicant);
  const caller = await story.as(officialId);
  const path = `/applications/${story.caseOf(applicant).id}/completion-requests`;
  return (await caller.post<Letter>(path, { version, body: { items } })).body;
}

/** An applicant adds what was lacking. */
export async function supplement(
  story: Story,
  applicant: Applicant,
  added: Readonly<Record<string, unknown>>,
): Promise<Application> {
  const { version } = await story.application(applicant, applicant);
  const caller = await story.as(applicant);
  const path = `/applications/${story.caseOf(applicant).id}/supplements`;
  return (await caller.post<Application>(path, { version, body: added })).body;
}
