import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiDocument, hostileRequests } from '../support/hostile-requests.ts';
import { type OwnIssuer, startOwnIssuer } from '../support/own-issuer.ts';
import { completeApplication, startTestService, type TestService } from '../support/test-service.ts';

let issuer: OwnIssuer;
let service: TestService;
/** Somebody with every role: rights stop nothing, so that the input reaches the code behind them. */
let token: string;

beforeAll(async () => {
  issuer = await startOwnIssuer();
  service = await startTestService('2019-06-11T08:00:00Z', issuer.environment);
  token = await issuer.sign({
    sub: 'alles',
    name: 'Alle Rollen',
    roles: [
      'resident',
      'kernregisseur',
      'assessor',
      'registrar',
      'finance',
      'village-adviser',
      'auditor',
      'administrator',
    ],
    kernen: ['ingen'],
  });
});

afterAll(async () => {
  await service.stop();
  await issuer.close();
});

const headersOfEveryAnswer = [
  'api-version',
  'x-request-id',
  'cache-control',
  'content-security-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
];

/** What is wrong with an answer, or null. */
async function complaint(answer: Response): Promise<string | null> {
  const text = await answer.text();
  const missing = headersOfEveryAnswer.filter((name) => !answer.headers.has(name));
  if (missing.length > 0) return `lacks ${missing.join(', ')}`;
  if (answer.status >= 500) return `status ${answer.status}`;
  if (answer.status < 400) return null;
  if (answer.headers.get('content-type') !== 'application/problem+json; charset=utf-8') return 'no problem';
  const problem = JSON.parse(text) as Record<string, unknown>;
  const { code, title, detail, status } = problem;
  const texts = [code, title, detail].every((part) => typeof part === 'string' && part !== '');
  if (!texts || status !== answer.status) return `incomplete problem ${text}`;
  return /\b(at \/|node_modules|SELECT|QueryFailed|TypeError)\b/.test(text) ? `tells too much ${text}` : null;
}

describe('Whatever is sent, to any route', () => {
  it('never breaks the service: it answers, or says what is wrong', async () => {
    const me = service.withToken(token);
    const application = completeApplication({ intent: 'draft' });
    const draft = await me.post<{ id: string }>('/v1/applications', { body: application });
    const paper = await me.post<{ id: string }>('/v1/paper-applications', {
      body: { ...completeApplication({ channel: 'paper', receivedOn: '2019-05-02' }), intent: undefined },
    });
    const letters = await me.get<{ letters: { id: string }[] }>(`/v1/applications/${paper.body.id}/letters`);
    const budgets = await me.get<{ items: { id: string; regulationId: string }[] }>('/v1/budgets');
    const examples: Record<string, string> = {
      applicationId: paper.body.id,
      letterId: letters.body.letters[0]!.id,
      budgetId: budgets.body.items[0]!.id,
      kernCode: 'ingen',
      criterionCode: 'meeting',
      listId: draft.body.id,
    };
    const document = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as ApiDocument;
    const requests = [
      ...hostileRequests(document, (name) => examples[name] ?? draft.body.id, {
        createApplication: application,
        reviseDraft: { ...application, intent: undefined },
        createPaperApplication: {
          ...application,
          intent: undefined,
          channel: 'paper',
          receivedOn: '2019-05-02',
        },
      }),
    ];
    const complaints: string[] = [];
    const seen = new Set<string>();
    const send = async (): Promise<void> => {
      for (let request = requests.pop(); request; request = requests.pop()) {
        const { operationId, method, path, headers, body } = request;
        const answer = await fetch(`${service.url}${path}`, {
          method,
          body: method === 'GET' ? null : body,
          headers: {
            authorization: `Bearer ${token}`,
            'if-match': '"1"',
            'idempotency-key': randomUUID(),
            ...(body !== null && { 'content-type': 'application/json' }),
            ...headers,
          },
        });
        seen.add(operationId);
        const wrong = await complaint(answer);
        if (wrong !== null) {
          complaints.push(`${method} ${path.slice(0, 150)} ${JSON.stringify(headers).slice(0, 99)} ${body?.slice(0, 300)}: ${wrong}`);
        }
      }
    };
    await Promise.all([send(), send(), send(), send()]);
    expect(complaints).toEqual([]);
    expect(seen.size).toBe(Object.values(document.paths).flatMap((item) => Object.keys(item)).length);
  });
});
