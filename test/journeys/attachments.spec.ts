import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attach, attachmentsOf, send } from '../support/attachment-steps.ts';
import {
  type ApplicationAnswer,
  expectRefusal,
  faultsOf,
  paperApplication,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import { pdfDocument, photo, program, scriptedDrawing } from '../support/sample-files.ts';
import type { TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

let town: TownHall;
let neighbour: TestCaller;
let finance: TestCaller;
let adviser: TestCaller;

beforeAll(async () => {
  town = await openTownHall();
  neighbour = await town.person('buurvrouw', 'resident');
  finance = await town.person('financien', 'finance');
  adviser = await town.personOf(['ingen'], 'dorpsraad', 'village-adviser');
});
afterAll(() => town.close());

const contentPath = (applicationId: string, id: string) =>
  `/v1/applications/${applicationId}/attachments/${id}/content`;

describe('A resident with a quote and a photo', () => {
  let draft: ApplicationAnswer;

  it('adds them to a draft, under the name they have and as what they are', async () => {
    draft = await submit(town.resident, { intent: 'draft' });
    const quote = await attach(town.resident, draft.id, {
      name: 'Offerte bänk ’19.exe',
      fields: { description: 'Van de hovenier' },
    });
    expect(quote).toMatchObject({
      name: 'Offerte bänk ’19.pdf',
      mediaType: 'application/pdf',
      kind: 'quote',
    });
    await attach(town.resident, draft.id, { kind: 'photo', name: 'plein.jpg', content: await photo() });
    expect((await attachmentsOf(town.resident, draft.id)).map(({ kind }) => kind)).toEqual([
      'quote',
      'photo',
    ]);
  });

  it('gets back exactly what was sent, to be saved and never to be shown as a page', async () => {
    const content = pdfDocument('Precies dit');
    const { id, sha256 } = await attach(town.resident, draft.id, {
      kind: 'plan',
      name: 'Plan é.pdf',
      content,
    });
    const answer = await town.resident.get(contentPath(draft.id, id));
    expect(answer.bytes.equals(content)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Plan e.pdf"; filename*=UTF-8''Plan%20%C3%A9.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      etag: `"${sha256}"`,
    });
  });

  it('removes one while it is a draft, and only replaces it after that', async () => {
    const { id, version } = await attach(town.resident, draft.id, { content: pdfDocument('Verkeerde') });
    const path = `/v1/applications/${draft.id}/attachments/${id}`;
    const stale = await town.resident.post(`${path}/removal`, { version: version - 1 });
    expectRefusal(stale, 412, 'precondition-failed');
    expect((await town.resident.post(`${path}/removal`, { version })).status).toBe(204);
    expectRefusal(await town.resident.get(path), 404, 'attachment-not-found');
    const kept = await attachmentsOf(town.resident, draft.id);
    expect(kept).toHaveLength(3);
    const submission = `/v1/applications/${draft.id}/submission`;
    const submitted = await town.resident.post<ApplicationAnswer>(submission, { version: version + 1 });
    expect(submitted.status).toBe(200);
    const stays = await town.resident.post(
      `/v1/applications/${draft.id}/attachments/${kept[0]!.id}/removal`,
      { version: submitted.body.version },
    );
    expectRefusal(stays, 409, 'attachment-stays');
    const better = { content: pdfDocument('Betere'), fields: { replacesId: kept[0]!.id } };
    const replacing = await attach(town.resident, draft.id, better);
    const all = await attachmentsOf(town.resident, draft.id);
    expect(all.find(({ id: each }) => each === kept[0]!.id)?.replacedById).toBe(replacing.id);
    const again = await send(town.resident, draft.id, {
      content: pdfDocument('Nog een'),
      fields: { replacesId: kept[0]!.id },
    });
    expectRefusal(again, 409, 'attachment-already-replaced');
  });

  it('says who may show the photo, and takes that back whenever she likes', async () => {
    const { id } = (await attachmentsOf(town.resident, draft.id)).find(({ kind }) => kind === 'photo')!;
    const path = `/v1/applications/${draft.id}/attachments/${id}`;
    const consents = `${path}/publication-consents`;
    const say = (given: boolean) =>
      town.resident.post(consents, { body: { given, saidBy: 'Fenna Voorbeeld', saidOn: '2019-03-04' } });
    expectRefusal(await say(false), 409, 'consent-not-given');
    expect((await say(true)).status).toBe(201);
    expect((await town.preparer.get(path)).body['publication']).toEqual({
      ...{ given: true, saidOn: '2019-03-04', saidBy: 'Fenna Voorbeeld' },
    });
    expect((await adviser.get(path)).body['publication']).toEqual({ given: true, saidOn: '2019-03-04' });
    expect((await say(false)).status).toBe(201);
    const { body } = await town.preparer.get<{ items: { given: boolean }[] }>(consents);
    expect(body.items.map(({ given }) => given)).toEqual([true, false]);
    const other = (await attachmentsOf(town.resident, draft.id)).find(({ kind }) => kind === 'quote')!;
    const quote = `/v1/applications/${draft.id}/attachments/${other.id}/publication-consents`;
    const refused = await town.resident.post(quote, { body: { given: true, saidBy: 'Fenna' } });
    expectRefusal(refused, 409, 'not-a-photo');
    const tomorrow = { given: true, saidBy: 'Fenna', saidOn: '2019-03-05' };
    expect(faultsOf(await town.resident.post(consents, { body: tomorrow }))).toEqual({
      '/saidOn': 'receipt-not-possible',
    });
  });
});

describe('Who sees which attachment', () => {
  it('follows from the parts of the case that somebody sees', async () => {
    const { id } = await submit(town.resident);
    for (const kind of ['quote', 'photo', 'support-list', 'bank-statement', 'scan']) {
      const content = kind === 'photo' ? await photo('png') : pdfDocument(kind);
      await attach(town.resident, id, { kind, content });
    }
    const internal = { kind: 'photo', content: await photo('webp'), fields: { internal: 'true' } };
    const hidden = await attach(town.preparer, id, internal);
    const kindsFor = async (caller: TestCaller) =>
      (await attachmentsOf(caller, id)).map(({ kind, id: each }) => (each === hidden.id ? 'internal' : kind));
    expect(await kindsFor(town.resident)).toEqual([
      'quote',
      'photo',
      'support-list',
      'bank-statement',
      'scan',
    ]);
    expect(await kindsFor(town.assessor)).toContain('internal');
    expect(await kindsFor(adviser)).toEqual(['quote', 'photo']);
    expect(await kindsFor(finance)).toEqual(['bank-statement']);
    for (const caller of [town.resident, adviser, finance]) {
      expectRefusal(await caller.get(contentPath(id, hidden.id)), 404, 'attachment-not-found');
    }
    expectRefusal(await neighbour.get(`/v1/applications/${id}/attachments`), 404, 'application-not-found');
    expectRefusal(await send(neighbour, id), 404, 'application-not-found');
    const [quote] = await attachmentsOf(town.resident, id);
    const elsewhere = await submit(town.resident);
    expectRefusal(await town.resident.get(contentPath(elsewhere.id, quote!.id)), 404, 'attachment-not-found');
  });

  it('is written down, each time somebody looks', async () => {
    const auditor = await town.person('auditor', 'auditor');
    const { id } = await submit(town.resident);
    const attachment = await attach(town.resident, id);
    await town.assessor.get(contentPath(id, attachment.id));
    const { body } = await auditor.get<{ items: Record<string, unknown>[] }>(
      `/v1/audit-entries?caseId=${id}&limit=100`,
    );
    expect(body.items).toContainEqual(
      expect.objectContaining({
        ...{ action: 'attachment:read', actorSubject: 'beoordelaar', outcome: 'read' },
        ...{ subjectKind: 'attachment', subjectId: attachment.id },
      }),
    );
    expect(body.items).toContainEqual(
      expect.objectContaining({ action: 'attachment:record', subjectId: attachment.id, outcome: 'done' }),
    );
  });
});

describe('Paper', () => {
  it('is added as a scan by an official, with the day of its stamp', async () => {
    const body = paperApplication();
    const { id } = (await town.preparer.post<ApplicationAnswer>('/v1/paper-applications', { body })).body;
    const fields = { receivedOn: '2019-03-02' };
    const scan = await attach(town.preparer, id, { kind: 'scan', fields });
    expect(scan).toMatchObject({ receivedOn: '2019-03-02', kind: 'scan' });
    const early = { content: pdfDocument('Te vroeg'), fields: { receivedOn: '2019-02-28' } };
    expect(faultsOf(await send(town.preparer, id, early))).toEqual({ '/receivedOn': 'receipt-not-possible' });
    const own = await submit(town.resident);
    expect(faultsOf(await send(town.resident, own.id, { fields }))).toEqual({
      '/receivedOn': 'receipt-not-possible',
    });
    expect(faultsOf(await send(town.resident, own.id, { fields: { internal: 'true' } }))).toEqual({
      '/internal': 'internal-not-yours',
    });
    expect(faultsOf(await send(adviser, own.id, { kind: 'support-list' }))).toEqual({
      '/kind': 'kind-not-yours',
    });
  });
});

describe('A file that is not what it should be', () => {
  let id: string;
  const refused = async (file: Parameters<typeof send>[2], location = '/file') => {
    const answer = await withoutTrace(town.service, () => send(town.resident, id, file));
    return `${answer.status} ${faultsOf(answer)[location]}`;
  };

  beforeAll(async () => {
    ({ id } = await submit(town.resident));
  });

  it('is refused by what it is, whatever it is called, and nothing of it stays', async () => {
    expect(await refused({ content: program, name: 'offerte.pdf' })).toBe('400 type-not-taken');
    expect(await refused({ content: scriptedDrawing, name: 'tekening.svg' })).toBe('400 svg-not-taken');
    expect(await refused({ content: Buffer.alloc(0) })).toBe('400 file-empty');
    expect(await refused({ name: '../../etc/passwd' })).toBe('400 name-is-a-path');
    expect(await refused({ name: `${'a'.repeat(200)}.pdf` })).toBe('400 name-too-long');
  });

  it('is told everything at once', async () => {
    const answer = await send(town.resident, id, {
      ...{ kind: 'lijstje', content: program, name: '../x' },
      fields: { receivedOn: '2019-02-30', onbekend: 'x', internal: 'misschien', replacesId: '1' },
    });
    expectRefusal(answer, 400, 'invalid-input');
    const codes = (answer.body['errors'] as { location: string; code: string }[]).map(
      ({ location, code }) => `${location} ${code}`,
    );
    expect(codes.sort()).toEqual([
      '/file name-is-a-path',
      '/file type-not-taken',
      '/internal not-a-flag',
      '/kind not-a-choice',
      '/onbekend unknown-field',
      '/receivedOn not-a-date',
      '/replacesId not-an-id',
    ]);
  });

  it('is refused when it is too large, there already, or when there are too many', async () => {
    const large = Buffer.concat([pdfDocument(), Buffer.alloc(10 * 1024 * 1024)]);
    const answer = await withoutTrace(town.service, () => send(town.resident, id, { content: large }));
    expectRefusal(answer, 413, 'too-large');
    expect(faultsOf(answer)).toEqual({ '/file': 'file-too-large' });
    await attach(town.resident, id, {});
    expectRefusal(await send(town.resident, id, {}), 409, 'attachment-already-there');
    const twice = new FormData();
    twice.set('kind', 'quote');
    for (const name of ['een.pdf', 'twee.pdf'])
      twice.append('file', new Blob([new Uint8Array(pdfDocument())]), name);
    const path = `/v1/applications/${id}/attachments`;
    expect(faultsOf(await town.resident.post(path, { body: twice }))).toEqual({ '': 'too-many-parts' });
    const many = new FormData();
    for (let count = 0; count < 10_000; count += 1) many.append(`veld${count}`, 'x');
    expect(faultsOf(await town.resident.post(path, { body: many }))).toEqual({ '': 'too-many-parts' });
    const without = new FormData();
    without.append('kind', 'quote');
    without.append('kind', 'photo');
    expect(faultsOf(await town.resident.post(path, { body: without }))).toEqual({
      '/kind': 'repeated-field',
      '/file': 'required',
    });
  });

  it('comes in once, however often the same is sent', async () => {
    const file = { content: pdfDocument('Eenmaal') };
    const first = await send(town.resident, id, file, 'zelfde-sleutel');
    const second = await send(town.resident, id, file, 'zelfde-sleutel');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    const other = await send(town.resident, id, { content: pdfDocument('Anders') }, 'zelfde-sleutel');
    expectRefusal(other, 409, 'idempotency-key-reused');
  });
});
