import { expect } from '@jest/globals';
import { attach, send } from './attachment-steps.ts';
import { type ApplicationAnswer, submit } from './case-steps.ts';
import { mark, marked, markedApplication } from './marked-values.ts';
import { pdfDocument, photo } from './sample-files.ts';
import type { TestCaller } from './test-service.ts';

/**
 * What people send along, with their words in the name, the description and the content.
 * @returns one that was taken, and all that was answered to those that were not
 */
export async function sendMarkedFiles(
  applicant: TestCaller,
  official: TestCaller,
  caseId: string,
): Promise<{ readonly attachmentId: string; readonly refusals: readonly string[] }> {
  const fields = { description: marked.description };
  const quote = { name: `${mark} offerte.pdf`, content: pdfDocument(marked.cost), fields };
  const { id: attachmentId } = await attach(applicant, caseId, quote);
  const picture = { kind: 'photo', name: `${mark}.jpg`, content: await photo(), fields };
  const { id } = await attach(official, caseId, picture);
  const path = `/v1/applications/${caseId}/attachments/${id}/publication-consents`;
  const said = { given: true, saidBy: marked.name };
  expect((await applicant.post(path, { body: said })).status).toBe(201);
  const refusals: string[] = [];
  for (const refused of [
    { ...quote, name: `../${mark}.pdf` },
    { ...quote, content: Buffer.from(mark) },
    { ...quote, content: pdfDocument(mark).subarray(0, 200) },
    { ...quote, kind: mark },
    quote,
  ]) {
    const answer = await send(applicant, caseId, refused);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    refusals.push(`${[...answer.headers].flat().join(' ')} ${answer.bytes.toString('utf8')}`);
  }
  return { attachmentId, refusals };
}

/** Somebody applies by a draft that is changed and submitted, and somebody else on paper. */
export async function applyOtherwise(
  applicant: TestCaller,
  official: TestCaller,
): Promise<ApplicationAnswer> {
  const draft = await submit(applicant, markedApplication({ intent: 'draft', kernCode: 'zoelen' }));
  const revision = { ...markedApplication({ kernCode: 'zoelen' }), intent: undefined };
  await applicant.put(`/v1/applications/${draft.id}`, { version: 1, body: revision });
  await applicant.post(`/v1/applications/${draft.id}/submission`, { version: 2 });
  const paper = {
    ...markedApplication({ kernCode: 'maurik', channel: 'paper', receivedOn: '2019-03-01' }),
    intent: undefined,
  };
  expect((await official.post('/v1/paper-applications', { body: paper })).status).toBe(201);
  return draft;
}
