import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/platform/database/embedded-server.ts';
import { runOperatorCommand } from '../support/operator-command.ts';
import { judgedCriteria, lettersOf, prepareList, register, submit } from '../support/case-steps.ts';
import { applyOtherwise, sendMarkedFiles } from '../support/marked-case.ts';
import { type ApiDocument, hostileRequests } from '../support/hostile-requests.ts';
import { changedWith } from '../support/marked-changes.ts';
import {
  dump,
  KeptLog,
  mark,
  marked,
  markedApplication,
  marksIn,
  SentStatements,
} from '../support/marked-values.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

const log = new KeptLog();
/** Of everything that was refused, and of the headers of everything. */
const answers: { readonly what: string; readonly text: string }[] = [];
const visited = new Set<string>();

/** Gets traces as a collector would. */
const collector = createServer((request, response) => {
  request.on('data', (part: Buffer) => (traces += part.toString('utf8')));
  request.on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
});
let traces = '';
const statements = new SentStatements();
let metricsPort: number;
let service: TestService;
const names = ['fenna', 'gijs', 'kees', 'bram', 'roos', 'farid', 'aagje', 'bas'] as const;
let people: Record<(typeof names)[number], TestCaller>;
let caseId: string;
let caseNumber: string;
let listId: string;
let letterIds: string[];
let attachmentId: string;

/** A case that visits everything in which somebody writes something. */
async function playCase(): Promise<void> {
  const { fenna, gijs, kees, bram, roos } = people;
  const draft = await applyOtherwise(gijs, bram);
  const submitted = await submit(fenna, markedApplication({ support: undefined }));
  caseId = submitted.id;
  caseNumber = submitted.number!;
  const path = `/v1/applications/${caseId}`;
  const request = await kees.post<{ id: string }>(`${path}/completion-requests`, {
    version: submitted.version,
    body: { items: [{ what: marked.item, why: marked.item }] },
  });
  const asked = { version: 1, body: { sentOn: '2019-03-04', channel: 'electronic' } };
  expect((await kees.post(`/v1/letters/${request.body.id}/announcement`, asked)).status).toBe(200);
  const { body: incomplete } = await fenna.get<{ version: number }>(path);
  const supplement = { explanation: marked.explanation, support: marked.support, iban: marked.iban };
  const completed = await fenna.post<{ version: number }>(`${path}/supplements`, {
    version: incomplete.version,
    body: supplement,
  });
  expect(completed.body).toMatchObject({ status: 'complete' });
  await kees.post(`/v1/applications/${draft.id}/recusals`, { body: { reason: marked.recusal } });
  const files = await sendMarkedFiles(fenna, kees, caseId);
  ({ attachmentId } = files);
  answers.push(...files.refusals.map((text) => ({ what: 'a file', text })));
  let version = await changedWith(bram, path);
  for (const criterion of judgedCriteria) {
    const body = { outcome: 'met', reason: marked.finding };
    const found = await bram.put<{ version: number }>(`${path}/findings/${criterion}`, { version, body });
    expect(found.status).toBe(200);
    ({ version } = found.body);
  }
  service.clock.set(new Date('2019-06-11T08:00:00Z'));
  const list = await prepareList(bram);
  listId = list.id;
  const lines = [
    {
      applicationId: caseId,
      outcome: 'changed',
      kind: 'partial-grant',
      grantedCents: 50_000,
      reason: marked.deviation,
    },
  ];
  expect((await register(roos, list, { lines })).status).toBe(200);
  for (const letter of await lettersOf(roos, caseId)) {
    if (letter.sentOn !== null) continue;
    const sending = { version: 1, body: { sentOn: '2019-06-11', channel: 'electronic' } };
    expect((await roos.post(`/v1/letters/${letter.id}/announcement`, sending)).status).toBe(200);
  }
  letterIds = (await lettersOf(fenna, caseId)).map(({ id }) => id);
  for (const id of letterIds) expect((await fenna.get(`/v1/letters/${id}/document`)).status).toBe(200);
}

/** Sends a request and keeps what can be seen of the answer by whoever looks over the caller's shoulder. */
async function send(token: string, method: string, path: string, body: string | null): Promise<void> {
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': randomUUID(),
    'if-match': '"1"',
    ...(body !== null && { 'content-type': 'application/json' }),
  };
  const answer = await fetch(`${service.url}${path}`, { method, headers, body });
  const text = await answer.text();
  const seen = [...answer.headers].flat().join(' ');
  answers.push({ what: `${method} ${path}`, text: answer.ok ? seen : `${seen} ${text}` });
}

