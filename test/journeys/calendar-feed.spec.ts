import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { expectRefusal, submit } from '../support/case-steps.ts';
import { deadlinesOf, publishAlwaysOpen } from '../support/clock-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface Feed {
  readonly id: string;
  readonly version: number;
  readonly address: string;
  readonly endsOn: string;
  readonly revokedAt: string | null;
}

let service: TestService;
let applicant: TestCaller;
let assessor: TestCaller;
let anybody: TestCaller;
let feed: Feed;
let log = '';

const today = (day: string) => service.clock.set(new Date(`${day}T08:00:00Z`));
const make = async (official: TestCaller): Promise<Feed> => {
  const { status, body } = await official.post<Feed>('/v1/calendar-feeds');
  expect(status).toBe(201);
  return body;
};

/** What a calendar program makes of a calendar, by a parser that did not write it. */
const eventsAt = async (address: string) => {
  const { status, bytes } = await anybody.get(address);
  expect(status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, startDate } = new ICAL.Event(component);
    return { uid, summary, start: startDate.toString(), isWholeDay: startDate.isDate };
  });
};

beforeAll(async () => {
  const logDestination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  service = await startTestService('2019-01-02T08:00:00Z', { LOG_LEVEL: 'info' }, undefined, logDestination);
  applicant = await service.as('fenna');
  assessor = await service.as('bram');
  anybody = await service.as(null);
  await publishAlwaysOpen(service, 'doorlopend');
  today('2019-03-04');
  await submit(applicant, { regulationCode: 'doorlopend', kernCode: 'ingen' });
  await submit(applicant, { regulationCode: 'doorlopend', kernCode: 'maurik' });
  feed = await make(assessor);
});
afterAll(() => service.stop());

describe('A calendar of what is due', () => {
  it('is read by a calendar program at a secret address, as whole days without names', async () => {
    const { bytes, headers } = await anybody.get(feed.address);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await eventsAt(feed.address)).toMatchObject([
      { summary: 'LB-2019-000001: Beslissen op de aanvraag (Ingen)', start: '2019-04-29', isWholeDay: true },
      { summary: 'LB-2019-000002: Beslissen op de aanvraag (Maurik)', start: '2019-04-29', isWholeDay: true },
    ]);
    const text = bytes.toString('utf8');
    for (const personal of ['Fenna', 'Voorbeeld', 'Dorpsstraat', 'tuindag', '4300']) {
      expect(text).not.toContain(personal);
    }
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
  });

  it('is not sent again to who has it, until something changes', async () => {
    const first = await anybody.get(feed.address);
    const tag = first.headers.get('etag')!;
    const headers = { 'if-none-match': tag };
    const same = await anybody.get(feed.address, { headers });
    expect([same.status, same.bytes.length, same.headers.get('etag')]).toEqual([304, 0, tag]);
    expect(Date.parse(first.headers.get('last-modified')!)).toBe(Date.parse('2019-03-04T08:00:00Z'));
    today('2019-03-05');
    await submit(applicant, { regulationCode: 'doorlopend', kernCode: 'ingen' });
    const changed = await anybody.get(feed.address, { headers });
    expect(changed.status).toBe(200);
    expect(Date.parse(changed.headers.get('last-modified')!)).toBe(Date.parse('2019-03-05T08:00:00Z'));
  });

  it('moves a day when the term does, under the same name', async () => {
    const before = (await eventsAt(feed.address))[0]!;
    const { body } = await assessor.get<{ items: { id: string }[] }>('/v1/work-list');
    const { id } = body.items[0]!;
    const { version } = await deadlinesOf(assessor, id);
    const consent = {
      ground: 'consent',
      startsAfter: '2019-03-05',
      until: '2019-03-13',
      reason: 'Zo is afgesproken.',
    };
    await assessor.post(`/v1/applications/${id}/suspensions`, { version, body: consent });
    const after = (await eventsAt(feed.address)).find(({ uid }) => uid === before.uid);
    expect([before.start, after?.start]).toEqual(['2019-04-29', '2019-05-06']);
  });

  it('reaches as far as its owner does in the list', async () => {
    const kees = await make(await service.as('kees'));
    const summaries = (await eventsAt(kees.address)).map(({ summary }) => summary);
    expect(summaries.length).toBe(2);
    expect(summaries.join()).not.toContain('Maurik');
    expect(await eventsAt((await make(await service.as('farid'))).address)).toEqual([]);
    expectRefusal(await applicant.post('/v1/calendar-feeds'), 403, 'not-allowed');
  });

  it('is shown without its address to its owner, and to nobody else', async () => {
    const { body } = await assessor.get<{ items: Feed[] }>('/v1/calendar-feeds');
    expect(body.items).toMatchObject([{ id: feed.id, endsOn: '2020-03-03', revokedAt: null }]);
    expect(JSON.stringify(body)).not.toContain(feed.address.slice(14, 40));
    const other = await service.as('kees');
    const stolen = await other.post(`/v1/calendar-feeds/${feed.id}/revocation`, { version: 1 });
    expectRefusal(stolen, 404, 'calendar-not-found');
  });

  it('has a secret that stands neither in the log nor in the database', async () => {
    const secret = /[0-9a-f]{48}/.exec(feed.address)![0];
    expect(log).toContain('/v1/calendars/***.ics');
    expect(log).not.toContain(secret);
    const rows = await service.database.asOwner(
      'SELECT row_to_json(feed)::text AS text FROM calendar_feed AS feed',
    );
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('ends when it is revoked, or by itself after a year', async () => {
    const other = await make(assessor);
    today('2020-03-06');
    expectRefusal(await anybody.get(feed.address), 404, 'calendar-not-found');
    today('2019-03-06');
    const revoked = await assessor.post(`/v1/calendar-feeds/${other.id}/revocation`, { version: 1 });
    expect(revoked.body).toMatchObject({ version: 2, revokedAt: '2019-03-06T08:00:00.000Z' });
    expectRefusal(await anybody.get(other.address), 404, 'calendar-not-found');
    const again = await assessor.post(`/v1/calendar-feeds/${other.id}/revocation`, { version: 2 });
    expectRefusal(again, 409, 'calendar-revoked');
    expectRefusal(await anybody.get(`/v1/calendars/${'0'.repeat(48)}.ics`), 404, 'calendar-not-found');
  });
});
