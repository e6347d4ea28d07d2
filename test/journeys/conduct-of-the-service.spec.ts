import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '../support/test-service.ts';
import { describeConduct } from './http-conduct.cases.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

describe('The conduct of the service as it is deployed', () => {
  describeConduct({
    url: () => service.url,
    publicList: '/v1/kernen',
    write: '/v1/applications',
  });

  it('gives a file as what it is', async () => {
    const farid = await service.as('farid');
    const asked = { headers: { accept: 'text/csv' } };
    const report = await farid.get('/v1/reports/spending', asked);
    expect(report.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(report.bytes.toString().split('\n', 1)[0]).toContain('code kern');
    const impossible = await farid.get('/v1/reports/spending?year=1', asked);
    expect(impossible.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });
});