/** Sends every operation of the API marked texts, as everybody; most of it is refused, some of it is done. */
async function walkAllRoutes(): Promise<void> {
  const document = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as ApiDocument;
  const examples: Record<string, string> = {
    ...{
      applicationId: caseId,
      listId,
      letterId: letterIds[0]!,
      kernCode: 'ingen',
      criterionCode: 'meeting',
    },
  };
  const example = (name: string) => examples[name] ?? listId;
  const body = markedApplication();
  const tokens = await Promise.all(names.map((name) => service.token(name)));
  const valid = { createApplication: body, createPaperApplication: { ...body, channel: 'paper' } };
  // What officials write about regulations, ways of working, mandates and money is public; all else is about cases.
  const publicMatters =
    /^\/v1\/(regulation|way|kernen|mandates|budgets|ledger|letter-(templates|senders)|reports|rankings|votes)/;
  for (const { method, path, operationId, body: text, headers } of hostileRequests(
    document,
    example,
    valid,
  )) {
    const isPlain = Object.keys(headers).length === 0 && !path.includes('?') && !visited.has(operationId);
    if (!isPlain) continue;
    visited.add(operationId);
    // A subject names an account and is nothing that somebody writes about a case.
    const marksText = text
      ?.replaceAll('tekst die lang genoeg is', `${mark} tekst die lang genoeg is`)
      .replace(`"subject":"${mark} `, '"subject":"');
    const sent = (publicMatters.test(path) ? text : marksText) ?? null;
    for (const token of tokens) {
      await send(token, method, path, sent);
      await send(token, method, `${path}?naam=${mark}`, sent);
    }
  }
}

beforeAll(async () => {
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
  metricsPort = await freePort();
  const environment = {
    LOG_LEVEL: 'trace',
    METRICS_PORT: String(metricsPort),
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
  };
  service = await startTestService('2019-03-04T09:00:00Z', environment, undefined, log);
  const callers = await Promise.all(names.map(async (name) => [name, await service.as(name)] as const));
  people = Object.fromEntries(callers) as typeof people;
  statements.read();
  await playCase();
  await walkAllRoutes();
}, 120_000);
afterAll(async () => {
  statements.stop();
  await service.stop();
  collector.closeAllConnections();
  await new Promise((closed) => collector.close(closed));
});

describe('What a person fills in', () => {
  it('went through every route of the API', () => {
    const routes = service.routes.flatMap(({ conduct }) => conduct?.operationId ?? []);
    expect([...new Set(routes)].filter((operationId) => !visited.has(operationId))).toEqual([]);
  });

  it('stands in no log, at whatever level', () => {
    expect(log.text.split('\n').length).toBeGreaterThan(300);
    expect(log.text.split('\n').filter((line) => marksIn(line).length > 0)).toEqual([]);
  });

  it('stands in no answer that says that something is wrong, and in no header or address', () => {
    expect(answers.length).toBeGreaterThan(300);
    expect(answers.filter(({ text }) => marksIn(text).length > 0)).toEqual([]);
  });

  it('stands in no statement to the database: values go beside it, and can not become part of it', () => {
    expect(statements.texts.size).toBeGreaterThan(100);
    expect([...statements.texts].filter((text) => text.startsWith('INSERT')).length).toBeGreaterThan(10);
    expect([...statements.texts].filter((text) => marksIn(text).length > 0)).toEqual([]);
    // Identifiers neither: the same statement serves every case.
    expect(
      [...statements.texts].filter((text) => text.includes(caseId) || text.includes(caseNumber)),
    ).toEqual([]);
  });

  it('stands in no figure and in no trace', async () => {
    const figures = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(figures).toContain('http_request_duration_seconds_bucket');
    expect(marksIn(figures)).toEqual([]);
    // Spans go out in batches.
    for (let waited = 0; !traces.includes('"spans"') && waited < 100; waited += 1) await pause(100);
    expect(traces).toContain('/v1/applications/:applicationId');
    expect(marksIn(traces)).toEqual([]);
  });

  it('stands nowhere in the database in a form that its owner can read', async () => {
    const tables = await dump(service.database);
    for (const table of [
      ...['application', 'attachment', 'attachment_piece', 'publication_consent'],
      'letter_document',
      'audit_entry',
      'idempotency_record',
      'case_secret',
    ]) {
      expect([table, tables.get(table)]).not.toEqual([table, '']);
    }
    const found = [...tables].flatMap(([table, text]) => marksIn(text).map((each) => `${table}: ${each}`));
    expect(found).toEqual([]);
    await service.database.asOwner('CREATE TABLE proof (letters bytea)');
    await service.database.asOwner('INSERT INTO proof VALUES ($1)', [Buffer.from(marked.title)]);
    expect(marksIn((await dump(service.database)).get('proof') ?? '')).not.toEqual([]);
    await service.database.asOwner('DROP TABLE proof');
    // The bytes of letters and attachments neither.
    for (const table of ['letter_document', 'attachment_piece'])
      expect(tables.get(table)).not.toContain(Buffer.from('%PDF').toString('hex'));
  });
});

