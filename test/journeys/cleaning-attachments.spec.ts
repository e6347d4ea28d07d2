import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attach } from '../support/attachment-steps.ts';
import { type ApplicationAnswer, submit } from '../support/case-steps.ts';
import { type ObjectStoreServer, startObjectStore } from '../support/object-store-server.ts';
import { runOperatorCommand } from '../support/operator-command.ts';
import { pdfDocument } from '../support/sample-files.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

let store: ObjectStoreServer;
let service: TestService;
let resident: TestCaller;

const yesterday = new Date(Date.now() - 25 * 60 * 60_000);
const folder = '/kernbudget-proef/attachments/';

const command = (name: string, ...parameters: readonly string[]) =>
  runOperatorCommand(name, parameters, {
    ...service.keys,
    ...store.environment,
    DATABASE_URL: service.database.serviceUrl,
  });

/** An application with an attachment in each store: the database was used before the store of objects was. */
async function withAttachments(): Promise<ApplicationAnswer & { readonly elsewhereId: string }> {
  const application = await submit(resident, { requestedCents: 20_000 });
  const { id } = await attach(resident, application.id, { content: pdfDocument('x'.repeat(400_000)) });
  await attach(resident, application.id, { content: pdfDocument('In de database'), kind: 'drawing' });
  const [kept] = await service.database.asOwner<{ id: string }>(
    "UPDATE attachment SET store = 'database' WHERE application_id = $1 AND kind = 'drawing' RETURNING id",
    [application.id],
  );
  const object = store.objects.get(`${folder}${kept!.id}`)!;
  store.objects.delete(`${folder}${kept!.id}`);
  await service.database.asOwner(
    'INSERT INTO attachment_piece (attachment_id, position, sealed) VALUES ($1, 0, $2)',
    [kept!.id, object],
  );
  return { ...application, elsewhereId: id };
}

const piecesOf = async ({ id }: ApplicationAnswer) =>
  service.database.asOwner(
    'SELECT 1 FROM attachment_piece JOIN attachment ON attachment.id = attachment_id WHERE application_id = $1',
    [id],
  );

let stays: Awaited<ReturnType<typeof withAttachments>>;
let goes: Awaited<ReturnType<typeof withAttachments>>;
/** What the service had put away when it stopped, a day ago; and what another is putting away now. */
const left = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const onItsWay = randomUUID();

beforeAll(async () => {
  store = await startObjectStore();
  service = await startTestService('2019-03-04T09:00:00Z', store.environment);
  resident = await service.as('fenna');
  stays = await withAttachments();
  goes = await withAttachments();
  const { version } = (await resident.get<ApplicationAnswer>(`/v1/applications/${goes.id}`)).body;
  expect((await resident.post(`/v1/applications/${goes.id}/withdrawal`, { version })).status).toBe(200);
  for (const id of left) store.objects.set(`${folder}${id}`, Buffer.from('half'));
  for (const place of store.objects.keys()) store.putAt.set(place, yesterday);
  store.objects.set(`${folder}${onItsWay}`, Buffer.from('onderweg'));
  store.objects.set('/kernbudget-proef/attachments/LEESMIJ.txt', Buffer.from('Niet van de dienst'));
  store.putAt.set('/kernbudget-proef/attachments/LEESMIJ.txt', yesterday);
  expect((await command('destroy-case', goes.number!)).code).toBe(0);
}, 120_000);
afterAll(async () => {
  await service.stop();
  await store.close();
});

describe('Cleaning up attachments that no case needs', () => {
  it('says what there is, and removes nothing unless it is asked to', async () => {
    const before = [...store.objects.keys()];
    const { code, output } = await command('clean-attachments');
    expect(output).toContain(
      'In de opslag: 1 bijlagen in gebruik, 1 van vernietigde zaken, 4 zonder bijlage.',
    );
    expect(output).toContain(
      'In de database: 1 bijlagen in gebruik, 1 van vernietigde zaken, 0 zonder bijlage.',
    );
    expect(output).toContain('npm run attachments:clean -- --remove');
    expect(code).toBe(0);
    expect([...store.objects.keys()]).toEqual(before);
    expect(await piecesOf(goes)).toHaveLength(1);
  }, 60_000);

  it('removes what is of destroyed cases and what a crash left, and nothing that is on its way', async () => {
    const { code, output } = await command('clean-attachments', '--remove');
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('5 verwijderd.') });
    expect([...store.objects.keys()].map((place) => place.slice(folder.length)).sort()).toEqual(
      [stays.elsewhereId, onItsWay, 'LEESMIJ.txt'].sort(),
    );
    expect(await piecesOf(goes)).toEqual([]);
    expect(store.refused).toEqual([]);
    const path = `/v1/applications/${stays.id}/attachments`;
    const { body } = await resident.get<{ items: { id: string }[] }>(path);
    for (const { id } of body.items) expect((await resident.get(`${path}/${id}/content`)).status).toBe(200);
    expect(body.items).toHaveLength(2);
  }, 60_000);

  it('removes nothing from a store that seems to be of another database, and says so', async () => {
    const others = Array.from({ length: 21 }, () => `${folder}${randomUUID()}`);
    for (const place of others) {
      store.objects.set(place, Buffer.from('van een ander'));
      store.putAt.set(place, yesterday);
    }
    const { code, output } = await command('clean-attachments', '--remove');
    expect(code).toBe(1);
    expect(output).toContain('Hoort deze opslag wel bij deze database?');
    expect(others.every((place) => store.objects.has(place))).toBe(true);
  }, 60_000);

  it('stops in one sentence when the store does not answer', async () => {
    store.works = false;
    const { code, output } = await command('clean-attachments', '--remove');
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
  }, 60_000);

  it('could not remove a content of a case that stands, not even by mistake', async () => {
    await service.database.asOwner(
      'SELECT remove_pieces_of_destroyed_cases(ARRAY(SELECT id FROM attachment))',
    );
    expect(await piecesOf(stays)).toHaveLength(1);
  });
});
