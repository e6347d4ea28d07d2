import { expect } from '@jest/globals';
import { marked, markedApplication } from './marked-values.ts';
import type { TestCaller } from './test-service.ts';

/** Enters an application on paper and sends it on to another body, all in marked texts. */
async function forwardMarked(official: TestCaller): Promise<void> {
  const content = { kernCode: 'maurik', channel: 'paper', receivedOn: '2019-03-01' };
  const paper = { ...markedApplication(content), intent: undefined };
  const entered = await official.post<{ id: string; version: number }>('/v1/paper-applications', {
    body: paper,
  });
  expect(entered.status).toBe(201);
  const forwarded = await official.post(`/v1/applications/${entered.body.id}/forwarding`, {
    version: entered.body.version,
    body: {
      ...{ bodyName: marked.recusal, bodyAddressLines: [marked.recusal] },
      reason: marked.explanation,
    },
  });
  expect(forwarded.status).toBe(201);
}

/**
 * Sends an application on, corrects another and records that less was agreed of it, all in marked texts.
 * @returns its version afterwards
 */
export async function changedWith(official: TestCaller, path: string): Promise<number> {
  await forwardMarked(official);
  const { version } = (await official.get<{ version: number }>(path)).body;
  const corrected = await official.post<{ version: number }>(`${path}/corrections`, {
    version,
    body: { origin: 'entry', reason: marked.explanation, support: `${marked.support} en meer` },
  });
  expect(corrected.status).toBe(201);
  const reduced = await official.post<{ version: number }>(`${path}/reductions`, {
    version: corrected.body.version,
    body: {
      ...{ agreedOn: '2019-03-04', agreedHow: 'phone', agreedWith: marked.recusal },
      ...{
        evidence: marked.finding,
        reason: marked.explanation,
        description: `${marked.finding} en kleiner`,
      },
    },
  });
  expect(reduced.status).toBe(201);
  return reduced.body.version;
}