describe('A case of which the key is destroyed', () => {
  const environment = () => ({ DATABASE_URL: service.database.serviceUrl, ...service.keys });
  const accounts = ['ledger_entry', 'budget', 'grant_position'];
  let before: ReadonlyMap<string, string>;

  beforeAll(async () => {
    before = await dump(service.database);
    const { code, output } = await runOperatorCommand('destroy-case', [caseNumber], environment());
    expect([code, output]).toEqual([0, expect.stringContaining(`van ${caseNumber} zijn vernietigd`)]);
  });

  it('is not there any more for anybody, nor are its letters', async () => {
    for (const caller of [people.fenna, people.bram, people.aagje]) {
      expect((await caller.get(`/v1/applications/${caseId}`)).status).toBe(404);
      const content = `/v1/applications/${caseId}/attachments/${attachmentId}/content`;
      expect((await caller.get(content)).status).toBe(404);
      for (const id of letterIds) {
        expect((await caller.get(`/v1/letters/${id}`)).status).toBe(404);
        expect((await caller.get(`/v1/letters/${id}/document`)).status).toBe(404);
      }
    }
    const { body } = await people.bram.get<{ items: { id: string }[] }>('/v1/work-list?limit=100');
    expect(body.items.map(({ id }) => id)).not.toContain(caseId);
  });

  it('has no key, no account number and no owner left', async () => {
    const rows = await service.database.asOwner(
      `SELECT key.wrapped, application.owner_subject AS owner,
         (SELECT count(*)::int FROM case_secret WHERE case_id = key.case_id) AS secrets
       FROM case_key AS key JOIN application ON application.id = key.case_id WHERE key.case_id = $1`,
      [caseId],
    );
    expect(rows).toEqual([{ wrapped: null, owner: null, secrets: 0 }]);
  });

  it('keeps its line on the list with the amounts, and none of the words', async () => {
    const { body } = await people.roos.get<{ lines: Record<string, unknown>[] }>(
      `/v1/college-lists/${listId}`,
    );
    const line = body.lines.find(({ applicationId }) => applicationId === caseId);
    expect(line).toMatchObject({
      title: 'Vernietigd',
      applicationNumber: caseNumber,
      requestedCents: 85_000,
    });
    expect(JSON.stringify(line)).not.toContain(mark);
  });

  it('leaves other cases, the accounts and the audit log as they were', async () => {
    const after = await dump(service.database);
    for (const table of accounts) expect([table, after.get(table)]).toEqual([table, before.get(table)]);
    const { body } = await people.gijs.get<{ items: { title: string }[] }>('/v1/applications');
    expect(body.items[0]).toMatchObject({ title: marked.title });
    const entries = await people.aagje.get<{ items: { action: string }[] }>(
      `/v1/audit-entries?caseId=${caseId}`,
    );
    expect(entries.body.items.map(({ action }) => action)).toContain('case:destroy');
    const { code, output } = await runOperatorCommand('verify-audit', [], environment());
    expect([code, output]).toEqual([0, expect.stringContaining('Het logboek klopt')]);
  });

  it('had to be closed before that', async () => {
    const open = await runOperatorCommand('destroy-case', ['LB-2019-000001'], environment());
    expect([open.code, open.output]).toEqual([1, expect.stringContaining('afgesloten')]);
  });
});
