import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  lettersOf,
  paperApplication,
  prepareList,
  register,
  regulationCode,
  submit,
} from '../support/case-steps.ts';
import { type ApiDocument, type HostileRequest, hostileRequests } from '../support/hostile-requests.ts';
import { type OwnIssuer, startOwnIssuer } from '../support/own-issuer.ts';
import { acceptableBodies } from '../support/acceptable-bodies.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

let issuer: OwnIssuer;
let service: TestService;
/**
 * An official with every role, and a resident: rights stop nothing, so that the input reaches the code behind them.
 * They are two people, because nobody handles what they applied for.
 */
let token: string;
let residentToken: string;

beforeAll(async () => {
  issuer = await startOwnIssuer();
  service = await startTestService('2019-05-06T08:00:00Z', issuer.environment);
  token = await issuer.sign({
    sub: 'alles',
    name: 'Alle Rollen',
    roles: [
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
  residentToken = await issuer.sign({ sub: 'bewoner', name: 'Een Bewoner', roles: ['resident'] });
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

/** Things that exist, each of its own case, so that what happens to one does not stop the requests about another. */
async function examples(me: TestCaller): Promise<(name: string, operationId: string) => string> {
  const official = async (sub: string, role: string) =>
    service.withToken(await issuer.sign({ sub, name: `Wie ${sub} heet`, roles: [role], kernen: [] }));
  const [other, registrar] = [await official('ander', 'assessor'), await official('roos', 'registrar')];
  const enter = async (change: object = {}) => {
    const body = paperApplication({ receivedOn: '2019-05-02', ...change });
    return (await me.post<ApplicationAnswer>('/v1/paper-applications', { body })).body;
  };
  const refusable = async (kernCode: string) => {
    const application = await enter({ kernCode });
    await assess(other, application, 'not-met');
    return application.id;
  };
  const open = await enter();
  const resident = service.withToken(residentToken);
  const asked = await submit(resident, { iban: undefined });
  const items = [{ what: 'Een rekeningnummer', why: 'Om te kunnen betalen.' }];
  const path = `/v1/applications/${asked.id}/completion-requests`;
  const letter = await me.post<{ id: string }>(path, { version: asked.version, body: { items } });
  await refusable('asch');
  const decidedId = await refusable('buren');
  await register(registrar, await prepareList(other, ['buren']), { resolutionDate: '2019-05-06' });
  await refusable('zoelen');
  const list = await prepareList(other, ['zoelen']);
  const recused = { subject: 'iemand', reason: 'De aanvrager is familie.' };
  const recusal = await me.post<{ id: string }>(`/v1/applications/${open.id}/recusals`, { body: recused });
  const budgets = await me.get<{ items: { id: string; regulationId: string }[] }>('/v1/budgets');
  const { id: budgetId, regulationId } = budgets.body.items[0]!;
  const codes = { kernCode: 'ingen', criterionCode: 'meeting', regulationCode };
  const known: Record<string, string> = {
    ...{ letterId: letter.body.id, listId: list.id, budgetId, regulationId, recusalId: recusal.body.id },
    ...codes,
  };
  const perOperation: Record<string, string> = {
    getLetterDocument: (await lettersOf(resident, (await submit(resident)).id))[0]!.id,
    reviseDraft: (await submit(resident, { intent: 'draft' })).id,
    submitDraft: (await submit(resident, { intent: 'draft' })).id,
    supplementApplication: (await submit(resident, { iban: undefined })).id,
    withdrawApplication: (await submit(resident)).id,
    getDecision: decidedId,
    // Who keeps out of a case keeps out of what competes with it, so this one is of a kern of its own.
    recordRecusal: (await enter({ kernCode: 'lienden' })).id,
  };
  const about = (name: string) => name === 'applicationId' || name === 'letterId';
  return (name, operationId) =>
    (about(name) ? perOperation[operationId] : undefined) ?? known[name] ?? open.id;
}

/** The version that something has by now; requests before may have changed it. */
async function versionOf(path: string): Promise<string> {
  const id = path.split('/')[3];
  const rows = await service.database.asOwner<{ version: number }>(
    `SELECT version FROM application WHERE id::text = $1
     UNION ALL SELECT version FROM college_list WHERE id::text = $1
     UNION ALL SELECT revision FROM letter WHERE id::text = $1`,
    [id],
  );
  return `"${rows[0]?.version ?? 1}"`;
}

const validBodies = {
  ...acceptableBodies,
  supplementApplication: {
    explanation: 'Nog iets.',
    activityStartsOn: '2019-09-14',
    activityEndsOn: '2019-09-14',
    costs: [{ description: 'Bank', amountCents: 1 }],
    support: 'De buren.',
  },
  announceLetter: { sentOn: '2019-05-06', channel: 'post' },
  prepareCollegeList: { regulationCode },
};

/**
 * Operations on things that only their own journeys make (mandates, drafts of regulations, ledger runs, stored
 * reports, ways of working, what officials do before the decision, what happens to the clock of a case, calendars, rounds). They get all the hostile input here too; that they succeed is shown there.
 */
const succeedElsewhere = new Set([
  'getMandate',
  'endMandate',
  'getRegulationTemplate',
  'getRegulationDraft',
  'replaceRegulationDraft',
  'validateRegulationDraft',
  'publishRegulation',
  'getRegulationVersion',
  'previewCeilings',
  'proposeLedgerRun',
  'getLedgerRun',
  'confirmLedgerRun',
  'rejectLedgerRun',
  'getReport',
  ...['addAttachment', 'getAttachment', 'getAttachmentContent', 'removeAttachment'],
  ...['listPublicationConsents', 'recordPublicationConsent'],
  ...['recordPaperConsent', 'endParty', 'previewPartyConfirmation', 'confirmParty'],
  'getReportDocument',
  ...['getKernBody', 'changeKernBody', 'getWayDraft', 'replaceWayDraft', 'activateWay'],
  ...['getWay', 'drawWay', 'getWayText', 'recordStep'],
  ...['beginLaboratoryRun', 'getLaboratoryRun', 'listLaboratoryCases'],
  ...['listRunningCasesUnderDraft', 'listRunningCasesUnderWay'],
  ...['proposeRegulationEnding', 'getRegulationEnding', 'publishRegulationEnding'],
  ...['rejectRegulationEnding', 'takeDecision'],
  ...['resendLetter', 'verifyLetter', 'getPrintFile', 'recordLetterSender'],
  ...['createLetterTemplate', 'getLetterTemplate', 'replaceLetterTemplate'],
  ...['checkLetterTemplate', 'activateLetterTemplate'],
  ...['extendTerm', 'recordDelayNotice', 'suspendTerm', 'resumeTerm', 'giveDefaultNotice', 'decidePenalty'],
  ...['correctApplication', 'reduceApplication', 'mergeApplication', 'forwardApplication', 'getForwarding'],
  ...['recordSubstitution', 'getSubstitution', 'endSubstitution', 'handOverDesk', 'reviewSupplement'],
  ...['readCalendar', 'revokeCalendarFeed', 'getScores', 'recordScores', 'recordRanking', 'recordVote'],
  ...['getVoteTally', 'changeGrant', 'announceCollegeList', 'correctLetter'],
]);

describe('Whatever is sent, to any route', () => {
  it('never breaks the service: it answers, or says what is wrong', async () => {
    const document = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as ApiDocument;
    const example = await examples(service.withToken(token));
    // The request that is right comes first in the list of each operation, so that it is sent last.
    const requests = [...hostileRequests(document, example, validBodies)];
    const complaints: string[] = [];
    const succeeded = new Set<string>();
    const sendAs = async (
      bearer: string,
      { method, path, headers, body }: HostileRequest,
      version: string,
    ): Promise<Response> =>
      fetch(`${service.url}${path}`, {
        method,
        body: method === 'GET' ? null : body,
        headers: {
          authorization: `Bearer ${bearer}`,
          'if-match': version,
          'idempotency-key': randomUUID(),
          ...(body !== null && { 'content-type': 'application/json' }),
          ...headers,
        },
      });
    const send = async (request: HostileRequest, version: string): Promise<Response> => {
      const answer = await sendAs(token, request, version);
      return answer.status === 403 ? sendAs(residentToken, request, version) : answer;
    };
    const work = async (): Promise<void> => {
      for (let request = requests.pop(); request; request = requests.pop()) {
        let answer = await send(request, '"1"');
        if (answer.status === 412 && !('if-match' in request.headers)) {
          answer = await send(request, await versionOf(request.path));
        }
        if (answer.ok) succeeded.add(request.operationId);
        const wrong = await complaint(answer);
        const { method, path, headers, body } = request;
        const sent = `${method} ${path} ${JSON.stringify(headers)}`.slice(0, 300);
        if (wrong !== null) complaints.push(`${sent} ${body?.slice(0, 300)}: ${wrong}`);
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    expect(complaints).toEqual([]);
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    const never = operations.filter(
      ({ operationId }) => !succeeded.has(operationId) && !succeedElsewhere.has(operationId),
    );
    expect(never.map(({ operationId }) => operationId)).toEqual([]);
  }, 120_000);
});
