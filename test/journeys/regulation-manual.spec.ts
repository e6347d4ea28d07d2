import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { present } from '../../src/kernel/assert.ts';
import { publishDocument } from '../support/regulation-steps.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const manual = readFileSync('docs/regulations.md', 'utf8');

/** The block of JSON after a mark, as it stands in the manual. */
function block(mark: string): unknown {
  const [, text] = new RegExp(`<!-- ${mark} -->\\s+\`\`\`json\\n([^]*?)\`\`\``).exec(manual) ?? [];
  return JSON.parse(present(text, `the manual has a block "${mark}"`));
}

describe('The manual for who writes a regulation', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService('2027-01-04T09:00:00Z');
  });
  afterAll(() => service.stop());

  it('has an example that works as it stands there', async () => {
    const document = block('regeling') as object;
    const days = { publishedOn: '2027-01-04', inForceFrom: '2027-01-04' };
    await publishDocument(service, 'buurtinitiatieven-2027', document, days);
    const anybody = await service.as(null);
    const { status, body } = await anybody.post<{
      amount: object;
      findings: { criterionCode: string; outcome: string }[];
    }>('/v1/regulations/buurtinitiatieven-2027/checks', { body: block('plan') });
    expect(status).toBe(200);
    expect(body.amount).toEqual({ ...(block('antwoord') as object), missing: [] });
    const judged = body.findings.filter(({ outcome }) => outcome !== 'met');
    expect(judged).toMatchObject([{ criterionCode: 'meeting', outcome: 'needs-judgement' }]);
  });
});
