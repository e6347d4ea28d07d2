import type pg from 'pg';
import { searchWordsOf } from '../../src/applications/domain/search-words.ts';
import { present } from '../../src/kernel/assert.ts';
import { BlindIndex } from '../../src/platform/encryption/blind-index.ts';
import { encodePageKey } from '../../src/platform/http/page.ts';
import { indexed, searchDigest } from '../../src/secrets/search-index.service.ts';
import { latencies } from '../load/drive.ts';
import type { RawRequest } from '../load/http-connection.ts';
import { Caller } from '../load/requests.ts';
import { type Measurement, median } from '../measurement.ts';
import { asOwner } from '../service/as-owner.ts';
import type { BenchService } from '../service/bench-service.ts';
import { throwAwayKeyRings } from '../service/throw-away-keys.ts';
import { bulkLoad } from './bulk-load.ts';
import { fewApplications, manyApplications, worst } from './growth.ts';
import { application } from './sealed-applications.ts';

const warmUpReads = 100;
const reads = 200;
const batchSize = 5_000;
const index = new BlindIndex(throwAwayKeyRings.blindIndex);

/** Of what is open a third is with one of ten officials, of whom one asks. */
const assignments = `
  UPDATE application SET assignee_name = 'Iemand',
    assignee_subject = CASE WHEN right(number, 6)::int / 45 % 10 = 0 THEN 'bram' ELSE 'collega-' || right(number, 6)::int / 45 % 10 END
  WHERE status <> 'announced' AND right(number, 6)::int / 15 % 3 = 0`;

/** What due dates ask of whom, as the service keeps it; and of every tenth open case a step of its kern. */
const waiting = [
  `INSERT INTO waiting_work (application_id, source, kind, kern_id, assignee_subject, waits_for, rank, acts_on, visible_on, hidden_after)
    SELECT application.id, 'deadline', due.kind, due.kern_id, assignee_subject,
      CASE WHEN due.kind = 'payment' THEN 'finance' WHEN assignee_subject IS NULL THEN 'handler' ELSE 'assignee' END,
      CASE WHEN due.kind = 'payment' THEN 11 ELSE 2 END, due.due_on, due.due_on - 7, CASE WHEN due.kind = 'payment' THEN due.due_on END
    FROM due_date AS due JOIN application ON application.id = due.application_id WHERE due.kind IN ('decision', 'payment')`,
  `INSERT INTO waiting_work (application_id, source, kind, kern_id, assignee_subject, waits_for, rank, acts_on, visible_on)
    SELECT id, 'step', 'controle', kern_id, assignee_subject, 'kernregisseur', 4, received_on + 20, received_on
    FROM application WHERE status IN ('received', 'complete') AND right(number, 6)::int / 15 % 10 = 9`,
];

/** The words of every case, as the service keeps them; what is sealed of them no search reads. */
async function keepWords(client: pg.Client): Promise<void> {
  for (let after = ''; ;) {
    const { rows } = await client.query<{ id: string; number: string; kernId: string }>(
      'SELECT id, number, kern_id AS "kernId" FROM application WHERE number > $1 ORDER BY number LIMIT $2',
      [after, batchSize],
    );
    const words = rows.flatMap(({ id, number, kernId }) =>
      searchWordsOf({ ...application(Number(number.slice(-6))), number }).map(
        (word) => [searchDigest(index.of('search', indexed(kernId, word)).digest), id] as const,
      ),
    );
    await client.query(
      `INSERT INTO case_search_word (digest, case_id, field)
       SELECT digest, id, 'search-application' FROM unnest($1::bigint[], $2::uuid[]) AS kept (digest, id)`,
      [words.map(([digest]) => digest), words.map(([, id]) => id)],
    );
    after = rows.at(-1)?.number ?? '';
    if (rows.length < batchSize) return;
  }
}

interface Question {
  readonly part: string;
  readonly person: string;
  readonly path: string;
  readonly text?: string;
}

const work: readonly Question[] = [
  { part: 'allKernen', person: 'bram', path: '/v1/my-work' },
  { part: 'allKernenMiddle', person: 'bram', path: '/v1/my-work?after=' },
  { part: 'twoKernen', person: 'kees', path: '/v1/my-work' },
  { part: 'finance', person: 'farid', path: '/v1/my-work' },
];
const search = (part: string, person: string, text: string): Question => ({
  ...{ part, person, text, path: '/v1/case-searches' },
});
const searches: readonly Question[] = [
  search('number', 'bram', 'LB-2019-001234'),
  search('commonAndRare', 'bram', 'bewoner 1234'),
  search('common', 'bram', 'tuindag'),
  search('commonTogether', 'bram', 'bank kerk dorpsstraat'),
  search('commonTwoKernen', 'kees', 'tuindag'),
  search('nothingFound', 'bram', 'zeppelin'),
];

async function requestOf(service: BenchService, question: Question, middle: string): Promise<RawRequest> {
  const caller = await Caller.of(service, question.person);
  const { path, text } = question;
  if (text !== undefined) return caller.post(path, { body: { text } });
  return caller.get(path.endsWith('after=') ? `${path}${middle}` : path);
}

/** The median time of an answer per question, in milliseconds. */
async function latenciesAt(service: BenchService, applicationCount: number): Promise<Map<string, number>> {
  const middle = await asOwner(service.ownerUrl, async (client) => {
    await bulkLoad(client, applicationCount);
    await client.query(assignments);
    for (const statement of waiting) await client.query(statement);
    await keepWords(client);
    await client.query('VACUUM (ANALYZE) application, waiting_work, case_search_word');
    const { rows } = await client.query<{ on: string; id: string }>(
      `SELECT acts_on::text AS on, application_id AS id FROM waiting_work WHERE rank = 2 ORDER BY acts_on, application_id
       OFFSET (SELECT count(*) / 2 FROM waiting_work WHERE rank = 2) LIMIT 1`,
    );
    const { on, id } = present(rows[0], 'something waits');
    return encodePageKey([2, on, id, 'decision']);
  });
  const perQuestion = new Map<string, number>();
  for (const question of [...work, ...searches]) {
    const request = await requestOf(service, question, middle);
    await latencies(service.url, warmUpReads, () => request);
    perQuestion.set(question.part, median(await latencies(service.url, reads, () => request)));
  }
  return perQuestion;
}

/** Whether the work of today and a search stay as fast when there are a hundred times more applications. */
export const workingDay: Measurement = {
  names: ['my-work-growth', 'search-growth'],
  async run({ service: started }) {
    const service = await started();
    // Once for nothing: else what the first size has in warming up would make it look slow.
    await latenciesAt(service, fewApplications);
    const few = await latenciesAt(service, fewApplications);
    const many = await latenciesAt(service, manyApplications);
    return { 'my-work-growth': worst(work, few, many), 'search-growth': worst(searches, few, many) };
  },
};
