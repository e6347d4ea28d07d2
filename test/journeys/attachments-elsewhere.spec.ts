import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { attach, attachmentsOf, send } from '../support/attachment-steps.ts';
import { expectRefusal, submit, withoutTrace } from '../support/case-steps.ts';
import { type ObjectStoreServer, startObjectStore } from '../support/object-store-server.ts';
import { pdfDocument, photo } from '../support/sample-files.ts';
import { badText, type ScannerServer, startScanner } from '../support/scanner-server.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

let store: ObjectStoreServer;
let scanner: ScannerServer;
let service: TestService;
let resident: TestCaller;
let applicationId: string;

beforeAll(async () => {
  [store, scanner] = await Promise.all([startObjectStore(), startScanner()]);
  service = await startTestService('2019-03-04T09:00:00Z', { ...store.environment, ...scanner.environment });
  resident = await service.as('fenna');
  ({ id: applicationId } = await submit(resident));
});
afterAll(async () => {
  await service.stop();
  await Promise.all([store.close(), scanner.close()]);
});
beforeEach(() => {
  store.works = true;
  scanner.mood = 'scans';
});

const contentOf = (id: string) => resident.get(`/v1/applications/${applicationId}/attachments/${id}/content`);

/** More than one piece, with nothing in it that could be recognised when it is sealed. */
const long = pdfDocument('x'.repeat(700_000));

describe('A store of objects', () => {
  it('keeps what is sealed, signed for by the service, and gives it back as it was', async () => {
    const { id, sha256 } = await attach(resident, applicationId, { content: long });
    const [kept] = [...store.objects.values()];
    expect(store.refused).toEqual([]);
    expect(kept!.length).toBeGreaterThan(long.length);
    expect(kept!.includes('%PDF')).toBe(false);
    const answer = await contentOf(id);
    expect(answer.bytes.equals(long)).toBe(true);
    expect(answer.headers.get('etag')).toBe(`"${sha256}"`);
    const rows = await service.database.asOwner('SELECT 1 FROM attachment_piece');
    expect(rows).toEqual([]);
  });

  it('has nothing of a file that was not taken, was sent twice, or went with its draft', async () => {
    const before = [...store.objects.keys()];
    expectRefusal(await send(resident, applicationId, { content: long }), 409, 'attachment-already-there');
    expect([...store.objects.keys()]).toEqual(before);
    const file = { content: pdfDocument('Tweemaal') };
    await send(resident, applicationId, file, 'zelfde');
    await send(resident, applicationId, file, 'zelfde');
    expect(store.objects.size).toBe(before.length + 1);
    const draft = await submit(resident, { intent: 'draft' });
    const { id, version } = await attach(resident, draft.id);
    expect(store.objects.size).toBe(before.length + 2);
    await resident.post(`/v1/applications/${draft.id}/attachments/${id}/removal`, { version });
    expect(store.objects.size).toBe(before.length + 1);
  });

  it('that does not answer refuses new files and keeps the old ones out of reach, and no more than that', async () => {
    const [first] = await attachmentsOf(resident, applicationId);
    store.works = false;
    const refused = () => send(resident, applicationId, { content: pdfDocument('Storing') });
    expectRefusal(await withoutTrace(service, refused), 503, 'attachment-store-unavailable');
    expectRefusal(await contentOf(first!.id), 503, 'attachment-store-unavailable');
    expect((await resident.get(`/v1/applications/${applicationId}/attachments/${first!.id}`)).status).toBe(
      200,
    );
  });

  it('that gives back something else is not believed', async () => {
    const { id } = await attach(resident, applicationId, {
      kind: 'photo',
      content: await photo('jpeg', 900),
    });
    const [place, kept] = [...store.objects].at(-1)!;
    const changed = Buffer.from(kept);
    changed[200] = changed[200]! ^ 1;
    store.objects.set(place, changed);
    expect((await contentOf(id).catch(() => null))?.status ?? 500).toBeGreaterThanOrEqual(500);
    store.objects.set(place, kept.subarray(0, kept.length - 40));
    expect((await contentOf(id).catch(() => null))?.status ?? 500).toBeGreaterThanOrEqual(500);
    store.objects.set(place, kept);
    expect((await contentOf(id)).status).toBe(200);
  });
});

describe('A scanner', () => {
  it('sees every file whole before it is kept', async () => {
    const content = pdfDocument('y'.repeat(200_000));
    await attach(resident, applicationId, { content });
    expect(scanner.scanned.at(-1)!.equals(content)).toBe(true);
  });

  it('that finds something keeps it out', async () => {
    const content = pdfDocument(badText);
    const attempt = () => send(resident, applicationId, { content });
    expectRefusal(await withoutTrace(service, attempt), 400, 'attachment-infected');
  });

  it('that does not scan keeps everything out, because the municipality counts on it', async () => {
    const attempt = () => send(resident, applicationId, { content: pdfDocument('Ongezien') });
    for (const mood of ['fails', 'hangs-up'] as const) {
      scanner.mood = mood;
      expectRefusal(await withoutTrace(service, attempt), 503, 'scanner-unavailable');
    }
  });
});
